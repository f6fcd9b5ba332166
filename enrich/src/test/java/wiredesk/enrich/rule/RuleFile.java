package wiredesk.enrich.rule;

/** A small sound rule file, and the places at which tests break it. */
final class RuleFile {

    static final String SOUND = """
            # opens in Europe
            tag: wiredesk:opening
            names: {de: a, en: b, es: c, fr: d, it: e, nl: f, pl: g, pt: h}
            broader: [medtop:20000192]
            threshold: 0.5
            concepts:
              opens:
                fr: [ouvr*, "s'implanter"]
                en: [opens, set up]
              place:
                fr: [europe, =UE]
                en: [europe, =EU]
            rules:
              - id: near
                weight: 0.7
                match: {near: {words: 6, ordered: true, of: [opens, place]}}
                zones: [headline, lede]
                unless: {sentence: {any: [place]}}
              - id: both
                weight: 0.25
                match: {all: [opens, {sentence: [opens, place]}]}
            examples:
              must:
                fr: [Elle ouvre en Europe]
              must-not:
                en: [nothing here]
            """;

    private RuleFile() {}

    static TagRules parsed(String yaml) {
        return switch (TagRules.parse("opening.yaml", yaml)) {
            case Parsed.Valid(TagRules rules) -> rules;
            case Parsed.Invalid(var problems) -> throw new AssertionError(problems);
        };
    }
}
