package wiredesk.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * Measures variants in turns, in one thread: round by round each gets its share, every other round in reverse, so that
 * whatever else the machine does falls on all of them. What is measured is the thread's processor time, which a busy
 * neighbour disturbs less than the clock; the collector's and the compiler's threads are not in it.
 */
final class Rounds {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final double NANOS_PER_MICRO = 1_000;
    private static final int LEAST = 3;

    private final List<Variant> variants;
    private final int corpusSize;
    private int done;
    private long checksum;

    Rounds(List<Variant> variants, int corpusSize) {
        this.variants = List.copyOf(variants);
        this.corpusSize = corpusSize;
    }

    /**
     * Runs rounds that do not count, and rounds that do.
     *
     * @param counting at most so many count; fewer, but at least three, when the time is up
     * @return microseconds an article, of each round that counts, by the variant's name
     */
    SequencedMap<String, double[]> run(int warmUp, int counting, Duration time) {
        long until = System.nanoTime() + time.toNanos();
        for (int round = 0; round < warmUp; round++) {
            round();
        }
        List<double[]> measured = new ArrayList<>();
        while (measured.size() < counting && (measured.size() < LEAST || System.nanoTime() < until)) {
            measured.add(round());
        }
        SequencedMap<String, double[]> micros = new LinkedHashMap<>();
        for (int i = 0; i < variants.size(); i++) {
            int variant = i;
            micros.put(
                    variants.get(i).name(),
                    measured.stream().mapToDouble(round -> round[variant]).toArray());
        }
        return micros;
    }

    /** What each variant took, in their order. */
    private double[] round() {
        double[] micros = new double[variants.size()];
        for (int i = 0; i < variants.size(); i++) {
            int variant = done % 2 == 0 ? i : variants.size() - 1 - i;
            micros[variant] = measure(variants.get(variant));
        }
        done++;
        return micros;
    }

    /** One that does fewer articles than there are goes on in each round where it ended. */
    private double measure(Variant variant) {
        variant.prepare().run();
        int first = (int) ((long) done * variant.articles() % corpusSize);
        long sum = 0;
        long begun = THREADS.getCurrentThreadCpuTime();
        for (int i = 0; i < variant.articles(); i++) {
            sum += variant.work().applyAsInt((first + i) % corpusSize);
        }
        long taken = THREADS.getCurrentThreadCpuTime() - begun;
        checksum += sum;
        return taken / NANOS_PER_MICRO / variant.articles();
    }

    /** What all the work came to; whoever prints it keeps the virtual machine from leaving any out. */
    long checksum() {
        return checksum;
    }
}
