package wiredesk.enrich.tagging;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What an article scored for one tag, and by what, whether or not it earned it.
 *
 * @param tag the tag's code
 * @param score 0 to 1
 * @param earned whether the score reaches the tag's threshold
 * @param findings what the tag's rules found, for it and against it, in the order of the rules' ids
 */
public record Verdict(String tag, double score, boolean earned, List<Finding> findings) {

    /** What counted, for people: each rule with its share and its words. */
    public String reasons() {
        return findings.stream()
                .map(finding -> String.format(
                        Locale.ROOT,
                        "%s %+.1f “%s”",
                        finding.rule(),
                        finding.weight() * finding.strength(),
                        finding.evidence().getFirst().text()))
                .collect(Collectors.joining(", "));
    }

    /**
     * What one rule found.
     *
     * @param weight the rule's weight
     * @param strength how surely the article says it, above 0 and below 1; the rule adds weight times strength to the
     *     logarithm of the odds
     * @param evidence the matches that count, at most three, in reading order
     */
    public record Finding(String rule, double weight, double strength, List<Evidence> evidence) {}
}
