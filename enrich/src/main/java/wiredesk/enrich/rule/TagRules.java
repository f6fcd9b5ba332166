package wiredesk.enrich.rule;

import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;

/**
 * One tag's rule file, parsed and sound.
 *
 * @param code the tag, such as {@code wiredesk:regulation}
 * @param names what readers call it, by language, in all of {@link Languages#ALL}
 * @param broader the IPTC Media Topics that it maps to, as {@code medtop:} codes
 * @param threshold the least score that earns the tag, above 0 and at most 1
 * @param concepts by name
 * @param rules by id: their order in the file means nothing
 * @param examples in the order of the file; they tag nothing
 */
public record TagRules(
        String code,
        SortedMap<String, String> names,
        List<String> broader,
        double threshold,
        SortedMap<String, Concept> concepts,
        List<Rule> rules,
        List<Example> examples) {

    public TagRules {
        names = Sorted.copyOf(names);
        broader = List.copyOf(broader);
        concepts = Sorted.copyOf(concepts);
        rules = rules.stream().sorted(Comparator.comparing(Rule::id)).toList();
        examples = List.copyOf(examples);
    }

    /**
     * Reads a rule file. Never throws: what cannot be read comes back as problems.
     *
     * @param fileName names the file in problems; nothing is opened
     */
    public static Parsed parse(String fileName, String yaml) {
        Complaints complaints = new Complaints(fileName);
        TagRules rules = YamlReader.read(yaml, complaints)
                .map(root -> new TagRulesReader(complaints).read(root))
                .orElse(null);
        return rules == null || complaints.any() ? new Parsed.Invalid(complaints.all()) : new Parsed.Valid(rules);
    }
}
