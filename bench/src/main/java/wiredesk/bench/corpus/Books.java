package wiredesk.bench.corpus;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import wiredesk.enrich.rule.Concept;
import wiredesk.enrich.rule.Languages;
import wiredesk.enrich.rule.TagRules;
import wiredesk.enrich.rule.Term;
import wiredesk.enrich.text.Folding;

/** What rule books say, read back out of them. */
public final class Books {

    private Books() {}

    /** All words of all terms, folded: the dictionary of whoever looks words up for these rules. */
    public static Set<String> dictionary(List<TagRules> rules) {
        return terms(rules)
                .flatMap(term -> term.parts().stream())
                .map(part -> Folding.fold(part.text()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** At most so many of the terms of several words, each once, evenly from all over the alphabet. */
    public static List<List<String>> phrases(List<TagRules> rules, int most) {
        List<List<String>> all = terms(rules)
                .filter(term -> term.parts().size() > 1)
                .map(term -> term.parts().stream().map(Term.Part::text).toList())
                .distinct()
                .sorted(Comparator.comparing(List::toString))
                .toList();
        double step = Math.max(1, (double) all.size() / most);
        return IntStream.range(0, Math.min(most, all.size()))
                .mapToObj(i -> all.get((int) (i * step)))
                .toList();
    }

    /** The terms as a text would have them, in the corpus's language; of a piece of a word only the piece. */
    public static List<String> spoken(List<TagRules> rules) {
        return terms(rules)
                .map(term -> term.parts().stream().map(Term.Part::text).collect(Collectors.joining(" ")))
                .distinct()
                .sorted()
                .toList();
    }

    private static Stream<Term> terms(List<TagRules> rules) {
        return rules.stream().flatMap(tag -> tag.concepts().values().stream()).flatMap(Books::terms);
    }

    private static Stream<Term> terms(Concept concept) {
        return Stream.of(Corpus.LANGUAGE, Languages.ANY)
                .flatMap(language -> concept.terms().getOrDefault(language, List.of()).stream())
                .filter(term -> !term.counter());
    }
}
