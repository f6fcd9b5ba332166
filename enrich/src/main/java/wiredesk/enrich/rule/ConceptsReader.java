package wiredesk.enrich.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads lists of terms, by concept and language. */
final class ConceptsReader {

    private static final String[] LANGUAGES =
            Stream.concat(Languages.ALL.stream(), Stream.of(Languages.ANY)).toArray(String[]::new);

    private final Complaints complaints;
    private final NodeReader nodes;
    private final TermReader terms;

    ConceptsReader(Complaints complaints) {
        this.complaints = complaints;
        this.nodes = new NodeReader(complaints);
        this.terms = new TermReader(complaints);
    }

    /** Concepts with the languages below their names, as a tag's own file has them. */
    SortedMap<String, Concept> byName(Node node) {
        SortedMap<String, Concept> concepts = new TreeMap<>();
        for (Node.Field concept :
                nodes.anyFields(node, "concepts", "write `name:` and below it its terms by language")) {
            concepts.put(concept.name(), byLanguage(concept.name(), concept.value()));
        }
        return concepts;
    }

    /** One concept's terms by language. */
    Concept byLanguage(String name, Node node) {
        SortedMap<String, List<Term>> found = new TreeMap<>();
        for (Node.Field language : nodes.fields(node, "the concept `" + name + "`", LANGUAGES)) {
            found.put(language.name(), terms(language.value()));
        }
        return new Concept(name, found);
    }

    /** A list of terms, or a text of terms that are parted by commas and line ends. */
    List<Term> terms(Node node) {
        List<Term> found = new ArrayList<>();
        switch (node) {
            case Node.Text(Node.Place place, String text) -> {
                for (String term : text.split("[,\n]", -1)) {
                    if (!term.isBlank()) {
                        terms.read(term, place, found);
                    }
                }
            }
            case Node.Items _, Node.Fields _ ->
                nodes.items(node, "the terms")
                        .forEach(item -> terms.read(nodes.text(item, "a term"), item.place(), found));
        }
        if (found.isEmpty()) {
            complaints.at(node.place(), "there is no term here; write at least one, or leave the language out");
        }
        return found;
    }
}
