package wiredesk.bench.stream;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.Topology;
import wiredesk.runtime.Service;
import wiredesk.runtime.ServiceProcess;
import wiredesk.runtime.ServiceSettings;
import wiredesk.runtime.Setting;
import wiredesk.runtime.Settings;
import wiredesk.runtime.SystemTime;
import wiredesk.schemas.Topics;

/** Runs a topology as a service runs it, exactly once and with the same settings, and looks at how it goes on. */
public final class Stopwatch {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final TopicPartition INPUT = new TopicPartition(Topics.INGESTED.name(), 0);
    private static final Duration LOOK_EVERY = Duration.ofMillis(2);
    private static final Duration BEGINS_WITHIN = Duration.ofMinutes(1);

    private final Admin admin;
    private final String bootstrap;
    private final Path folder;
    private final long records;
    private final Duration time;
    private int runs;

    /**
     * One for an input of so many records.
     *
     * @param folder for the topologies' own files
     * @param time how long to look at each
     */
    public Stopwatch(Admin admin, String bootstrap, Path folder, long records, Duration time) {
        this.admin = admin;
        this.bootstrap = bootstrap;
        this.folder = folder;
        this.records = records;
        this.time = time;
    }

    /** Only the topology: no HTTP, no rules, no registry. */
    private record Bare(String name, Supplier<Topology> topology) implements Service {

        @Override
        public String purpose() {
            return "is measured";
        }

        @Override
        public List<Setting<?>> settings() {
            return List.of(ServiceSettings.BOOTSTRAP, ServiceSettings.STATE, ServiceSettings.INSTANCE);
        }

        @Override
        public void start(ServiceProcess process) {
            process.run(topology);
        }
    }

    /** What was committed by when. */
    private record Mark(long offset, long nanos, long cpu) {}

    /** The topology's pace from its second commit on, until the time is up or the input is at its end. */
    public Pace measure(Supplier<Topology> topology) throws InterruptedException, ExecutionException {
        Bare service = new Bare("bench-" + runs++, topology);
        Map<String, String> written =
                Map.of(ServiceSettings.BOOTSTRAP.name(), bootstrap, ServiceSettings.STATE.name(), folder.toString());
        Settings settings = switch (Settings.read(written, Map.of(), service.settings())) {
            case Settings.Read.Good(Settings good) -> good;
            case Settings.Read.Bad(List<String> problems) -> throw new IllegalStateException(problems.toString());
        };
        String group = "wiredesk-" + service.name();
        try (ServiceProcess process = ServiceProcess.start(service, settings, SystemTime.clock())) {
            Mark first = after(process, group, after(process, group, new Mark(0, System.nanoTime(), 0)));
            Mark last = first;
            while (last.offset() < records && last.nanos() - first.nanos() < time.toNanos()) {
                last = after(process, group, last);
            }
            if (last.offset() == first.offset()) {
                throw new IllegalStateException("The input is too short: all of it was done at once");
            }
            double done = last.offset() - first.offset();
            return new Pace((last.cpu() - first.cpu()) / 1e3 / done, done * 1e9 / (last.nanos() - first.nanos()));
        }
    }

    /** The next commit. */
    private Mark after(ServiceProcess process, String group, Mark before)
            throws InterruptedException, ExecutionException {
        long deadline = System.nanoTime() + BEGINS_WITHIN.toNanos();
        while (true) {
            var committed = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .get(INPUT);
            if (committed != null && committed.offset() > before.offset()) {
                return new Mark(committed.offset(), System.nanoTime(), cpu(group));
            }
            if (process.failure().isDone() || System.nanoTime() > deadline) {
                throw new IllegalStateException(group + " does not go on; its log says why");
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }

    private static long cpu(String group) {
        long nanos = 0;
        for (ThreadInfo thread : THREADS.getThreadInfo(THREADS.getAllThreadIds())) {
            if (thread != null && thread.getThreadName().startsWith(group + "-StreamThread")) {
                nanos += Math.max(0, THREADS.getThreadCpuTime(thread.getThreadId()));
            }
        }
        return nanos;
    }
}
