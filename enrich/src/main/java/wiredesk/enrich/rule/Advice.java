package wiredesk.enrich.rule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What looks wrong in sound rule files: nothing that keeps them from going live, but most likely not what was meant. */
public final class Advice {

    private static final int SHORT_WORD = 2;

    private final Source file;
    private final TagRules rules;
    private final List<Problem> warnings = new ArrayList<>();

    private Advice(Source file, TagRules rules) {
        this.file = file;
        this.rules = rules;
    }

    /** The warnings about one tag's file, in the order of their places. */
    public static List<Problem> of(Source file, TagRules rules) {
        Advice advice = new Advice(file, rules);
        rules.rules().forEach(advice::rule);
        rules.unused()
                .forEach(name -> advice.warn(
                        name + ":", "no rule speaks of the concept `" + name + "`; use it or leave it out"));
        return advice.warnings.stream().sorted().toList();
    }

    /** The shared concepts of which no tag speaks, and the languages in which one lacks words, a line each. */
    public static List<String> of(Vocabulary shared, Collection<TagRules> tags) {
        SortedSet<String> used = new TreeSet<>();
        tags.forEach(tag -> used.addAll(tag.concepts().keySet()));
        SortedSet<String> languages = new TreeSet<>();
        shared.words()
                .values()
                .forEach(concept -> languages.addAll(concept.terms().keySet()));
        languages.remove(Languages.ANY);
        List<String> lines = new ArrayList<>();
        shared.words().forEach((name, concept) -> {
            if (!used.contains(name)) {
                lines.add("no tag speaks of the shared concept `" + name + "`; use it or leave it out");
            }
            SortedSet<String> lacking = new TreeSet<>(languages);
            lacking.removeAll(concept.terms().keySet());
            if (!lacking.isEmpty() && !concept.terms().containsKey(Languages.ANY)) {
                lines.add("the shared concept `" + name + "` has no words in " + String.join(", ", lacking));
            }
        });
        return lines;
    }

    private void warn(String words, String message) {
        Complaints complaints = new Complaints(file.name(), file.yaml());
        complaints.at(new Node.Place(1, 1), words, message);
        warnings.addAll(complaints.all());
    }

    private void rule(Rule rule) {
        String at = "id: " + rule.id();
        languages(rule, at);
        if (shortest(rule.match()) == Integer.MAX_VALUE) {
            warn(
                    at,
                    "`" + rule.id()
                            + "` can never match: its `near` has fewer words than its parts need; raise `words`");
        } else if (!anchored(rule.match())) {
            String shortTerms = needed(rule.match())
                    .flatMap(concept -> terms(concept.name()).filter(term -> !anchors(term)))
                    .map(Term::toString)
                    .distinct()
                    .limit(3)
                    .collect(Collectors.joining("`, `"));
            warn(
                    at,
                    "nothing rare anchors `" + rule.id()
                            + "`: each concept that it needs has a term of one or two letters (`"
                            + shortTerms + "`), so that nearly every article is searched for it; write `=` before an"
                            + " abbreviation, or leave it out");
        }
    }

    /** Concepts of one rule that do not cover the same languages: in those that one lacks, the rule is silent. */
    private void languages(Rule rule, String at) {
        Map<String, SortedSet<String>> lacking = new TreeMap<>();
        SortedSet<String> all = new TreeSet<>();
        List<Concept> needed = needed(rule.match()).toList();
        needed.forEach(concept -> all.addAll(covered(concept)));
        for (Concept concept : needed) {
            SortedSet<String> missing = new TreeSet<>(all);
            missing.removeAll(covered(concept));
            if (!missing.isEmpty()) {
                lacking.put(concept.name(), missing);
            }
        }
        lacking.forEach((name, missing) -> warn(
                at,
                "`" + rule.id() + "` is silent in " + String.join(", ", missing) + ", for `" + name
                        + "` has no terms there; add some"));
    }

    private static Collection<String> covered(Concept concept) {
        return concept.terms().containsKey(Languages.ANY)
                ? Languages.ALL
                : concept.terms().keySet();
    }

    private Stream<Concept> needed(Pattern pattern) {
        return switch (pattern) {
            case Pattern.Named(String name) ->
                Stream.ofNullable(rules.concepts().get(name));
            case Pattern.Any _ -> Stream.of();
            case Pattern.Together(int least, List<Pattern> parts) ->
                least == parts.size() ? parts.stream().flatMap(this::needed) : Stream.of();
            case Pattern.Near near ->
                near.least() == near.parts().size() ? near.parts().stream().flatMap(this::needed) : Stream.of();
            case Pattern.Except(Pattern match, var _) -> needed(match);
        };
    }

    /** The fewest words that a match can have; {@link Integer#MAX_VALUE} when there can be none. */
    private int shortest(Pattern pattern) {
        return switch (pattern) {
            case Pattern.Named(String name) ->
                terms(name).mapToInt(term -> term.parts().size()).min().orElse(1);
            case Pattern.Any(List<Pattern> parts) ->
                parts.stream().mapToInt(this::shortest).min().orElse(1);
            case Pattern.Together(int _, List<Pattern> parts) ->
                parts.stream().mapToInt(this::shortest).max().orElse(1);
            case Pattern.Near near -> {
                List<Integer> parts =
                        near.parts().stream().map(this::shortest).sorted().toList();
                long needed = near.ordered()
                        ? parts.stream().mapToLong(Integer::longValue).sum()
                        : parts.get(near.least() - 1);
                yield needed > near.words() ? Integer.MAX_VALUE : (int) needed;
            }
            case Pattern.Except(Pattern match, var _) -> shortest(match);
        };
    }

    private boolean anchored(Pattern pattern) {
        return switch (pattern) {
            case Pattern.Named(String name) -> terms(name).allMatch(Advice::anchors);
            case Pattern.Any(List<Pattern> parts) -> parts.stream().allMatch(this::anchored);
            case Pattern.Together(int least, List<Pattern> parts) -> anchored(least, parts);
            case Pattern.Near near -> anchored(near.least(), near.parts());
            case Pattern.Except(Pattern match, var _) -> anchored(match);
        };
    }

    private boolean anchored(int least, List<Pattern> parts) {
        return parts.stream().filter(part -> !anchored(part)).count() < least;
    }

    private Stream<Term> terms(String name) {
        Concept concept = rules.concepts().get(name);
        return concept == null
                ? Stream.of()
                : concept.terms().values().stream().flatMap(List::stream).filter(term -> !term.counter());
    }

    private static boolean anchors(Term term) {
        return term.parts().size() > 1
                || term.parts().getFirst().kind() == Term.Kind.CASED
                || term.parts().getFirst().text().length() > SHORT_WORD;
    }
}
