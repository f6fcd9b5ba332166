package wiredesk.publish.release;

import java.nio.ByteBuffer;
import java.time.Instant;

/** Until when a version is not to go out. */
public sealed interface Embargo {

    record None() implements Embargo {}

    record Until(Instant instant) implements Embargo {}

    /** Until a later version lifts it: one was named, but no instant that could be read. Never means "publish". */
    record Indefinite() implements Embargo {}

    /** Whether the version may go out now: at the very instant, and not before. */
    default boolean isOver(Instant now) {
        return switch (this) {
            case None() -> true;
            case Until(Instant instant) -> !now.isBefore(instant);
            case Indefinite() -> false;
        };
    }

    /**
     * The key that a held version lies under: its instant in big-endian milliseconds, then the article's key, so that
     * what is due first comes first in the order of bytes. Without an end it comes last.
     */
    default byte[] heldKey(byte[] articleKey) {
        long due = switch (this) {
            case None() -> 0;
            case Until(Instant instant) -> Math.max(0, instant.toEpochMilli());
            case Indefinite() -> Long.MAX_VALUE;
        };
        return ByteBuffer.allocate(Long.BYTES + articleKey.length)
                .putLong(due)
                .put(articleKey)
                .array();
    }

    /** The least key that is not due yet: every key below it lies under an instant that has come. */
    static byte[] firstKeyAfter(Instant now) {
        return ByteBuffer.allocate(Long.BYTES).putLong(now.toEpochMilli() + 1).array();
    }

    /** The article's key within a held version's key. */
    static byte[] articleKey(byte[] heldKey) {
        byte[] key = new byte[heldKey.length - Long.BYTES];
        ByteBuffer.wrap(heldKey).position(Long.BYTES).get(key);
        return key;
    }
}
