package wiredesk.enrich.rule;

import java.util.List;
import java.util.Map;
import java.util.Random;

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
                weight: 4
                match: {near: {words: 6, ordered: true, of: [opens, place]}}
                zones: [headline, lede]
                unless: {sentence: {any: [place]}}
              - id: both
                weight: 2.5
                match: {all: [opens, {sentence: [opens, place]}]}
            examples:
              must:
                fr: [Elle ouvre en Europe]
              must-not:
                en: [nothing here]
            """;

    private RuleFile() {}

    static TagRules parsed(String yaml) {
        return switch (TagRules.parse(new Source("opening.yaml", yaml), Vocabulary.empty())) {
            case Parsed.Valid<TagRules>(TagRules rules) -> rules;
            case Parsed.Invalid<TagRules>(List<Problem> problems) -> throw new AssertionError(problems);
        };
    }

    /** What editors would write for a concept's terms in a language; none for a concept or a language that is not there. */
    static List<String> terms(Map<String, Concept> concepts, String name, String language) {
        return concepts.values().stream()
                .filter(concept -> concept.name().equals(name))
                .flatMap(concept -> concept.terms().getOrDefault(language, List.of()).stream())
                .map(Term::toString)
                .toList();
    }

    /** A text with a few letters lost, put in or cut out at random. */
    static String mutated(String yaml, Random random) {
        StringBuilder text = new StringBuilder(yaml);
        String noise = "{}[]:,-*&'\"#|>=\n\t %@!x0\u0000\uD83D";
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(3)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, noise.charAt(random.nextInt(noise.length())));
                default -> text.delete(at, Math.min(text.length(), at + random.nextInt(40)));
            }
        }
        return text.toString();
    }
}
