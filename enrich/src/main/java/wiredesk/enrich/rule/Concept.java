package wiredesk.enrich.rule;

import java.util.List;
import java.util.SortedMap;

/**
 * A named idea: the terms that stand for it, by language, in the order of the file.
 *
 * @param terms by language; those of {@link Languages#ANY} stand for it in every language
 */
public record Concept(String name, SortedMap<String, List<Term>> terms) {
    public Concept {
        terms = Sorted.copyOf(terms);
    }
}
