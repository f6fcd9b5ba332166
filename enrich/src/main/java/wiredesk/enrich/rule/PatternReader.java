package wiredesk.enrich.rule;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads patterns; it knows the concepts, for a name that means nothing is a mistake of the pen. */
final class PatternReader {

    private static final String CURE =
            "write a concept's name, or one of any, all, least, near, sentence, paragraph with its parts,"
                    + " or match with its unless";

    private final Complaints complaints;
    private final NodeReader nodes;
    private final Set<String> concepts;
    private final Set<String> used = new TreeSet<>();

    PatternReader(Complaints complaints, Set<String> concepts) {
        this.complaints = complaints;
        this.nodes = new NodeReader(complaints);
        this.concepts = concepts;
    }

    Pattern read(Node node) {
        return read(node, false);
    }

    /** The concepts that the patterns read so far speak of. */
    Set<String> used() {
        return used;
    }

    /** The pattern with what its {@code unless} fields take away. */
    Pattern except(Pattern match, Node unless) {
        Pattern pattern = match;
        List<Node.Field> fields = nodes.fields(unless, "unless", "match", "sentence", "paragraph", "article");
        for (Unless.Scope scope : Unless.Scope.values()) {
            Optional<Node> other = nodes.optional(fields, scope.label());
            if (other.isPresent()) {
                pattern = new Pattern.Except(pattern, new Unless(scope, read(other.get())));
            }
        }
        return pattern;
    }

    private Pattern read(Node node, boolean inside) {
        return switch (node) {
            case Node.Text(Node.Place place, String name) -> named(place, name);
            case Node.Fields fields
            when nodes.optional(fields.fields(), "match").isPresent() -> guarded(fields, inside);
            case Node.Fields(Node.Place _, List<Node.Field> fields)
            when fields.size() == 1 -> operator(fields.getFirst(), inside);
            case Node.Fields fields -> nothing(fields.place(), "a pattern has one operator; " + CURE);
            case Node.Items items -> nothing(items.place(), "a pattern is not a list; " + CURE);
        };
    }

    private Pattern named(Node.Place place, String name) {
        if (!concepts.contains(name)) {
            complaints.at(
                    place,
                    "no concept is called `" + name + "`; "
                            + Nearest.to(name, concepts)
                                    .map(near -> "write `" + near + "`, or add the concept")
                                    .orElse("add it to concepts"));
        }
        used.add(name);
        return new Pattern.Named(name);
    }

    private Pattern guarded(Node.Fields node, boolean inside) {
        List<Node.Field> fields = nodes.fields(node, "a pattern with match", "match", "unless");
        Pattern match = nodes.required(fields, "match", node, "the pattern")
                .map(value -> read(value, inside))
                .orElseThrow();
        return nodes.required(fields, "unless", node, "a pattern with match")
                .map(value -> except(match, value))
                .orElse(match);
    }

    private Pattern operator(Node.Field field, boolean inside) {
        return switch (field.name()) {
            case "any" -> new Pattern.Any(parts(field.value(), "any", inside));
            case "all" -> {
                List<Pattern> parts = together(field, field.value(), inside);
                yield new Pattern.Together(parts.size(), parts);
            }
            case "least" -> least(field, inside);
            case "sentence" -> whole(Pattern.Reach.SENTENCE, field);
            case "paragraph" -> whole(Pattern.Reach.PARAGRAPH, field);
            case "near" -> near(field.value());
            default -> nothing(field.place(), "unknown operator `" + field.name() + "`; " + CURE);
        };
    }

    private Pattern whole(Pattern.Reach reach, Node.Field field) {
        List<Pattern> parts = parts(field.value(), field.name(), true);
        return new Pattern.Near(reach, reach.words(), false, parts.size(), parts);
    }

    private List<Pattern> together(Node.Field field, Node parts, boolean inside) {
        if (inside) {
            complaints.at(
                    field.place(),
                    "`" + field.name() + "` looks at the whole article; inside near, sentence and paragraph, list the"
                            + " parts themselves");
        }
        return parts(parts, field.name(), inside);
    }

    private Pattern least(Node.Field field, boolean inside) {
        List<Node.Field> fields = nodes.fields(field.value(), "least", "parts", "of");
        List<Pattern> parts = nodes.required(fields, "of", field.value(), "least")
                .map(value -> together(field, value, inside))
                .orElse(List.of());
        int least = nodes.required(fields, "parts", field.value(), "least")
                .map(value -> nodes.whole(value, "parts", Math.max(1, parts.size())))
                .orElse(1);
        return new Pattern.Together(least, parts);
    }

    private Pattern near(Node node) {
        List<Node.Field> fields = nodes.fields(node, "near", "words", "ordered", "least", "of");
        int words = nodes.required(fields, "words", node, "near")
                .map(value -> nodes.whole(value, "words", Pattern.Reach.SENTENCE.words()))
                .orElse(1);
        List<Pattern> parts = nodes.required(fields, "of", node, "near")
                .map(value -> parts(value, "of", true))
                .orElse(List.of());
        boolean ordered = nodes.optional(fields, "ordered")
                .map(value -> nodes.yes(value, "ordered"))
                .orElse(false);
        Optional<Node> least = nodes.optional(fields, "least");
        if (ordered && least.isPresent()) {
            complaints.at(least.get().place(), "ordered parts are all needed; leave out `least` or `ordered`");
        }
        int needed = least.map(value -> nodes.whole(value, "least", Math.max(1, parts.size())))
                .orElse(parts.size());
        return new Pattern.Near(Pattern.Reach.SENTENCE, words, ordered, needed, parts);
    }

    private List<Pattern> parts(Node node, String what, boolean inside) {
        List<Node> items = nodes.items(node, what);
        if (items.size() > Pattern.MOST_PARTS) {
            complaints.at(
                    node.place(),
                    what + " has at most " + Pattern.MOST_PARTS + " parts; make a concept of some of them");
        }
        return items.stream().map(item -> read(item, inside)).toList();
    }

    private Pattern nothing(Node.Place place, String message) {
        complaints.at(place, message);
        return new Pattern.Any(List.of());
    }
}
