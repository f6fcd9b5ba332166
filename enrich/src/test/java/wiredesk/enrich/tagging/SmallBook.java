package wiredesk.enrich.tagging;

import java.util.List;
import wiredesk.enrich.rule.Parsed;
import wiredesk.enrich.rule.RuleBook;
import wiredesk.enrich.rule.Source;
import wiredesk.enrich.rule.TagRules;
import wiredesk.enrich.rule.Vocabulary;
import wiredesk.enrich.text.Zone;
import wiredesk.enrich.text.ZoneKind;

/** A book of one tag for tests, with concepts of a few plain words, in English. */
final class SmallBook {

    private static final String HEAD = """
            tag: wiredesk:small
            names: {de: a, en: b, es: c, fr: d, it: e, nl: f, pl: g, pt: h}
            broader: [medtop:20000192]
            threshold: 0.5
            concepts:
              opens: {en: [opens, set up, "!open source"], fr: [ouvr*]}
              site: {en: [office, data-centre], fr: [bureau]}
              place: {en: [munich, =EU], fr: [munich, l'ue]}
              sport: {en: [football], fr: [football]}
            rules:
            """;

    private SmallBook() {}

    static TagRules rules(String rules) {
        return parsed(HEAD + rules.indent(2));
    }

    /** The same file with something else written in it. */
    static TagRules changed(String rules, String before, String after) {
        String yaml = HEAD + rules.indent(2);
        if (!yaml.contains(before)) {
            throw new AssertionError("nothing to change: " + before);
        }
        return parsed(yaml.replace(before, after));
    }

    static TagRules parsed(String yaml) {
        return switch (TagRules.parse(new Source("small.yaml", yaml), Vocabulary.empty())) {
            case Parsed.Valid<TagRules>(TagRules rules) -> rules;
            case Parsed.Invalid<TagRules>(var problems) -> throw new AssertionError(problems);
        };
    }

    static Tagger tagger(String rules) {
        return new Tagger(RuleBook.of(List.of(rules(rules))));
    }

    /** The evidence that the rules find in an English headline. */
    static List<String> quotes(String match, String headline) {
        return tagger("- {id: r, weight: 10, match: " + match + "}")
                .tag("en", List.of(new Zone(ZoneKind.HEADLINE, headline)))
                .tags()
                .stream()
                .flatMap(tag -> tag.evidence().stream())
                .map(Evidence::text)
                .toList();
    }
}
