package wiredesk.enrich.tagging;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import wiredesk.enrich.rule.Concept;
import wiredesk.enrich.rule.Languages;
import wiredesk.enrich.rule.Pattern;
import wiredesk.enrich.rule.Rule;
import wiredesk.enrich.rule.TagRules;
import wiredesk.enrich.rule.Term;
import wiredesk.enrich.rule.Unless;
import wiredesk.enrich.text.Folding;
import wiredesk.enrich.text.Gap;
import wiredesk.enrich.text.Stemmer;
import wiredesk.enrich.text.Word;
import wiredesk.enrich.text.Words;
import wiredesk.enrich.text.Zone;
import wiredesk.enrich.text.ZoneKind;

/**
 * The rule language's meaning word for word, with no thought of speed: it compares every term with every place, and asks of
 * every interval of words what lies in it.
 */
final class Oracle {

    record Interval(int first, int last) {
        boolean within(Interval other) {
            return other.first <= first && last <= other.last;
        }

        boolean touches(Interval other) {
            return other.first <= last && first <= other.last;
        }
    }

    private record Place(Word word, int zone, int sentence, ZoneKind kind) {}

    private final List<Place> places = new ArrayList<>();
    private final TagRules rules;
    private final String language;
    private final Stemmer stemmer;

    Oracle(List<Zone> zones, TagRules rules, String language) {
        this.rules = rules;
        this.language = language;
        this.stemmer = Stemmer.of(language);
        int sentence = 0;
        for (int zone = 0; zone < zones.size(); zone++) {
            if (zones.get(zone).kind().earns()) {
                for (Word word : Words.of(zones.get(zone).text())) {
                    sentence += word.before() == Gap.SENTENCE ? 1 : 0;
                    places.add(new Place(word, zone, sentence, zones.get(zone).kind()));
                }
            }
        }
    }

    List<Interval> matches(Rule rule) {
        return find(rule.match(), rule.zones());
    }

    private List<Interval> find(Pattern pattern, Set<ZoneKind> zones) {
        return switch (pattern) {
            case Pattern.Named(String name) -> named(name, zones);
            case Pattern.Any(List<Pattern> parts) -> innermost(union(parts, zones));
            case Pattern.Together(int least, List<Pattern> parts) ->
                parts.stream().filter(part -> !find(part, zones).isEmpty()).count() >= least
                        ? innermost(union(parts, zones))
                        : List.of();
            case Pattern.Near near -> near(near, zones);
            case Pattern.Except(Pattern match, Unless unless) -> {
                List<Interval> others = find(unless.pattern(), Set.of(ZoneKind.values()));
                yield find(match, zones).stream()
                        .filter(own -> others.stream().noneMatch(other -> drops(unless.scope(), own, other)))
                        .toList();
            }
        };
    }

    private boolean drops(Unless.Scope scope, Interval own, Interval other) {
        Place ownPlace = places.get(own.first());
        Place otherPlace = places.get(other.first());
        return switch (scope) {
            case MATCH -> own.touches(other);
            case SENTENCE -> ownPlace.sentence() == otherPlace.sentence();
            case PARAGRAPH -> ownPlace.zone() == otherPlace.zone();
            case ARTICLE -> true;
        };
    }

    private List<Interval> named(String name, Set<ZoneKind> zones) {
        Concept concept = rules.concepts().get(name);
        if (concept == null) {
            return List.of();
        }
        List<Term> terms = Stream.of(language, Languages.ANY)
                .flatMap(key -> concept.terms().getOrDefault(key, List.of()).stream())
                .toList();
        List<Interval> counters = places(terms.stream().filter(Term::counter).toList());
        List<Interval> kept = places(
                        terms.stream().filter(term -> !term.counter()).toList())
                .stream()
                .filter(place -> counters.stream().noneMatch(place::touches))
                .toList();
        return innermost(kept).stream()
                .filter(place -> zones.contains(places.get(place.first()).kind()))
                .toList();
    }

    private List<Interval> places(List<Term> terms) {
        return terms.stream()
                .flatMap(term -> IntStream.range(0, places.size())
                        .filter(at -> standsAt(term, at))
                        .mapToObj(at -> new Interval(at, at + term.parts().size() - 1)))
                .distinct()
                .toList();
    }

    private boolean standsAt(Term term, int at) {
        int size = term.parts().size();
        return at + size <= places.size()
                && IntStream.range(0, size).allMatch(i -> {
                    Word word = places.get(at + i).word();
                    return (i == 0 || word.before() == Gap.JOINED)
                            && fits(term.parts().get(i), word);
                });
    }

    private boolean fits(Term.Part part, Word word) {
        String lower = word.written().toLowerCase(Locale.ROOT);
        return switch (part.kind()) {
            case STEM -> {
                Set<String> stems = Set.copyOf(List.of(stemmer.stem(lower), stemmer.stem(word.folded())));
                yield stems.contains(stemmer.stem(part.text()))
                        || stems.contains(stemmer.stem(Folding.fold(part.text())));
            }
            case FORM -> lower.equals(part.text());
            case CASED -> word.written().equals(part.text());
            case PREFIX -> word.folded().startsWith(part.text());
            case SUFFIX -> word.folded().endsWith(part.text());
            case INFIX -> word.folded().contains(part.text());
        };
    }

    private List<Interval> near(Pattern.Near near, Set<ZoneKind> zones) {
        List<List<Interval>> parts =
                near.parts().stream().map(part -> find(part, zones)).toList();
        List<Interval> holding = new ArrayList<>();
        for (int first = 0; first < places.size(); first++) {
            for (int last = first; last < Math.min(places.size(), first + near.words()); last++) {
                Interval interval = new Interval(first, last);
                if (together(near.reach(), first, last)
                        && (near.ordered()
                                ? holdsInOrder(parts, first, last)
                                : parts.stream()
                                                .filter(part -> anyWithin(part, interval))
                                                .count()
                                        >= near.least())) {
                    holding.add(interval);
                }
            }
        }
        return innermost(holding);
    }

    private boolean together(Pattern.Reach reach, int first, int last) {
        return switch (reach) {
            case SENTENCE -> places.get(first).sentence() == places.get(last).sentence();
            case PARAGRAPH -> places.get(first).zone() == places.get(last).zone();
        };
    }

    private static boolean holdsInOrder(List<List<Interval>> parts, int first, int last) {
        return parts.isEmpty()
                || parts.getFirst().stream()
                        .anyMatch(match -> match.first() >= first
                                && match.last() <= last
                                && holdsInOrder(parts.subList(1, parts.size()), match.last() + 1, last));
    }

    private static boolean anyWithin(List<Interval> matches, Interval interval) {
        return matches.stream().anyMatch(match -> match.within(interval));
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
}
