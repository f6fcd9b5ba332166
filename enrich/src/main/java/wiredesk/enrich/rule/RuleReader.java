package wiredesk.enrich.rule;

import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import wiredesk.enrich.text.ZoneKind;

/** Reads one rule of the list. */
final class RuleReader {

    private static final String EARNING = Arrays.stream(ZoneKind.values())
            .filter(ZoneKind::earns)
            .map(ZoneKind::label)
            .collect(Collectors.joining(", "));

    private final Complaints complaints;
    private final NodeReader nodes;
    private final PatternReader patterns;

    RuleReader(Complaints complaints, PatternReader patterns) {
        this.complaints = complaints;
        this.nodes = new NodeReader(complaints);
        this.patterns = patterns;
    }

    Rule read(Node node) {
        List<Node.Field> fields = nodes.fields(node, "a rule", "id", "weight", "match", "zones", "unless");
        String id = nodes.required(fields, "id", node, "the rule")
                .map(value -> nodes.text(value, "id"))
                .orElse("");
        double weight = nodes.required(fields, "weight", node, "the rule")
                .map(value -> nodes.weight(value, "weight"))
                .orElse(1.0);
        Pattern match = nodes.required(fields, "match", node, "the rule")
                .map(patterns::read)
                .orElse(new Pattern.Any(List.of()));
        SortedSet<ZoneKind> zones =
                nodes.optional(fields, "zones").map(this::zones).orElseGet(RuleReader::earningZones);
        Pattern pattern = nodes.optional(fields, "unless")
                .map(value -> patterns.except(match, value))
                .orElse(match);
        return new Rule(id, weight, pattern, zones);
    }

    private SortedSet<ZoneKind> zones(Node node) {
        SortedSet<ZoneKind> zones = new TreeSet<>();
        for (Node item : nodes.items(node, "zones")) {
            String label = nodes.text(item, "a zone");
            ZoneKind kind = Arrays.stream(ZoneKind.values())
                    .filter(k -> k.label().equals(label))
                    .findFirst()
                    .orElse(null);
            if (kind == null) {
                complaints.at(item.place(), "unknown zone `" + label + "`; write one of " + EARNING);
            } else if (!kind.earns()) {
                complaints.at(item.place(), "a " + label + " zone never earns a tag; write one of " + EARNING);
            } else {
                zones.add(kind);
            }
        }
        return zones;
    }

    private static SortedSet<ZoneKind> earningZones() {
        return Arrays.stream(ZoneKind.values()).filter(ZoneKind::earns).collect(Collectors.toCollection(TreeSet::new));
    }
}
