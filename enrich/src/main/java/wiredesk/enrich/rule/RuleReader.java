package wiredesk.enrich.rule;

import java.util.ArrayList;
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
                .map(value -> nodes.number(value, "weight", 0, 1))
                .orElse(1.0);
        Pattern match = nodes.required(fields, "match", node, "the rule")
                .map(patterns::read)
                .orElse(new Pattern.Any(List.of()));
        SortedSet<ZoneKind> zones =
                nodes.optional(fields, "zones").map(this::zones).orElseGet(RuleReader::earningZones);
        List<Unless> unless = nodes.optional(fields, "unless").map(this::unless).orElse(List.of());
        return new Rule(id, weight, match, zones, unless);
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

    private List<Unless> unless(Node node) {
        List<Node.Field> fields = nodes.fields(node, "unless", "match", "sentence", "zone", "article");
        List<Unless> all = new ArrayList<>();
        for (Unless.Scope scope : Unless.Scope.values()) {
            nodes.optional(fields, scope.label()).ifPresent(value -> all.add(new Unless(scope, patterns.read(value))));
        }
        return all;
    }

    private static SortedSet<ZoneKind> earningZones() {
        return Arrays.stream(ZoneKind.values()).filter(ZoneKind::earns).collect(Collectors.toCollection(TreeSet::new));
    }
}
