package wiredesk.ingest.format;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The words of the formats' own signals, genres and classes for what newsrooms send each other beside the news. They are
 * exact: advice is a genre of news, and an advance is news that comes early.
 */
final class NotNews {

    private static final Map<String, String> WHAT = Map.of(
            "advisory", "an advisory to editors",
            "advisories", "an advisory to editors",
            "daybook", "a daybook, which lists what is to come",
            "planning", "the plan of a coverage",
            "newscoverage", "the plan of a coverage");

    private NotNews() {}

    /** What a word says that this is instead of news; null when it says nothing of the kind. */
    static @Nullable String what(@Nullable String word) {
        return word == null ? null : WHAT.get(word.strip().toLowerCase(Locale.ROOT));
    }
}
