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
        assertThat(rules.prior()).isEqualTo(0.05);
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
        Pattern near = new Pattern.Near(
                Pattern.Reach.SENTENCE, 6, true, 2, List.of(new Pattern.Named("opens"), new Pattern.Named("place")));
        assertThat(rules.getLast().match())
                .isEqualTo(new Pattern.Except(
                        near, new Unless(Unless.Scope.SENTENCE, new Pattern.Any(List.of(new Pattern.Named("place"))))));
    }

    @Test
    void aTermIsFoldedUnlessItIsExact() {
        // When
        TagRules rules = RuleFile.parsed(RuleFile.SOUND);

        // Then
        assertThat(RuleFile.terms(rules.concepts(), "place", "fr")).containsExactly("europe", "=UE");
        assertThat(RuleFile.terms(rules.concepts(), "opens", "fr")).containsExactly("ouvr*", "s implanter");
    }

    @Test
    void parsingNeverThrows() {
        for (int seed = 0; seed < 3_000; seed++) {
            // Given
            String broken = RuleFile.mutated(RuleFile.SOUND, new Random(seed));

            // When
            Parsed<TagRules> parsed;
            try {
                parsed = TagRules.parse(new Source("broken.yaml", broken), Vocabulary.empty());
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + " threw on\n" + broken, e);
            }

            // Then
            if (parsed instanceof Parsed.Invalid<TagRules>(List<Problem> problems)) {
                assertThat(problems).as("seed %d", seed).isNotEmpty().allMatch(p -> p.line() > 0 && p.column() > 0);
            }
        }
    }
}
