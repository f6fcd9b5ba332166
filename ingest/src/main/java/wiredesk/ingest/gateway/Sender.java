package wiredesk.ingest.gateway;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Who sends: what it may do, and how fast.
 *
 * @param name of its key; empty where no keys are asked
 * @param sources those that it may write, the first by default; empty: any
 * @param kill whether it may kill articles
 * @param rate payloads; null: as many as come
 */
record Sender(
        String name,
        List<String> sources,
        boolean kill,
        @Nullable Bucket rate) {

    private static final int LONGEST_SOURCE = 200;
    private static final String DEFAULT_SOURCE = "http";

    /** Where no keys are asked. */
    static final Sender ANYONE = new Sender("", List.of(), true, null);

    /** So many payloads a second, and as many again at once after a second without any. */
    static Bucket perSecond(int payloads, InstantSource clock) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(payloads).refillGreedy(payloads, Duration.ofSeconds(1)))
                .withCustomTimePrecision(new Ticks(clock))
                .build();
    }

    /** The source that a request names, or else the sender's first. */
    String source(@Nullable String asked) {
        return asked != null && !asked.isBlank() ? asked : sources.isEmpty() ? DEFAULT_SOURCE : sources.getFirst();
    }

    /** Why it may not write that source; null when it may. */
    @Nullable
    Problem refusesSource(String source) {
        if (source.length() > LONGEST_SOURCE) {
            return new Problem(422, "too-long", "Too long", "A source may have " + LONGEST_SOURCE + " characters");
        }
        return sources.isEmpty() || Set.copyOf(sources).contains(source)
                ? null
                : new Problem(
                        403,
                        "not-your-source",
                        "Not allowed",
                        "The key " + name + " may write " + String.join(", ", sources) + ", not " + source);
    }

    /** Why it may not kill; null when it may. */
    @Nullable
    Problem refusesKill() {
        return kill
                ? null
                : new Problem(403, "may-not-kill", "Not allowed", "The key " + name + " may not kill articles");
    }

    /** Takes one payload off what it may still send; the problem where that is too much for now. */
    @Nullable
    Problem refusesRate() {
        if (rate == null) {
            return null;
        }
        long nanos = rate.tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill();
        return nanos == 0
                ? null
                : new Problem(
                        429,
                        "too-many",
                        "Too many requests",
                        "The key " + name + " sends faster than it may",
                        null,
                        Duration.ofNanos(nanos));
    }

    /** Waits until it may send one more payload. */
    void awaitRate() throws InterruptedException {
        if (rate != null) {
            rate.asBlocking().consume(1);
        }
    }

    private record Ticks(InstantSource clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return TimeUnit.MILLISECONDS.toNanos(clock.millis());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
