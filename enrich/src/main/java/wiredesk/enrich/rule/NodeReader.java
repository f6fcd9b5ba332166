package wiredesk.enrich.rule;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Takes values of the expected kind from nodes. What is of another kind is complained of and read as nothing. */
final class NodeReader {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,6}(\\.[0-9]{1,6})?");

    private static final double HEAVIEST = 10;

    private final Complaints complaints;

    NodeReader(Complaints complaints) {
        this.complaints = complaints;
    }

    /** The fields of a mapping that knows these names alone; others are complained of. */
    List<Node.Field> fields(Node node, String what, String... known) {
        if (!(node instanceof Node.Fields mapping)) {
            complaints.at(node.place(), what + " must be fields; write `" + known[0] + ": …`");
            return List.of();
        }
        List<String> names = Arrays.asList(known);
        for (Node.Field field : mapping.fields()) {
            if (!names.contains(field.name())) {
                complaints.at(
                        field.place(),
                        "unknown field `" + field.name() + "` in " + what + "; write "
                                + Nearest.to(field.name(), names)
                                        .map(near -> "`" + near + "`")
                                        .orElse("one of " + String.join(", ", names)));
            }
        }
        return mapping.fields().stream()
                .filter(field -> names.contains(field.name()))
                .toList();
    }

    /** Fields whose names the editor chooses. */
    List<Node.Field> anyFields(Node node, String what, String cure) {
        if (node instanceof Node.Fields mapping) {
            return mapping.fields();
        }
        complaints.at(node.place(), what + " must be fields; " + cure);
        return List.of();
    }

    List<Node> items(Node node, String what) {
        return switch (node) {
            case Node.Items list when !list.items().isEmpty() -> list.items();
            case Node.Items list -> {
                complaints.at(list.place(), what + " is an empty list; list at least one, or leave the field out");
                yield List.of();
            }
            case Node.Text _, Node.Fields _ -> {
                complaints.at(node.place(), what + " must be a list; write `[…, …]` or lines that begin with `- `");
                yield List.of();
            }
        };
    }

    String text(Node node, String what) {
        if (node instanceof Node.Text text && !text.value().isBlank()) {
            return text.value().strip();
        }
        complaints.at(node.place(), what + " must be text, on one line or between quotes");
        return "";
    }

    /** A number between the two, neither of which it may be; the middle after a complaint. */
    double between(Node node, String what, double low, double high) {
        double value = number(node);
        if (value > low && value < high) {
            return value;
        }
        complaints.at(node.place(), what + " must be a number above " + plain(low) + " and below " + plain(high));
        return (low + high) / 2;
    }

    /** A number from -{@value #HEAVIEST} to {@value #HEAVIEST} that is not 0. */
    double weight(Node node, String what) {
        double value = number(node);
        if (value != 0 && Math.abs(value) <= HEAVIEST) {
            return value;
        }
        complaints.at(node.place(), what + " must be a number from -10 to 10, and not 0; below 0 it counts against");
        return 1;
    }

    /** A whole number from 1 to {@code high}; else 1. */
    int whole(Node node, String what, int high) {
        double value = number(node);
        if (value >= 1 && value <= high && value == Math.rint(value)) {
            return (int) value;
        }
        complaints.at(node.place(), what + " must be a whole number from 1 to " + high);
        return 1;
    }

    private static double number(Node node) {
        return node instanceof Node.Text text && NUMBER.matcher(text.value()).matches()
                ? Double.parseDouble(text.value())
                : Double.NaN;
    }

    boolean yes(Node node, String what) {
        if (node instanceof Node.Text text
                && (text.value().equals("true") || text.value().equals("false"))) {
            return text.value().equals("true");
        }
        complaints.at(node.place(), what + " must be `true` or `false`");
        return false;
    }

    /** The named field; complains of its absence at the place of the mapping. */
    Optional<Node> required(List<Node.Field> fields, String name, Node mapping, String what) {
        Optional<Node> value = optional(fields, name);
        if (value.isEmpty()) {
            complaints.at(mapping.place(), what + " lacks `" + name + "`; add `" + name + ": …`");
        }
        return value;
    }

    Optional<Node> optional(List<Node.Field> fields, String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .map(Node.Field::value)
                .findFirst();
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
