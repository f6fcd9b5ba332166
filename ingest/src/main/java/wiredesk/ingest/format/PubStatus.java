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

    /** Read leniently ({@code stat:} is NewsML-G2's prefix, two l's are British); null when it is none of them. */
    static @Nullable PubStatus parse(String text) {
        String word = text.strip().toLowerCase(Locale.ROOT);
        return switch (word.startsWith("stat:") ? word.substring("stat:".length()) : word) {
            case "usable" -> USABLE;
            case "withheld" -> WITHHELD;
            case "canceled", "cancelled" -> CANCELED;
            default -> null;
        };
    }
}
