package wiredesk.enrich.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import wiredesk.enrich.rule.Pattern;
import wiredesk.enrich.rule.Rule;
import wiredesk.enrich.rule.RuleBook;
import wiredesk.enrich.rule.TagRules;
import wiredesk.enrich.rule.Unless;
import wiredesk.enrich.text.Zone;
import wiredesk.enrich.text.ZoneKind;

/**
 * The engine against {@link Oracle}, over seeded random rules and texts, with its index and without. More cases, or others:
 * {@code -Dwiredesk.oracle.cases=1000000 -Dwiredesk.oracle.seed=7}.
 */
class OracleTest {

    private static final int CASES = Integer.getInteger("wiredesk.oracle.cases", 20_000);
    private static final long SEED = Long.getLong("wiredesk.oracle.seed", 0);

    private static final String[] CONCEPTS = {"a", "b", "c", "d", "e"};
    private static final String[] WORDS = {
        "open",
        "Opens",
        "OPENED",
        "data",
        "centers",
        "datacenter",
        "EU",
        "eu",
        "Régulé",
        "regulation",
        "datengesetz",
        "x"
    };
    private static final String[] GAPS = {" ", " ", " ", " ", ", ", "-", ". ", "’", "\n\n", "."};
    private static final Unless.Scope[] SCOPES = Unless.Scope.values();
    private static final Pattern.Reach[] REACHES = Pattern.Reach.values();
    private static final ZoneKind[] KINDS = {
        ZoneKind.HEADLINE, ZoneKind.LEDE, ZoneKind.PARAGRAPH, ZoneKind.PARAGRAPH, ZoneKind.BOX
    };

    private static final TagRules VOCABULARY = SmallBook.parsed("""
            tag: wiredesk:small
            names: {de: a, en: b, es: c, fr: d, it: e, nl: f, pl: g, pt: h}
            prior: 0.4
            threshold: 0.41
            concepts:
              a: {en: [opening, "!opens data"], fr: [régul*]}
              b: {en: [data-center, "open =EU open", x], fr: [x]}
              c: {any: [=EU, "*gesetz", x x], en: ["!eu eu", "!x regul*"]}
              d: {en: ["*ata*", "x open", "open x"], fr: [régulé, "!data régulé"]}
              e: {en: [=eu, régulé, "regulation data"], fr: [regulation, "=Régulé"]}
            rules: [{id: any, weight: 1, match: {any: [a, b, c, d, e]}}]
            """);

    @Test
    void theEngineAgreesWithTheObviousMatcher() {
        for (int i = 0; i < CASES; i++) {
            // Given
            long seed = SEED + i;
            Random random = new Random(seed);
            String language = random.nextInt(4) == 0 ? "fr" : "en";
            List<Zone> zones = zones(random);
            TagRules rules = VOCABULARY.withRules(IntStream.range(0, 1 + random.nextInt(3))
                    .mapToObj(id -> rule("r" + id, random))
                    .toList());

            // When
            Program program = Compiler.compile(List.of(rules), language, null);
            Session session = new Session(program, seed);
            List<Match> indexed = session.read(zones, true);
            List<Match> exhaustive = session.read(zones, false);

            // Then
            assertThat(summary(indexed)).as("seed %d: %s", seed, zones).isEqualTo(summary(exhaustive));
            Oracle oracle = new Oracle(zones, rules, language);
            for (Rule rule : rules.rules()) {
                assertThat(found(program, session, rule))
                        .as("seed %d, %s: %s over %s", seed, language, rule, zones)
                        .isEqualTo(oracle.matches(rule));
            }
        }
    }

    @Test
    void evidenceStandsAtItsRange() {
        for (int seed = 0; seed < 2_000; seed++) {
            // Given
            Random random = new Random(seed);
            List<Zone> zones = zones(random);
            TagRules tag = VOCABULARY.withRules(List.of(rule("r", random)));

            // When
            List<Tag> tags =
                    new Tagger(RuleBook.of(List.of(tag))).tag("en", zones).tags();

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

    /** What the engine finds; nothing for a rule that cannot match in the language and is not in the program. */
    private static List<Oracle.Interval> found(Program program, Session session, Rule rule) {
        List<Oracle.Interval> found = new ArrayList<>();
        String[] ids = program.rules().ids();
        for (int number = 0; number < ids.length; number++) {
            if (ids[number].equals(rule.id())) {
                Spans spans = session.run(number);
                for (int i = 0; i < spans.size(); i++) {
                    found.add(new Oracle.Interval(spans.first(i), spans.last(i)));
                }
            }
        }
        return found;
    }

    private static List<String> summary(List<Match> matches) {
        return matches.stream()
                .map(m -> m.rule() + " " + m.strength() + " "
                        + List.of(IntStream.of(m.first()).boxed().toArray()))
                .toList();
    }

    private static List<Zone> zones(Random random) {
        List<Zone> zones = new ArrayList<>();
        for (int z = random.nextInt(3); z >= 0; z--) {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "😀 " : "");
            for (int i = random.nextInt(9); i >= 0; i--) {
                text.append(WORDS[random.nextInt(WORDS.length)]).append(GAPS[random.nextInt(GAPS.length)]);
            }
            zones.add(new Zone(KINDS[random.nextInt(KINDS.length)], text.toString()));
        }
        return zones;
    }

    private static Rule rule(String id, Random random) {
        TreeSet<ZoneKind> zones = new TreeSet<>(List.of(ZoneKind.HEADLINE, ZoneKind.LEDE));
        if (random.nextInt(4) > 0) {
            zones.add(ZoneKind.PARAGRAPH);
        }
        return new Rule(id, 0.5, pattern(random, 3, false), zones);
    }

    private static Pattern pattern(Random random, int depth, boolean inside) {
        int kind = depth == 0 ? 0 : random.nextInt(7);
        return switch (kind) {
            case 1 -> new Pattern.Any(parts(random, depth, inside));
            case 2 -> {
                List<Pattern> parts = parts(random, depth, inside);
                yield inside ? parts.getFirst() : new Pattern.Together(1 + random.nextInt(parts.size()), parts);
            }
            case 3, 4 -> {
                List<Pattern> parts = parts(random, depth, true);
                boolean ordered = random.nextBoolean();
                int least = ordered || random.nextBoolean() ? parts.size() : 1 + random.nextInt(parts.size());
                Pattern.Reach reach = REACHES[random.nextInt(REACHES.length)];
                yield new Pattern.Near(reach, 1 + random.nextInt(8), ordered, least, parts);
            }
            case 5 ->
                new Pattern.Except(
                        pattern(random, depth - 1, inside),
                        new Unless(SCOPES[random.nextInt(SCOPES.length)], pattern(random, depth - 1, false)));
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
