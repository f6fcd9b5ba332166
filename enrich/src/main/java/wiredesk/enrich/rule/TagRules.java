package wiredesk.enrich.rule;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One tag's rule file, parsed and sound.
 *
 * @param code the tag, such as {@code wiredesk:regulation}
 * @param names what readers call it, by language, in all of {@link Languages#ALL}
 * @param broader the IPTC Media Topics that it maps to, as {@code medtop:} codes
 * @param prior how probable the tag is for an article of which no rule says anything, above 0 and below the threshold
 * @param threshold the least score that earns the tag, above 0 and below 1
 * @param floor the least share of a match's worth that is left however deep in the article it stands, 0 to 1
 * @param concepts those that its rules use, its own and shared ones, by name
 * @param unused the names of its own concepts that no rule uses
 * @param places what the vocabulary knows of places, by code; they tag nothing by themselves
 * @param rules by id: their order in the file means nothing
 * @param examples in the order of the file; they tag nothing
 */
public record TagRules(
        String code,
        SortedMap<String, String> names,
        List<String> broader,
        double prior,
        double threshold,
        double floor,
        SortedMap<String, Concept> concepts,
        SortedSet<String> unused,
        SortedMap<String, Concept> places,
        List<Rule> rules,
        List<Example> examples) {

    public TagRules {
        names = Sorted.copyOf(names);
        broader = List.copyOf(broader);
        concepts = Sorted.copyOf(concepts);
        unused = Collections.unmodifiableSortedSet(new TreeSet<>(unused));
        places = Sorted.copyOf(places);
        rules = rules.stream().sorted(Comparator.comparing(Rule::id)).toList();
        examples = List.copyOf(examples);
    }

    /** The same with other rules, and without examples. */
    public TagRules withRules(List<Rule> others) {
        return new TagRules(code, names, broader, prior, threshold, floor, concepts, unused, places, others, List.of());
    }

    /** Reads a rule file. Never throws: what cannot be read comes back as problems. */
    public static Parsed<TagRules> parse(Source file, Vocabulary shared) {
        Complaints complaints = new Complaints(file.name(), file.yaml());
        TagRules rules = YamlReader.read(file.yaml(), complaints)
                .map(root -> new TagRulesReader(complaints, shared).read(root))
                .orElse(null);
        return rules == null || complaints.any() ? new Parsed.Invalid<>(complaints.all()) : new Parsed.Valid<>(rules);
    }
}
