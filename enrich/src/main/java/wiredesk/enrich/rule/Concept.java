package wiredesk.enrich.rule;

import java.util.List;
import java.util.SortedMap;

/** A named idea: the terms that stand for it, by language, in the order of the file. */
public record Concept(String name, SortedMap<String, List<Term>> terms) {
    public Concept {
        terms = Sorted.copyOf(terms);
    }
}
