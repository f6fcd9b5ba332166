package wiredesk.enrich.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads one file of words or of places into what the files before it gave. */
final class VocabularyReader {

    private static final String[] LANGUAGES =
            Stream.concat(Languages.ALL.stream(), Stream.of(Languages.ANY)).toArray(String[]::new);

    private final Complaints complaints;
    private final NodeReader nodes;
    private final ConceptsReader concepts;
    private final Map<String, String> fileOf;
    private final String file;

    /** A reader that keeps in {@code fileOf} which file has spoken for a language, or for the places. */
    VocabularyReader(Complaints complaints, Map<String, String> fileOf, String file) {
        this.complaints = complaints;
        this.nodes = new NodeReader(complaints);
        this.concepts = new ConceptsReader(complaints);
        this.fileOf = fileOf;
        this.file = file;
    }

    void read(
            Node root,
            Map<String, SortedMap<String, List<Term>>> words,
            SortedMap<String, Concept> named,
            SortedMap<String, Concept> places) {
        List<Node.Field> fields = nodes.fields(root, "the file", "language", "concepts", "groups", "places");
        nodes.optional(fields, "language").ifPresent(node -> words(node, fields, root, words));
        nodes.optional(fields, "places").ifPresent(node -> places(node, fields, named, places));
        if (nodes.optional(fields, "language").isEmpty()
                && nodes.optional(fields, "places").isEmpty()) {
            complaints.at(root.place(), "the file shares nothing; write `language: …` and `concepts:`, or `places:`");
        }
    }

    private void words(
            Node node, List<Node.Field> fields, Node root, Map<String, SortedMap<String, List<Term>>> words) {
        String language = nodes.text(node, "language");
        if (!List.of(LANGUAGES).contains(language)) {
            complaints.at(
                    node.place(), "unknown language `" + language + "`; write one of " + String.join(", ", LANGUAGES));
        }
        alone(language, node.place());
        nodes.required(fields, "concepts", root, "the file")
                .ifPresent(all -> nodes.anyFields(all, "concepts", "write `name:` and its terms")
                        .forEach(concept -> words.computeIfAbsent(concept.name(), _ -> new TreeMap<>())
                                .put(language, concepts.terms(concept.value()))));
    }

    private void places(
            Node node, List<Node.Field> fields, SortedMap<String, Concept> named, SortedMap<String, Concept> places) {
        alone("places", node.place());
        SortedMap<String, Concept> nationalities = new TreeMap<>();
        for (Node.Field place : nodes.anyFields(node, "places", "write a code such as `DE:` for each")) {
            String code = place.name();
            List<Node.Field> kinds = nodes.fields(place.value(), "the place", "names", "adjectives");
            nodes.optional(kinds, "names")
                    .ifPresent(value ->
                            places.put(code, Countries.named(code, concepts.byLanguage("place-" + code, value))));
            nodes.optional(kinds, "adjectives")
                    .ifPresent(value -> nationalities.put(code, concepts.byLanguage("nationality-" + code, value)));
        }
        places.values().forEach(concept -> named.put(concept.name(), concept));
        nationalities.values().forEach(concept -> named.put(concept.name(), concept));
        for (Node.Field group : nodes.optional(fields, "groups")
                .map(value -> nodes.anyFields(value, "groups", "write `name: DE, FR, …` for each"))
                .orElse(List.of())) {
            List<String> codes = codes(group.value(), places);
            named.put("place-" + group.name(), union("place-" + group.name(), codes, places));
            named.put("nationality-" + group.name(), union("nationality-" + group.name(), codes, nationalities));
        }
    }

    private List<String> codes(Node node, SortedMap<String, Concept> places) {
        List<String> codes = new ArrayList<>();
        for (String code : nodes.text(node, "a group").split("[,\\s]+", -1)) {
            if (!places.containsKey(code)) {
                complaints.at(node.place(), code, "no place has the code `" + code + "`; add it to places");
            }
            codes.add(code);
        }
        return codes;
    }

    private static Concept union(String name, List<String> codes, SortedMap<String, Concept> members) {
        SortedMap<String, List<Term>> terms = new TreeMap<>();
        members.forEach((code, member) -> {
            if (codes.contains(code)) {
                member.terms()
                        .forEach((language, list) -> terms.computeIfAbsent(language, _ -> new ArrayList<>())
                                .addAll(list));
            }
        });
        return new Concept(name, terms);
    }

    private void alone(String subject, Node.Place place) {
        String other = fileOf.put(subject, file);
        if (other != null) {
            complaints.at(place, other + " speaks for `" + subject + "` too; make one file of the two");
        }
    }
}
