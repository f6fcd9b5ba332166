package wiredesk.ingest.format;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The IPTC's publishing status. */
public enum PubStatus {
    USABLE,
    /** Recalled until a later version releases it. */
    WITHHELD,
    /** Killed, for good. */
    CANCELED;

    /**
     * Read leniently: {@code stat:} is NewsML-G2's prefix, two l's are British, Superdesk withholds, and the Associated
     * Press has {@link #isEmbargoed a fourth}, which is usable in its time. Null when it is none of them.
     */
    static @Nullable PubStatus parse(String text) {
        return switch (word(text)) {
            case "usable", "embargoed" -> USABLE;
            case "withheld", "withhold" -> WITHHELD;
            case "canceled", "cancelled" -> CANCELED;
            default -> null;
        };
    }

    /** Whether it says that there is an embargo: without an end, if none is said elsewhere. */
    static boolean isEmbargoed(String text) {
        return word(text).equals("embargoed");
    }

    private static String word(String text) {
        String word = text.strip().toLowerCase(Locale.ROOT);
        return word.startsWith("stat:") ? word.substring("stat:".length()) : word;
    }
}
