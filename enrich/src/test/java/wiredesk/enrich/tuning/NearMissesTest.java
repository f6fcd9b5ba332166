package wiredesk.enrich.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wiredesk.enrich.rule.RuleBook;

/** What an evaluation says of an item that was missed: the rules that came nearest, and what they lacked. */
class NearMissesTest {

    private static final RuleBook BOOK = Harbour.book(Harbour.HEAD + """
              - {id: near, weight: 6, match: {near: {words: 3, of: [opens, quay]}}, unless: {sentence: sport}}
              - {id: in-turn, weight: 5, match: {near: {words: 4, ordered: true, of: [ship, {any: [opens, quay]}]}}}
              - {id: sport, weight: -9, match: sport}
            """);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Rain       | ''",
                "A regatta  | ''",
                "A quay     | near lacks opens; it has “quay”; in-turn lacks ship; it has “quay”",
                "A ship     | in-turn lacks opens or quay; it has “ship”",
                "It opens; rain falls on the quay | near has all its parts, too far apart; it has “opens”, “quay”;"
                        + " in-turn lacks ship; it has “opens”",
                "Quay, ship | in-turn has all its parts, too far apart; it has “ship”, “Quay”; near lacks opens; it has “Quay”",
                "It opens a quay, a regatta starts | near matches, but its unless drops it; it has “opens”, “quay”;"
                        + " in-turn lacks ship; it has “opens”",
            })
    void aMissNamesTheRulesThatCameNearest(String headline, String nearest) {
        assertThat(String.join("; ", nearest(BOOK, headline))).isEqualTo(nearest);
    }

    @Test
    void aRuleThatMatchedDidNotMiss() {
        // Given
        RuleBook book = Harbour.book(Harbour.HEAD + """
                  - {id: quay, weight: 1, match: quay}
                  - {id: near, weight: 6, match: {sentence: [quay, ship]}}
                """);

        // When, Then
        assertThat(nearest(book, "A quay")).containsExactly("near lacks ship; it has “quay”");
    }

    @Test
    void ofManyRulesTheThreeThatLackLeastAndWeighMostAreNamed() {
        // Given
        RuleBook book = Harbour.book(Harbour.HEAD + """
                  - {id: a, weight: 1, match: {sentence: [quay, ship]}}
                  - {id: b, weight: 9, match: {sentence: [quay, ship, opens]}}
                  - {id: c, weight: 2, match: {sentence: [quay, opens]}}
                  - {id: d, weight: 3, match: {all: [quay, sport]}}
                """);

        // When, Then
        assertThat(nearest(book, "A quay"))
                .containsExactly(
                        "d lacks sport; it has “quay”", "c lacks opens; it has “quay”", "a lacks ship; it has “quay”");
    }

    @Test
    void anItemThatWasTaggedWithoutDeservingItMissedNothing() {
        // When
        Evaluation evaluation = Evaluation.of(BOOK, List.of(Harbour.item("It opens a quay", false)));

        // Then
        assertThat(evaluation.tags().firstEntry().getValue().mistakes())
                .singleElement()
                .satisfies(mistake -> assertThat(mistake.nearest()).isEmpty());
    }

    private static List<String> nearest(RuleBook book, String headline) {
        List<Evaluation.Mistake> mistakes = Evaluation.of(book, List.of(Harbour.item(headline, true)))
                .tags()
                .firstEntry()
                .getValue()
                .mistakes();
        assertThat(mistakes).hasSize(1);
        return mistakes.getFirst().nearest();
    }
}
