package wiredesk.enrich.tagging;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import wiredesk.enrich.rule.Example;
import wiredesk.enrich.rule.RuleBook;
import wiredesk.enrich.rule.TagRules;
import wiredesk.enrich.text.Zone;
import wiredesk.enrich.text.ZoneKind;

/** Runs a rule file's own examples: which texts that must be tagged are not, and the other way round. */
public final class ExampleCheck {

    private static final Pattern BLANK_LINES = Pattern.compile("\\R\\s*\\R");

    /**
     * An example that came out otherwise than its file says.
     *
     * @param score what the example scored
     * @param evidence what counted towards the score
     */
    public record Failure(TagRules rules, Example example, double score, List<Evidence> evidence) {

        /** One line for people: where, what was wanted, what came, by which words. */
        @Override
        public String toString() {
            String quotes = evidence.stream()
                    .map(e -> e.rule() + " “" + e.text() + "”")
                    .collect(Collectors.joining(", ", " by ", ""));
            return String.format(
                    Locale.ROOT,
                    "line %d, %s: %s be tagged %s, but scores %.4f of %.4f%s: “%s”",
                    example.line(),
                    example.language(),
                    example.must() ? "must" : "must not",
                    rules.code(),
                    score,
                    rules.threshold(),
                    evidence.isEmpty() ? "" : quotes,
                    example.text().lines().findFirst().orElse(""));
        }
    }

    private ExampleCheck() {}

    /** The failures in the order of the file; none is what one wants. */
    public static List<Failure> run(TagRules rules) {
        Tagger tagger = new Tagger(RuleBook.of(List.of(rules)));
        List<Failure> failures = new ArrayList<>();
        for (Example example : rules.examples()) {
            List<Verdict> verdicts = tagger.verdicts(example.language(), zones(example.text()));
            double score = verdicts.isEmpty() ? 0 : verdicts.getFirst().score();
            boolean earned = !verdicts.isEmpty() && verdicts.getFirst().earned();
            if (earned != example.must()) {
                failures.add(new Failure(
                        rules,
                        example,
                        score,
                        verdicts.isEmpty() ? List.of() : verdicts.getFirst().evidence()));
            }
        }
        return failures;
    }

    /** An example's first paragraph is its headline, the second its lede. */
    private static List<Zone> zones(String text) {
        List<Zone> zones = new ArrayList<>();
        for (String paragraph : BLANK_LINES.split(text, -1)) {
            ZoneKind kind = switch (zones.size()) {
                case 0 -> ZoneKind.HEADLINE;
                case 1 -> ZoneKind.LEDE;
                default -> ZoneKind.PARAGRAPH;
            };
            zones.add(new Zone(kind, paragraph));
        }
        return zones;
    }
}
