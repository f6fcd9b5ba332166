package wiredesk.enrich.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import wiredesk.enrich.rule.RuleBook;

class EvaluationTest {

    private static final RuleBook BOOK = Harbour.book(Harbour.HEAD + """
              - {id: quay, weight: 8, match: quay}
              - {id: ship, weight: 4.5, match: ship}
              - {id: sport, weight: -8, match: sport}
            """);

    @Test
    void aTagIsJudgedByAllItemsAndByThoseOfEachLanguage() {
        // Given
        List<LabelledItem> items = List.of(
                item("en", "A quay", true),
                item("en", "A quay", false),
                item("en", "Rain", true),
                item("en", "Rain", false),
                item("fr", "Le quai", true));

        // When
        Evaluation.TagResult result = result(items);

        // Then
        assertThat(result.all().tally()).isEqualTo(new Tally(2, 1, 1));
        assertThat(result.all().deserving()).isEqualTo(3);
        assertThat(result.all().items()).isEqualTo(5);
        assertThat(result.byLanguage()).containsOnlyKeys("en", "fr");
        assertThat(result.byLanguage().values())
                .extracting(Evaluation.Result::tally)
                .containsExactly(new Tally(1, 1, 1), new Tally(1, 0, 0));
        assertThat(result.byLanguage())
                .containsEntry("fr", new Evaluation.Result(new Tally(1, 0, 0), new Tally.Interval(1, 1), 1, 1));
    }

    @Test
    void anItemOnWhichNobodyWouldDecideDoesNotCount() {
        // Given
        LabelledItem bare = new LabelledItem("1", "en", "A quay", "", Set.of(), Set.of("harbour"));
        LabelledItem whole = new LabelledItem("2", "en", "A quay", "", Set.of(Harbour.TAG), Set.of(Harbour.TAG));

        // When
        Evaluation.TagResult result = result(List.of(bare, whole));

        // Then
        assertThat(result.all().items()).isZero();
        assertThat(result.mistakes()).isEmpty();
    }

    @Test
    void aLabelMayHaveItsSchemeBeforeIt() {
        // Given
        LabelledItem whole = new LabelledItem("1", "en", "A quay", "", Set.of(Harbour.TAG), Set.of());

        // When, Then
        assertThat(result(List.of(whole)).all().tally()).isEqualTo(new Tally(1, 0, 0));
    }

    @Test
    void mistakesStandWithTheWorstFirst() {
        // Given, of which the third is right
        List<LabelledItem> items = List.of(
                item("en", "A ship", false),
                item("en", "Rain", true),
                item("en", "A quay", true),
                item("en", "A regatta", true),
                item("en", "A quay", false));

        // When
        Evaluation.TagResult result = result(items);

        // Then
        assertThat(result.mistakes())
                .extracting(mistake -> mistake.item().headline())
                .containsExactly("A regatta", "A quay", "Rain", "A ship");
        assertThat(result.mistakes())
                .extracting(mistake -> mistake.verdict().earned())
                .containsExactly(false, true, false, true);
    }

    @Test
    void aTagWithoutItemsHasAResultOfNothing() {
        assertThat(result(List.of()).all())
                .isEqualTo(new Evaluation.Result(new Tally(0, 0, 0), new Tally.Interval(0, 1), 0, 0));
    }

    private static Evaluation.TagResult result(List<LabelledItem> items) {
        Evaluation evaluation = Evaluation.of(BOOK, items);
        assertThat(evaluation.tags()).containsOnlyKeys(Harbour.TAG);
        return evaluation.tags().firstEntry().getValue();
    }

    private static LabelledItem item(String language, String headline, boolean deserves) {
        return new LabelledItem(headline, language, headline, "", deserves ? Set.of("harbour") : Set.of(), Set.of());
    }
}
