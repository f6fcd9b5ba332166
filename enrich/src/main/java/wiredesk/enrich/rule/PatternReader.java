package wiredesk.enrich.rule;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads patterns; it knows the file's concepts, for a name that means nothing is a mistake of the pen. */
final class PatternReader {

    private static final String CURE = "write a concept's name, or one of any, all, near, sentence with its parts";

    private final Complaints complaints;
    private final NodeReader nodes;
    private final Set<String> concepts;

    PatternReader(Complaints complaints, Set<String> concepts) {
        this.complaints = complaints;
        this.nodes = new NodeReader(complaints);
        this.concepts = concepts;
    }

    Pattern read(Node node) {
        return read(node, false);
    }

    private Pattern read(Node node, boolean inside) {
        return switch (node) {
            case Node.Text(Node.Place place, String name) -> named(place, name);
            case Node.Fields(Node.Place _, List<Node.Field> fields)
            when fields.size() == 1 -> operator(fields.getFirst(), inside);
            case Node.Fields fields -> nothing(fields.place(), "a pattern has one operator; " + CURE);
            case Node.Items items -> nothing(items.place(), "a pattern is not a list; " + CURE);
        };
    }

    private Pattern named(Node.Place place, String name) {
        if (!concepts.contains(name)) {
            complaints.at(place, "no concept is called `" + name + "`; write one of " + String.join(", ", concepts));
        }
        return new Pattern.Named(name);
    }

    private Pattern operator(Node.Field field, boolean inside) {
        return switch (field.name()) {
            case "any" -> new Pattern.Any(parts(field.value(), "any", inside));
            case "all" -> all(field, inside);
            case "sentence" -> new Pattern.Near(Pattern.Near.SENTENCE, false, parts(field.value(), "sentence", true));
            case "near" -> near(field.value());
            default -> nothing(field.place(), "unknown operator `" + field.name() + "`; " + CURE);
        };
    }

    private Pattern all(Node.Field field, boolean inside) {
        if (inside) {
            complaints.at(
                    field.place(),
                    "`all` looks at the whole article; inside near and sentence, list the parts themselves");
        }
        return new Pattern.All(parts(field.value(), "all", inside));
    }

    private Pattern near(Node node) {
        List<Node.Field> fields = nodes.fields(node, "near", "words", "ordered", "of");
        Optional<Node> reach = nodes.required(fields, "words", node, "near");
        Optional<Node> of = nodes.required(fields, "of", node, "near");
        boolean ordered = nodes.optional(fields, "ordered")
                .map(value -> nodes.yes(value, "ordered"))
                .orElse(false);
        List<Pattern> parts = of.map(value -> parts(value, "of", true)).orElse(List.of());
        int words = (int) Math.ceil(reach.map(value -> nodes.number(value, "words", 0, Pattern.Near.SENTENCE))
                .orElse(1.0));
        return new Pattern.Near(words, ordered, parts);
    }

    private List<Pattern> parts(Node node, String what, boolean inside) {
        return nodes.items(node, what).stream().map(item -> read(item, inside)).toList();
    }

    private Pattern nothing(Node.Place place, String message) {
        complaints.at(place, message);
        return new Pattern.Any(List.of());
    }
}
