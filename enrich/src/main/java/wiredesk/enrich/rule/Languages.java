package wiredesk.enrich.rule;

import java.util.List;
import java.util.Locale;

/** The languages that rules may be written in, by their two-letter codes. */
public final class Languages {

    /** In alphabetical order. */
    public static final List<String> ALL = List.of("de", "en", "es", "fr", "it", "nl", "pl", "pt");

    /** Stands for all of them, for names that are spelt alike in each. */
    public static final String ANY = "any";

    private Languages() {}

    /** The language of a BCP 47 tag without its script and region: {@code fr} of {@code fr-CA}. */
    public static String primary(String tag) {
        int end = 0;
        while (end < tag.length() && tag.charAt(end) != '-' && tag.charAt(end) != '_') {
            end++;
        }
        return tag.substring(0, end).toLowerCase(Locale.ROOT);
    }
}
