package wiredesk.enrich.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import wiredesk.enrich.text.ZoneKind;

class TagRulesTest {

    @Test
    void aSoundFileIsReadWhole() {
        // When
        TagRules rules = RuleFile.parsed(RuleFile.SOUND);

        // Then
        assertThat(rules.code()).isEqualTo("wiredesk:opening");
        assertThat(rules.names()).containsEntry("pl", "g").hasSize(8);
        assertThat(rules.broader()).containsExactly("medtop:20000192");
        assertThat(rules.threshold()).isEqualTo(0.5);
        assertThat(rules.concepts()).containsOnlyKeys("opens", "place");
        assertThat(rules.examples())
                .containsExactly(
                        new Example("fr", true, "Elle ouvre en Europe", 24),
                        new Example("en", false, "nothing here", 26));
    }

    @Test
    void rulesStandInTheOrderOfTheirIds() {
        // When
        List<Rule> rules = RuleFile.parsed(RuleFile.SOUND).rules();

        // Then
        assertThat(rules).extracting(Rule::id).containsExactly("both", "near");
        assertThat(rules.getFirst().zones()).hasSize(6).allMatch(ZoneKind::earns);
        assertThat(rules.getLast().zones()).containsExactly(ZoneKind.HEADLINE, ZoneKind.LEDE);
        assertThat(rules.getLast().match())
                .isEqualTo(new Pattern.Near(6, true, List.of(new Pattern.Named("opens"), new Pattern.Named("place"))));
    }

    @Test
    void aTermIsFoldedUnlessItIsExact() {
        // When
        TagRules rules = RuleFile.parsed(RuleFile.SOUND);

        // Then
        assertThat(terms(rules, "place")).containsExactly("europe", "=UE");
        assertThat(terms(rules, "opens")).containsExactly("ouvr*", "s implanter");
    }

    @Test
    void parsingNeverThrows() {
        for (int seed = 0; seed < 3_000; seed++) {
            // Given
            String broken = mutate(RuleFile.SOUND, new Random(seed));

            // When
            Parsed parsed;
            try {
                parsed = TagRules.parse("broken.yaml", broken);
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + " threw on\n" + broken, e);
            }

            // Then
            if (parsed instanceof Parsed.Invalid(List<Problem> problems)) {
                assertThat(problems).as("seed %d", seed).isNotEmpty().allMatch(p -> p.line() > 0 && p.column() > 0);
            }
        }
    }

    private static List<String> terms(TagRules rules, String concept) {
        return rules.concepts().values().stream()
                .filter(c -> c.name().equals(concept))
                .flatMap(c -> c.terms().getOrDefault("fr", List.of()).stream())
                .map(Term::toString)
                .toList();
    }

    private static String mutate(String yaml, Random random) {
        StringBuilder text = new StringBuilder(yaml);
        String noise = "{}[]:,-*&'\"#|>=\n\t %@!x0\u0000\uD83D";
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(3)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, noise.charAt(random.nextInt(noise.length())));
                default -> text.delete(at, Math.min(text.length(), at + random.nextInt(40)));
            }
        }
        return text.toString();
    }
}
