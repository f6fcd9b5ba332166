package wiredesk.enrich.tuning;

import java.util.List;
import java.util.Set;
import wiredesk.enrich.rule.Parsed;
import wiredesk.enrich.rule.Problem;
import wiredesk.enrich.rule.RuleBook;
import wiredesk.enrich.rule.Source;
import wiredesk.enrich.rule.TagRules;
import wiredesk.enrich.rule.Vocabulary;

/** A book of one tag for tests, and items for it. */
final class Harbour {

    static final String TAG = "wiredesk:harbour";

    static final String HEAD = """
            tag: wiredesk:harbour
            names: {de: a, en: b, es: c, fr: d, it: e, nl: f, pl: g, pt: h}
            prior: 0.05
            threshold: 0.5
            concepts:
              opens: {en: [opens], fr: [ouvre]}
              quay: {en: [quay], fr: [quai]}
              ship: {en: [ship]}
              sport: {en: [regatta]}
            rules:
            """;

    private Harbour() {}

    static TagRules rules(String yaml) {
        return switch (TagRules.parse(new Source("harbour.yaml", yaml), Vocabulary.empty())) {
            case Parsed.Valid<TagRules>(TagRules rules) -> rules;
            case Parsed.Invalid<TagRules>(List<Problem> problems) -> throw new AssertionError(problems);
        };
    }

    static RuleBook book(String yaml) {
        return RuleBook.of(List.of(rules(yaml)));
    }

    /** An English headline that deserves the tag, or not. */
    static LabelledItem item(String headline, boolean deserves) {
        return new LabelledItem(headline, "en", headline, "", deserves ? Set.of("harbour") : Set.of(), Set.of());
    }
}
