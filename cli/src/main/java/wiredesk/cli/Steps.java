package wiredesk.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.Consumer;

/** Tells a person what is being waited for, and how long it took: a line a step, on standard error. */
final class Steps implements Consumer<String> {

    private static final double NANOS_PER_SECOND = 1e9;

    private final PrintWriter err;
    private final long begin = System.nanoTime();

    Steps(PrintWriter err) {
        this.err = err;
    }

    @Override
    public void accept(String step) {
        err.printf(Locale.ROOT, "%5.1f s  starting %s%n", seconds(), step);
        err.flush();
    }

    double seconds() {
        return (System.nanoTime() - begin) / NANOS_PER_SECOND;
    }
}
