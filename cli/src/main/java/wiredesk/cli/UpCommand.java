package wiredesk.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import wiredesk.standalone.Ports;
import wiredesk.standalone.Standalone;

/** Runs everything on this machine until it is stopped. */
@Command(
        name = "up",
        description = "Runs a real broker, a real registry and the three services in one process, on loopback, with the"
                + " rules of taxonomy/ and the channels of channels/. Ctrl-C stops it; what it held is there the next"
                + " time.")
final class UpCommand implements Callable<Integer> {

    private static final Duration HOOK_BEGINS_WITHIN = Duration.ofMillis(500);

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "where it keeps everything; default: data/ beside the launcher")
    private @Nullable Path data;

    @Mixin
    private PortOptions ports = new PortOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException, ExecutionException {
        Path folder = data == null ? Home.data() : data;
        Path log = Logs.file(folder.resolve("logs"));
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Steps steps = new Steps(err);
        Standalone.Options options =
                new Standalone.Options(folder, ports.ports(), Home.registry(), Home.taxonomy(), Home.channels());
        Standalone standalone = Standalone.start(options, steps);
        AtomicBoolean stopping = new AtomicBoolean();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(standalone, folder, err, stopping), "stop"));
        out.print(screen(standalone, ports.ports(), folder, log, steps.seconds()));
        out.flush();

        Throwable why = standalone.failure().get();
        // A terminal's Ctrl-C reaches the registry's process as well, which may be the first to end.
        LockSupport.parkNanos(HOOK_BEGINS_WITHIN.toNanos());
        if (stopping.get()) {
            Thread.currentThread().join(); // The hook ends the process.
        }
        err.println("wiredesk: it cannot go on: " + why.getMessage() + ". The log is " + Home.shown(log));
        err.flush();
        standalone.close();
        Runtime.getRuntime().halt(ExitCode.PLATFORM); // Without the hook, which would call this a clean stop.
        return ExitCode.PLATFORM;
    }

    /** Being told to stop is not a failure: the status is 0 and not the signal's. */
    private static void stop(Standalone standalone, Path folder, PrintWriter err, AtomicBoolean stopping) {
        stopping.set(true);
        err.println();
        err.println("Stopping.");
        err.flush();
        standalone.close();
        err.println("Stopped. What it held is in " + Home.shown(folder) + ".");
        err.flush();
        Runtime.getRuntime().halt(ExitCode.DONE);
    }

    private static String screen(Standalone desk, Ports ports, Path folder, Path log, double seconds) {
        return String.format(
                Locale.ROOT,
                """

                Wiredesk is up, after %.1f s.

                  ingest     %s/articles   takes articles
                  enrich     http://127.0.0.1:%d            tags them by taxonomy/
                  publish    http://127.0.0.1:%d            sends them to the channels of channels/
                  Kafka      %s
                  registry   %s
                  data       %s
                  log        %s

                Each service answers /healthz, /readyz and /metrics.

                Submit      ./wiredesk submit examples/*.txt
                or          curl -H 'Content-Type: text/plain; charset=utf-8' --data-binary @FILE %s/articles
                Read        ./wiredesk tail europe --from-beginning
                Stop        Ctrl-C

                """,
                seconds,
                desk.gatewayUrl(),
                ports.enrich(),
                ports.publish(),
                desk.bootstrap(),
                desk.registryUrl(),
                Home.shown(folder),
                Home.shown(log),
                desk.gatewayUrl());
    }
}
