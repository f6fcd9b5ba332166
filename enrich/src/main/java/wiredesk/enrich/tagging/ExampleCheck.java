package wiredesk.enrich.tagging;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import wiredesk.enrich.rule.Example;
import wiredesk.enrich.rule.RuleBook;
import wiredesk.enrich.rule.TagRules;

/** Runs a rule file's own examples: which texts that must be tagged are not, and the other way round. */
public final class ExampleCheck {

    /**
     * An example that came out otherwise than its file says.
     *
     * @param verdict what the example scored, and by what
     */
    public record Failure(TagRules rules, Example example, Verdict verdict) {

        /** One line for people: where, what was wanted, what came, by which words. */
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "line %d, %s: %s be tagged %s, but scores %.2f of %.2f%s: “%s”",
                    example.line(),
                    example.language(),
                    example.must() ? "must" : "must not",
                    rules.code(),
                    verdict.score(),
                    rules.threshold(),
                    verdict.findings().isEmpty() ? ", for no rule matches" : " by " + verdict.reasons(),
                    example.text().lines().findFirst().orElse(""));
        }
    }

    private ExampleCheck() {}

    /** The failures in the order of the file; none is what one wants. */
    public static List<Failure> run(TagRules rules) {
        Tagger tagger = new Tagger(RuleBook.of(List.of(rules)));
        List<Failure> failures = new ArrayList<>();
        for (Example example : rules.examples()) {
            List<Verdict> verdicts = tagger.verdicts(example.language(), Texts.zones(example.text()));
            Verdict verdict = verdicts.isEmpty() ? new Verdict(rules.code(), 0, false, List.of()) : verdicts.getFirst();
            if (verdict.earned() != example.must()) {
                failures.add(new Failure(rules, example, verdict));
            }
        }
        return failures;
    }
}
