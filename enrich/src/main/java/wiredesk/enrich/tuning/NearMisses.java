package wiredesk.enrich.tuning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import wiredesk.enrich.rule.Pattern;
import wiredesk.enrich.rule.Rule;
import wiredesk.enrich.rule.RuleBook;
import wiredesk.enrich.rule.TagRules;
import wiredesk.enrich.tagging.Tagger;
import wiredesk.enrich.tagging.Verdict;

/**
 * Why rules did not match. Each rule is taken apart into probes, rules of its own: the rule without its {@code unless}, and
 * each of its parts; what an ordinary tagger then finds tells what was there and what was lacking.
 */
final class NearMisses {

    private static final int MOST = 3;

    private final Tagger prober;
    private final Map<String, TagRules> tags = new HashMap<>();

    NearMisses(RuleBook book) {
        List<TagRules> probing = new ArrayList<>();
        for (TagRules tag : book.tags()) {
            tags.put(tag.code(), tag);
            List<Rule> probes = tag.rules().stream()
                    .filter(rule -> rule.weight() > 0)
                    .flatMap(rule -> probes(rule).stream())
                    .toList();
            probing.add(tag.withRules(probes));
        }
        prober = new Tagger(RuleBook.of(probing));
    }

    private static List<Rule> probes(Rule rule) {
        List<Rule> probes = new ArrayList<>();
        Pattern bare = bare(rule.match());
        probes.add(new Rule(rule.id() + "/bare", 1, bare, rule.zones()));
        List<Pattern> parts = parts(bare);
        for (int i = 0; i < parts.size(); i++) {
            probes.add(new Rule(rule.id() + "/" + i, 1, parts.get(i), rule.zones()));
        }
        return probes;
    }

    private static Pattern bare(Pattern pattern) {
        return pattern instanceof Pattern.Except(Pattern match, var _) ? bare(match) : pattern;
    }

    private static List<Pattern> parts(Pattern pattern) {
        return switch (pattern) {
            case Pattern.Near near -> near.parts();
            case Pattern.Together(int _, List<Pattern> parts) -> parts;
            case Pattern.Any _, Pattern.Named _, Pattern.Except _ -> List.of(pattern);
        };
    }

    /** The rules that came nearest to matching, the heaviest first, a line each. */
    List<String> of(LabelledItem item, Verdict verdict) {
        TagRules tag = tags.get(verdict.tag());
        if (tag == null) {
            return List.of();
        }
        Set<String> matched =
                verdict.findings().stream().map(Verdict.Finding::rule).collect(Collectors.toSet());
        Map<String, String> found = new HashMap<>();
        prober.verdicts(item.language(), item.zones()).stream()
                .filter(probe -> probe.tag().equals(tag.code()))
                .flatMap(probe -> probe.findings().stream())
                .forEach(finding ->
                        found.put(finding.rule(), finding.evidence().getFirst().text()));
        return tag.rules().stream()
                .filter(rule -> rule.weight() > 0 && !matched.contains(rule.id()))
                .map(rule -> explain(rule, found))
                .filter(near -> near.present() > 0)
                .sorted(Comparator.comparingInt(Near::lacking).thenComparingDouble(near -> -near.weight()))
                .limit(MOST)
                .map(Near::line)
                .toList();
    }

    private record Near(double weight, int present, int lacking, String line) {}

    private static Near explain(Rule rule, Map<String, String> found) {
        List<Pattern> parts = parts(bare(rule.match()));
        List<String> present = new ArrayList<>();
        Set<String> lacking = new TreeSet<>();
        IntStream.range(0, parts.size()).forEach(i -> {
            String words = found.get(rule.id() + "/" + i);
            if (words == null) {
                lacking.add(name(parts.get(i)));
            } else {
                present.add("“" + words + "”");
            }
        });
        String what = found.containsKey(rule.id() + "/bare")
                ? "matches, but its unless drops it"
                : lacking.isEmpty() ? "has all its parts, too far apart" : "lacks " + String.join(" and ", lacking);
        return new Near(
                rule.weight(),
                present.size(),
                lacking.size(),
                rule.id() + " " + what + (present.isEmpty() ? "" : "; it has " + String.join(", ", present)));
    }

    private static String name(Pattern pattern) {
        return switch (pattern) {
            case Pattern.Named(String concept) -> concept;
            case Pattern.Any(List<Pattern> parts) ->
                parts.stream().map(NearMisses::name).collect(Collectors.joining(" or "));
            case Pattern.Together(int _, List<Pattern> parts) -> names(parts);
            case Pattern.Near near -> names(near.parts());
            case Pattern.Except(Pattern match, var _) -> name(match);
        };
    }

    private static String names(List<Pattern> parts) {
        return parts.stream().map(NearMisses::name).collect(Collectors.joining(" with ", "(", ")"));
    }
}
