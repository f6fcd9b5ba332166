package wiredesk.enrich.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import wiredesk.enrich.rule.Pattern;
import wiredesk.enrich.rule.Rule;
import wiredesk.enrich.rule.RuleBook;
import wiredesk.enrich.rule.TagRules;
import wiredesk.enrich.rule.Unless;
import wiredesk.enrich.text.Zone;
import wiredesk.enrich.text.ZoneKind;

/** The matcher against {@link Oracle}, which tries every interval, over seeded random rules and texts. */
class OracleTest {

    private static final int CASES = 2_000;
    private static final String[] CONCEPTS = {"a", "b", "c", "ab"};
    private static final String[] WORDS = {"Aa", "Ba", "Ca", "Da"};
    private static final String[] GAPS = {" ", " ", " ", ", ", "-", ". "};
    private static final Unless.Scope[] SCOPES = Unless.Scope.values();
    private static final ZoneKind[] KINDS = {ZoneKind.HEADLINE, ZoneKind.PARAGRAPH, ZoneKind.BOX};

    private static final TagRules VOCABULARY = SmallBook.parsed("""
            tag: wiredesk:small
            names: {de: a, en: b, es: c, fr: d, it: e, nl: f, pl: g, pt: h}
            threshold: 0.5
            concepts:
              a: {en: [aa]}
              b: {en: [ba, ca ba]}
              c: {en: [=Ca, aa ca]}
              ab: {en: [aa ba, ba aa, da ba ca]}
            rules: [{id: any, weight: 1, match: a}]
            """);

    @Test
    void theMatcherAgreesWithTheObviousOne() {
        for (int seed = 0; seed < CASES; seed++) {
            // Given
            Random random = new Random(seed);
            List<Zone> zones = zones(random);
            Rule rule = rule(random);
            Reading reading = new Reading(zones);
            var places = new Lexicon(List.of(VOCABULARY), "en").find(reading);

            // When
            Spans spans = new Matching(reading, places, VOCABULARY.code()).matches(rule);

            // Then
            List<Oracle.Interval> found = new ArrayList<>();
            for (int i = 0; i < spans.size(); i++) {
                found.add(new Oracle.Interval(spans.first(i), spans.last(i)));
            }
            assertThat(found)
                    .as("seed %d: %s over %s", seed, rule, zones)
                    .isEqualTo(new Oracle(reading, VOCABULARY).matches(rule));
        }
    }

    @Test
    void evidenceStandsAtItsRange() {
        for (int seed = 0; seed < CASES; seed++) {
            // Given
            Random random = new Random(seed);
            List<Zone> zones = zones(random);
            TagRules tag = new TagRules(
                    "wiredesk:x",
                    VOCABULARY.names(),
                    List.of(),
                    0.01,
                    VOCABULARY.concepts(),
                    List.of(rule(random)),
                    List.of());

            // When
            List<Tag> tags = new Tagger(RuleBook.of(List.of(tag))).tag("en", zones);

            // Then
            for (Evidence e : tags.stream().flatMap(t -> t.evidence().stream()).toList()) {
                int[] points = zones.get(e.zone()).text().codePoints().toArray();
                assertThat(new String(points, e.begin(), e.end() - e.begin()))
                        .as("seed %d", seed)
                        .isEqualTo(e.text())
                        .isNotEmpty();
                assertThat(zones.get(e.zone()).kind()).as("seed %d", seed).isNotEqualTo(ZoneKind.BOX);
            }
        }
    }

    private static List<Zone> zones(Random random) {
        List<Zone> zones = new ArrayList<>();
        for (int z = random.nextInt(3); z >= 0; z--) {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "😀 " : "");
            for (int i = random.nextInt(8); i >= 0; i--) {
                text.append(WORDS[random.nextInt(WORDS.length)]).append(GAPS[random.nextInt(GAPS.length)]);
            }
            zones.add(new Zone(KINDS[random.nextInt(KINDS.length)], text.toString()));
        }
        return zones;
    }

    private static Rule rule(Random random) {
        TreeSet<ZoneKind> zones = new TreeSet<>(List.of(ZoneKind.HEADLINE));
        if (random.nextInt(4) > 0) {
            zones.add(ZoneKind.PARAGRAPH);
        }
        List<Unless> unless = new ArrayList<>();
        if (random.nextInt(3) == 0) {
            Unless.Scope scope = SCOPES[random.nextInt(SCOPES.length)];
            unless.add(new Unless(scope, pattern(random, 1, false)));
        }
        return new Rule("r", 0.5, pattern(random, 3, false), zones, unless);
    }

    private static Pattern pattern(Random random, int depth, boolean inside) {
        int kind = depth == 0 ? 0 : random.nextInt(5);
        return switch (kind) {
            case 1 -> new Pattern.Any(parts(random, depth, inside));
            case 2 -> inside ? pattern(random, depth - 1, true) : new Pattern.All(parts(random, depth, false));
            case 3, 4 -> new Pattern.Near(1 + random.nextInt(7), random.nextBoolean(), parts(random, depth, true));
            default -> new Pattern.Named(CONCEPTS[random.nextInt(CONCEPTS.length)]);
        };
    }

    private static List<Pattern> parts(Random random, int depth, boolean inside) {
        List<Pattern> parts = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            parts.add(pattern(random, depth - 1, inside));
        }
        return parts;
    }
}
