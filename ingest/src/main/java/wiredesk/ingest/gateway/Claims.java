package wiredesk.ingest.gateway;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who was first with a key, as the log tells it: every instance that reads the same entries in the same order says the
 * same. The first claim of a key stands for {@link #KEPT}; one that is left without an answer for {@link #ABANDONED}
 * gives way to the next. Not for two threads at once.
 */
final class Claims {

    static final Duration KEPT = Duration.ofHours(24);

    /** Longer than a transaction can stay open: what is not answered by then never will be. */
    static final Duration ABANDONED = Duration.ofSeconds(30);

    private final Map<String, Standing> standing = new HashMap<>();

    /**
     * A claim, or its answer.
     *
     * @param claim unlike any other
     * @param body the hash of what came with the key
     * @param answer null in the claim itself
     */
    record Entry(String claim, ByteBuffer body, @Nullable String answer) {}

    /** @param at when the claim was written */
    record Standing(Entry entry, Instant at) {}

    /** Takes the next entry of the log in; returns what stands of its key then. */
    Standing apply(String key, Entry entry, Instant at) {
        Standing before = standing.get(key);
        Standing after = before == null ? new Standing(entry, at) : next(before, entry, at);
        standing.put(key, after);
        return after;
    }

    private static Standing next(Standing before, Entry entry, Instant at) {
        if (entry.answer() != null) {
            return before.entry().claim().equals(entry.claim()) ? new Standing(entry, before.at()) : before;
        }
        return givesWay(before, at) ? new Standing(entry, at) : before;
    }

    private static boolean givesWay(Standing before, Instant at) {
        Duration age = Duration.between(before.at(), at);
        return age.compareTo(before.entry().answer() == null ? ABANDONED : KEPT) > 0;
    }

    @Nullable
    Standing of(String key, Instant now) {
        Standing known = standing.get(key);
        return known == null || givesWay(known, now) ? null : known;
    }

    /** Forgets what does not stand any more. */
    void forget(Instant now) {
        standing.values().removeIf(known -> Duration.between(known.at(), now).compareTo(KEPT) > 0);
    }

    int size() {
        return standing.size();
    }
}
