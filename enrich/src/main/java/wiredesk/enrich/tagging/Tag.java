package wiredesk.enrich.tagging;

import java.util.List;
import java.util.Map;

/**
 * A tag that an article earned.
 *
 * @param names what readers call it, by language; iterates in the order of the languages
 * @param broader the IPTC Media Topics that it maps to
 * @param score from the tag's threshold to 1, rounded to four decimals
 * @param bookVersion the version of the rule book that gave it
 * @param evidence what counted towards the score, in reading order; at least one piece
 */
public record Tag(
        String code,
        Map<String, String> names,
        List<String> broader,
        double score,
        String bookVersion,
        List<Evidence> evidence) {}
