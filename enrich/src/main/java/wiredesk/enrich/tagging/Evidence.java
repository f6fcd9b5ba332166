package wiredesk.enrich.tagging;

import java.util.Comparator;

/**
 * The words that earned a tag.
 *
 * @param rule the rule's id
 * @param zone the index of the zone in the article
 * @param begin where the words begin in the zone's text, counted in Unicode code points
 * @param end where they end, exclusive, counted alike
 * @param text the exact words of that range
 */
public record Evidence(String rule, int zone, int begin, int end, String text) {

    /** In reading order; the rule's id decides between equal ranges. */
    static final Comparator<Evidence> ORDER = Comparator.comparingInt(Evidence::zone)
            .thenComparingInt(Evidence::begin)
            .thenComparingInt(Evidence::end)
            .thenComparing(Evidence::rule);
}
