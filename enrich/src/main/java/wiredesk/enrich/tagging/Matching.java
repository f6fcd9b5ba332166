package wiredesk.enrich.tagging;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import wiredesk.enrich.rule.Pattern;
import wiredesk.enrich.rule.Rule;
import wiredesk.enrich.rule.Unless;
import wiredesk.enrich.text.ZoneKind;

/** Finds the matches of one tag's rules in one article, from the places of its concepts. */
final class Matching {

    private final Reading reading;
    private final Map<ConceptId, Spans> places;
    private final String tag;

    Matching(Reading reading, Map<ConceptId, Spans> places, String tag) {
        this.reading = reading;
        this.places = places;
        this.tag = tag;
    }

    /** The rule's matches in its zones, less those that one of its {@code unless} drops. */
    Spans matches(Rule rule) {
        Spans found = find(rule.match(), rule.zones());
        for (Unless unless : rule.unless()) {
            if (found.size() > 0) {
                found = drop(found, unless);
            }
        }
        return found;
    }

    private Spans find(Pattern pattern, Set<ZoneKind> zones) {
        return switch (pattern) {
            case Pattern.Named(String concept) -> named(concept, zones);
            case Pattern.Any(List<Pattern> parts) -> any(parts, zones);
            case Pattern.All(List<Pattern> parts) -> all(parts, zones);
            case Pattern.Near near -> near(near, zones);
        };
    }

    private Spans named(String concept, Set<ZoneKind> zones) {
        Spans spans = places.getOrDefault(new ConceptId(tag, concept), Spans.NONE);
        return keep(spans, i -> zones.contains(reading.kindOf(spans.first(i))));
    }

    private Spans any(List<Pattern> parts, Set<ZoneKind> zones) {
        Spans.Collector union = new Spans.Collector();
        parts.forEach(part -> union.addAll(find(part, zones)));
        return union.minimal();
    }

    private Spans all(List<Pattern> parts, Set<ZoneKind> zones) {
        Spans.Collector union = new Spans.Collector();
        for (Pattern part : parts) {
            Spans spans = find(part, zones);
            if (spans.size() == 0) {
                return Spans.NONE;
            }
            union.addAll(spans);
        }
        return union.minimal();
    }

    private Spans near(Pattern.Near near, Set<ZoneKind> zones) {
        Spans[] parts = new Spans[near.parts().size()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = find(near.parts().get(i), zones);
            if (parts[i].size() == 0) {
                return Spans.NONE;
            }
        }
        Spans together = near.ordered() ? Together.ordered(parts) : Together.anyOrder(parts);
        return keep(together, i -> {
            int first = together.first(i);
            int last = together.last(i);
            return last - first < near.words() && reading.sentenceOf(first) == reading.sentenceOf(last);
        });
    }

    private Spans drop(Spans found, Unless unless) {
        Spans other = find(unless.pattern(), Set.of(ZoneKind.values()));
        return switch (unless.scope()) {
            case MATCH -> dropTouching(found, other);
            case SENTENCE -> dropSharing(found, other, reading::sentenceOf);
            case ZONE -> dropSharing(found, other, reading::zoneOf);
            case ARTICLE -> other.size() == 0 ? found : Spans.NONE;
        };
    }

    private Spans dropSharing(Spans found, Spans other, IntUnaryOperator place) {
        BitSet barred = new BitSet();
        for (int i = 0; i < other.size(); i++) {
            barred.set(place.applyAsInt(other.first(i)));
        }
        return keep(found, i -> !barred.get(place.applyAsInt(found.first(i))));
    }

    private Spans dropTouching(Spans found, Spans other) {
        BitSet barred = new BitSet();
        for (int i = 0; i < other.size(); i++) {
            barred.set(other.first(i), other.last(i) + 1);
        }
        return keep(found, i -> {
            int hit = barred.nextSetBit(found.first(i));
            return hit < 0 || hit > found.last(i);
        });
    }

    private static Spans keep(Spans spans, IntPredicate wanted) {
        Spans.Collector kept = new Spans.Collector();
        for (int i = 0; i < spans.size(); i++) {
            if (wanted.test(i)) {
                kept.add(spans.first(i), spans.last(i));
            }
        }
        return kept.minimal();
    }
}
