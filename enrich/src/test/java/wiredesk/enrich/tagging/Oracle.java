package wiredesk.enrich.tagging;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import wiredesk.enrich.rule.Concept;
import wiredesk.enrich.rule.Pattern;
import wiredesk.enrich.rule.Rule;
import wiredesk.enrich.rule.TagRules;
import wiredesk.enrich.rule.Unless;
import wiredesk.enrich.text.ZoneKind;

/**
 * The patterns' meaning word for word, with no thought of speed: it asks of every interval whether a match lies in it.
 */
final class Oracle {

    record Interval(int first, int last) {
        boolean within(Interval other) {
            return other.first <= first && last <= other.last;
        }
    }

    private final Reading reading;
    private final TagRules rules;

    Oracle(Reading reading, TagRules rules) {
        this.reading = reading;
        this.rules = rules;
    }

    List<Interval> matches(Rule rule) {
        return find(rule.match(), rule.zones()).stream()
                .filter(match -> rule.unless().stream().noneMatch(unless -> drops(unless, match)))
                .toList();
    }

    private boolean drops(Unless unless, Interval match) {
        return find(unless.pattern(), Set.of(ZoneKind.values())).stream().anyMatch(other -> switch (unless.scope()) {
            case MATCH -> other.first() <= match.last() && match.first() <= other.last();
            case SENTENCE -> reading.sentenceOf(other.first()) == reading.sentenceOf(match.first());
            case ZONE -> reading.zoneOf(other.first()) == reading.zoneOf(match.first());
            case ARTICLE -> true;
        });
    }

    private List<Interval> find(Pattern pattern, Set<ZoneKind> zones) {
        return switch (pattern) {
            case Pattern.Any(List<Pattern> parts) -> innermost(union(parts, zones));
            case Pattern.All(List<Pattern> parts) ->
                parts.stream().allMatch(part -> !find(part, zones).isEmpty())
                        ? innermost(union(parts, zones))
                        : List.of();
            case Pattern.Named _, Pattern.Near _ ->
                innermost(all().stream().filter(i -> holds(pattern, i, zones)).toList());
        };
    }

    private List<Interval> union(List<Pattern> parts, Set<ZoneKind> zones) {
        return parts.stream()
                .flatMap(part -> find(part, zones).stream())
                .distinct()
                .toList();
    }

    private static List<Interval> innermost(List<Interval> intervals) {
        return intervals.stream()
                .filter(i -> intervals.stream().noneMatch(other -> !other.equals(i) && other.within(i)))
                .sorted((x, y) -> Integer.compare(x.first(), y.first()))
                .toList();
    }

    private List<Interval> all() {
        return inside(new Interval(0, reading.words().size() - 1));
    }

    private static List<Interval> inside(Interval outer) {
        List<Interval> inner = new ArrayList<>();
        for (int first = outer.first(); first <= outer.last(); first++) {
            for (int last = first; last <= outer.last(); last++) {
                inner.add(new Interval(first, last));
            }
        }
        return inner;
    }

    /** Whether some match of the pattern lies in the interval. */
    private boolean holds(Pattern pattern, Interval interval, Set<ZoneKind> zones) {
        return switch (pattern) {
            case Pattern.Named(String name) -> inside(interval).stream().anyMatch(i -> isTerm(name, i, zones));
            case Pattern.Any(List<Pattern> parts) -> parts.stream().anyMatch(part -> holds(part, interval, zones));
            case Pattern.All _ -> throw new AssertionError("all stands outside near");
            case Pattern.Near near ->
                inside(interval).stream()
                        .filter(i -> i.last() - i.first() < near.words())
                        .filter(i -> reading.sentenceOf(i.first()) == reading.sentenceOf(i.last()))
                        .anyMatch(i -> near.ordered()
                                ? holdsInOrder(near.parts(), i, zones)
                                : near.parts().stream().allMatch(part -> holds(part, i, zones)));
        };
    }

    private boolean holdsInOrder(List<Pattern> parts, Interval interval, Set<ZoneKind> zones) {
        if (parts.isEmpty()) {
            return true;
        }
        return inside(interval).stream()
                .anyMatch(i -> holds(parts.getFirst(), i, zones)
                        && holdsInOrder(
                                parts.subList(1, parts.size()), new Interval(i.last() + 1, interval.last()), zones));
    }

    private boolean isTerm(String name, Interval i, Set<ZoneKind> zones) {
        Concept concept = rules.concepts().get(name);
        return concept != null
                && zones.contains(reading.kindOf(i.first()))
                && concept.terms().getOrDefault("en", List.of()).stream()
                        .anyMatch(term -> term.parts().size() == i.last() - i.first() + 1
                                && term.standsAt(reading.words(), i.first()));
    }
}
