package wiredesk.ingest.gateway;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How long a feed is left alone after failures: twice as long after each, up to an hour or its own interval. */
final class Backoff {

    private static final Duration LONGEST = Duration.ofHours(1);
    /** A publisher may ask for more, but not for ever: by tomorrow somebody has mended it. */
    private static final Duration LONGEST_ASKED = Duration.ofDays(1);

    private static final int MOST_DOUBLINGS = 12;
    private static final int TENTHS = 100;

    private Backoff() {}

    /**
     * The time until the next try.
     *
     * @param failures in a row, from 1
     * @param every the interval without failures
     * @param asked by the publisher; it lengthens the time up to a day, and never shortens it
     * @param name adds up to a tenth, the same for the same name: feeds that failed together do not come back together
     */
    static Duration after(int failures, Duration every, @Nullable Duration asked, String name) {
        Duration bound = longer(LONGEST, every);
        Duration doubled = every.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
        Duration own = shorter(doubled, bound);
        Duration spread =
                own.multipliedBy(Math.floorMod(name.hashCode(), TENTHS)).dividedBy(10L * TENTHS);
        return longer(own.plus(spread), asked == null ? Duration.ZERO : shorter(asked, LONGEST_ASKED));
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? b : a;
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
