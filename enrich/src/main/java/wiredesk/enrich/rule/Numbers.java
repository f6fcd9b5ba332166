package wiredesk.enrich.rule;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Replaces numbers in a rule file and changes nothing else in it, however it is written. */
public final class Numbers {

    private final String yaml;
    private final NodeReader nodes = new NodeReader(new Complaints("", ""));

    /** What is to be replaced, by where it begins in the file. */
    private final SortedMap<Integer, Replacement> replacements = new TreeMap<>();

    private record Replacement(String before, String after) {}

    private Numbers(String yaml) {
        this.yaml = yaml;
    }

    /**
     * The file's text with other numbers.
     *
     * @param top by the names of fields of the file: {@code prior}, {@code threshold}; one that it lacks is left out
     * @param weights by the ids of rules
     */
    public static String replace(String yaml, Map<String, Double> top, Map<String, Double> weights) {
        Numbers numbers = new Numbers(yaml);
        YamlReader.read(yaml, new Complaints("", yaml)).ifPresent(root -> numbers.find(root, top, weights));
        return numbers.replaced();
    }

    private void find(Node root, Map<String, Double> top, Map<String, Double> weights) {
        if (!(root instanceof Node.Fields(Node.Place _, List<Node.Field> fields))) {
            return;
        }
        top.forEach((name, value) -> nodes.optional(fields, name).ifPresent(node -> put(node, value)));
        if (nodes.optional(fields, "rules").orElse(root) instanceof Node.Items(Node.Place _, List<Node> rules)) {
            for (Node rule : rules) {
                if (rule instanceof Node.Fields(Node.Place _, List<Node.Field> of)
                        && nodes.optional(of, "id").orElse(rule) instanceof Node.Text(Node.Place _, String id)
                        && weights.containsKey(id.strip())) {
                    double weight = weights.getOrDefault(id.strip(), 1.0);
                    nodes.optional(of, "weight").ifPresent(node -> put(node, weight));
                }
            }
        }
    }

    private void put(Node node, double value) {
        if (node instanceof Node.Text(Node.Place place, String text)) {
            int line = 0;
            for (int i = 1; i < place.line(); i++) {
                line = yaml.indexOf('\n', line) + 1;
            }
            int at = yaml.indexOf(text, line + place.column() - 1);
            if (at >= 0) {
                replacements.put(at, new Replacement(text, plain(value)));
            }
        }
    }

    private String replaced() {
        StringBuilder text = new StringBuilder();
        int from = 0;
        for (Map.Entry<Integer, Replacement> next : replacements.entrySet()) {
            text.append(yaml, from, next.getKey()).append(next.getValue().after());
            from = next.getKey() + next.getValue().before().length();
        }
        return text.append(yaml.substring(from)).toString();
    }

    private static String plain(double number) {
        return String.format(Locale.ROOT, "%.3f", number)
                .replaceFirst("0+$", "")
                .replaceFirst("\\.$", "");
    }
}
