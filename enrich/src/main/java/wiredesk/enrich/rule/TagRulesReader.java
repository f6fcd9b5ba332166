package wiredesk.enrich.rule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads a whole rule file from its nodes. */
final class TagRulesReader {

    private static final String CODE = "wiredesk:[a-z0-9]+(-[a-z0-9]+)*";
    private static final String TOPIC = "medtop:[0-9]{8}";
    private static final String[] FIELDS = {
        "tag", "names", "broader", "prior", "threshold", "floor", "concepts", "rules", "examples"
    };
    private static final double USUAL_PRIOR = 0.05;

    private final Complaints complaints;
    private final NodeReader nodes;
    private final Vocabulary shared;

    TagRulesReader(Complaints complaints, Vocabulary shared) {
        this.complaints = complaints;
        this.shared = shared;
        this.nodes = new NodeReader(complaints);
    }

    /** What could be read; it counts only when nothing was complained of. */
    TagRules read(Node root) {
        List<Node.Field> fields = nodes.fields(root, "the file", FIELDS);
        String code = nodes.required(fields, "tag", root, "the file")
                .map(node -> coded(node, "tag", CODE, "wiredesk:data-residency"))
                .orElse("");
        SortedMap<String, String> names = nodes.required(fields, "names", root, "the file")
                .map(this::names)
                .orElseGet(TreeMap::new);
        List<String> broader =
                nodes.optional(fields, "broader").map(this::broader).orElse(List.of());
        double threshold = nodes.required(fields, "threshold", root, "the file")
                .map(node -> nodes.between(node, "threshold", 0, 1))
                .orElse(0.5);
        double prior = nodes.optional(fields, "prior")
                .map(node -> nodes.between(node, "prior", 0, threshold))
                .orElse(Math.min(USUAL_PRIOR, threshold / 2));
        double floor = nodes.optional(fields, "floor")
                .map(node -> nodes.between(node, "floor", 0, 1))
                .orElse(0.0);
        SortedMap<String, Concept> concepts = new TreeMap<>(shared.concepts());
        SortedMap<String, Concept> own = nodes.optional(fields, "concepts")
                .map(new ConceptsReader(complaints)::byName)
                .orElseGet(TreeMap::new);
        concepts.putAll(own);
        PatternReader patterns = new PatternReader(complaints, concepts.keySet());
        List<Rule> rules = nodes.required(fields, "rules", root, "the file")
                .map(node -> rules(node, patterns))
                .orElse(List.of());
        concepts.keySet().retainAll(patterns.used());
        SortedSet<String> unused = new TreeSet<>(own.keySet());
        unused.removeAll(patterns.used());
        List<Example> examples =
                nodes.optional(fields, "examples").map(this::examples).orElse(List.of());
        return new TagRules(
                code, names, broader, prior, threshold, floor, concepts, unused, shared.places(), rules, examples);
    }

    private SortedMap<String, String> names(Node node) {
        SortedMap<String, String> names = new TreeMap<>();
        for (Node.Field field : languages(node, "names")) {
            names.put(field.name(), nodes.text(field.value(), "a name"));
        }
        for (String language : Languages.ALL) {
            if (!names.containsKey(language)) {
                complaints.at(node.place(), "the tag has no name in `" + language + "`; add `" + language + ": …`");
            }
        }
        return names;
    }

    private List<String> broader(Node node) {
        return nodes.items(node, "broader").stream()
                .map(item -> coded(item, "a broader topic", TOPIC, "medtop:20000121"))
                .toList();
    }

    private String coded(Node node, String what, String form, String like) {
        String code = nodes.text(node, what);
        if (!code.isEmpty() && !code.matches(form)) {
            complaints.at(node.place(), what + " cannot be `" + code + "`; write it like `" + like + "`");
        }
        return code;
    }

    private List<Rule> rules(Node node, PatternReader patterns) {
        RuleReader reader = new RuleReader(complaints, patterns);
        Set<String> ids = new HashSet<>();
        List<Rule> rules = new ArrayList<>();
        for (Node item : nodes.items(node, "rules")) {
            Rule rule = reader.read(item);
            if (!ids.add(rule.id())) {
                complaints.at(item.place(), "a rule above has the id `" + rule.id() + "` too; give it another");
            }
            rules.add(rule);
        }
        return rules;
    }

    private List<Example> examples(Node node) {
        List<Example> examples = new ArrayList<>();
        for (Node.Field kind : nodes.fields(node, "examples", "must", "must-not")) {
            for (Node.Field language : languages(kind.value(), "the examples")) {
                for (Node item : nodes.items(language.value(), "the list of examples")) {
                    String text = nodes.text(item, "an example");
                    boolean must = kind.name().equals("must");
                    examples.add(new Example(
                            language.name(), must, text, item.place().line()));
                }
            }
        }
        return examples;
    }

    private List<Node.Field> languages(Node node, String what) {
        return nodes.fields(node, what, Languages.ALL.toArray(String[]::new));
    }
}
