package wiredesk.ingest.format;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What NITF's words for a status mean. The standard leaves them to the sender, so they are known by their stems. */
enum NitfStatus {
    USABLE(
            "usable|normal|new|info|advi|correct|updat|revis|replac|final|publi|releas|active|current|archiv|approv|valid"),
    EMBARGOED("embargo"),
    WITHHELD("withh|hold|held|suspend|recall"),
    CANCELED("kill|cancel|withdraw|retract|delet|annul"),
    /** None of those words, and so nothing that allows to publish. */
    UNKNOWN("(?!)");

    private final Pattern stems;

    NitfStatus(String stems) {
        this.stems = Pattern.compile(stems);
    }

    /** By its strictest word, but an embargo may be lifted. */
    static NitfStatus parse(String written) {
        List<String> words = List.of(written.toLowerCase(Locale.ROOT).split("[^\\p{L}]+"));
        if (words.contains("lifted") || words.contains("unembargoed")) {
            return USABLE;
        }
        boolean negated = words.contains("not") || words.contains("unusable");
        for (NitfStatus status : List.of(CANCELED, WITHHELD, EMBARGOED, USABLE)) {
            if (words.stream().anyMatch(word -> status.stems.matcher(word).lookingAt())) {
                return status == USABLE && negated ? WITHHELD : status;
            }
        }
        return UNKNOWN;
    }

    PubStatus pubStatus() {
        return switch (this) {
            case USABLE, EMBARGOED -> PubStatus.USABLE;
            case WITHHELD, UNKNOWN -> PubStatus.WITHHELD;
            case CANCELED -> PubStatus.CANCELED;
        };
    }
}
