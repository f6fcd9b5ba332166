package wiredesk.enrich.tagging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wiredesk.enrich.text.Zone;
import wiredesk.enrich.text.ZoneKind;

/**
 * No text may make tagging slower than its length: a quadratic matcher would take minutes where these take a second.
 */
class HostileTextTest {

    private static final Duration BOUND = Duration.ofSeconds(20);

    private static final String RULES = """
            - {id: one, weight: 0.5, match: opens}
            - {id: same, weight: 0.5, match: {near: {words: 80, of: [opens, opens, opens]}}}
            - id: nested
              weight: 0.5
              match: {near: {words: 80, of: [{near: {words: 40, of: [opens, place]}}, {sentence: [place, site]}]}}
            - {id: ordered, weight: 0.5, match: {near: {words: 80, ordered: true, of: [opens, place, opens, site]}}}
            - id: dropped
              weight: 0.5
              match: {any: [opens, place]}
              unless: {match: {sentence: [site, sport]}, sentence: sport}
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "opens ",
                "set ",
                "opens Munich ",
                "opens Munich office ",
                "opens. Munich. ",
                "a",
                "A.",
                "• ",
                "é\n\n"
            })
    void aWordRepeatedAHundredThousandTimesIsRead(String word) {
        // Given
        Tagger tagger = SmallBook.tagger(RULES);
        List<Zone> zones = List.of(new Zone(ZoneKind.PARAGRAPH, word.repeat(100_000)));

        // When, Then
        assertTimeoutPreemptively(BOUND, () -> tagger.tag("en", zones));
    }

    @Test
    void evidenceStaysShortHoweverLongTheText() {
        // Given
        String text = "opens " + "word ".repeat(50_000) + "office Munich";

        // When
        List<Evidence> evidence = SmallBook.tagger(RULES)
                .verdicts("en", List.of(new Zone(ZoneKind.HEADLINE, text)))
                .getFirst()
                .evidence();

        // Then
        assertThat(evidence).allMatch(e -> e.text().length() < 1_000);
    }

    @Test
    @Timeout(20)
    void brokenSurrogatesAreOnlyCharacters() {
        // Given
        String text = "\uD83D opens \uDE00 in Munich \uD83D".repeat(1_000);

        // When, Then
        assertThatCode(() -> SmallBook.tagger(RULES).tag("en", List.of(new Zone(ZoneKind.LIST, text))))
                .doesNotThrowAnyException();
    }
}
