package wiredesk.ingest.format;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * Chooses among elements that say the same in several languages: first those of the article's language, then those that
 * say none, then the rest.
 */
record G2Language(@Nullable String tag) {

    /** Best first, else in document order. */
    List<Element> sorted(List<Element> tags) {
        return tags.stream().sorted(Comparator.comparingInt(this::distance)).toList();
    }

    /** The best one's words; null where none has any. */
    @Nullable
    String text(List<Element> tags) {
        for (Element each : sorted(tags)) {
            String text = Markup.words(each);
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    int distance(Element other) {
        String its = Markup.ownLanguage(other);
        if (its == null || tag == null) {
            return 2;
        }
        if (its.equalsIgnoreCase(tag)) {
            return 0;
        }
        return primary(its).equals(primary(tag)) ? 1 : 3;
    }

    private static String primary(String tag) {
        int end = tag.indexOf('-');
        return (end < 0 ? tag : tag.substring(0, end)).toLowerCase(Locale.ROOT);
    }
}
