package wiredesk.enrich.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each pattern matches, and what it quotes. */
class PatternsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "opens | They OPENED it                       | OPENED",
                "opens | They set up shop, then set, up, down | set up",
                "opens | Opening, re-opens, an open-source opinion | Opening;opens",
                "site  | A datacentre and its offices         | datacentre;offices",
                "site  | Two data-centres                     | data-centres",
                "place | The EU, the E.U. and eu              | EU;E.U",
                "place | München is not munich                | munich",
                "'{near: {words: 4, of: [opens, place]}}' | It opens in Munich                  | opens in Munich",
                "'{near: {words: 4, of: [opens, place]}}' | In Munich it opens                  | Munich it opens",
                "'{near: {words: 3, of: [opens, place]}}' | It opens soon in Munich             | ''",
                "'{near: {words: 9, of: [opens, place]}}' | It opens. Munich waits              | ''",
                "'{near: {words: 9, ordered: true, of: [opens, place]}}' | In Munich it opens   | ''",
                "'{near: {words: 9, of: [opens, place]}}' | opens, opens in Munich              | opens in Munich",
                "'{sentence: [opens, site, place]}' | An office in Munich now opens | office in Munich now opens",
                "'{sentence: [opens, site, place]}' | She opens an office. Munich is far       | ''",
                "'{any: [site, place]}' | An office in Munich                                  | office;Munich",
                "'{all: [opens, place]}' | She opens it. Munich waits                          | opens;Munich",
                "'{all: [opens, place]}' | She opens it                                        | ''",
                "'{least: {parts: 2, of: [opens, place, sport]}}' | She opens football         | opens;football",
                "'{least: {parts: 2, of: [opens, place, sport]}}' | She opens and opens        | ''",
                "'{near: {words: 3, least: 2, of: [opens, place, sport]}}' | Munich, football. Opens | Munich, football",
                "'{paragraph: [opens, place]}' | She opens. Munich waits                      | opens. Munich",
                "'{near: {words: 4, of: [place, {match: opens, unless: {sentence: sport}}]}}' | opens Munich | opens Munich",
                "'{near: {words: 4, of: [place, {match: opens, unless: {sentence: sport}}]}}' | opens Munich football | ''",
            })
    void aPatternQuotesTheFewestWords(String pattern, String headline, String quotes) {
        assertThat(String.join(";", SmallBook.quotes(pattern, headline))).isEqualTo(quotes);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "match    | opens football in Munich           | opens in Munich",
                "sentence | opens in Munich to football        | ''",
                "sentence | opens in Munich. Football waits    | opens in Munich",
                "paragraph | opens in Munich. Football waits    | ''",
                "article  | opens in Munich. Football waits    | ''",
                "article  | opens in Munich                    | opens in Munich",
            })
    void unlessDropsAMatchInItsNeighbourhood(String scope, String headline, String quotes) {
        // Given
        String rule = "{near: {words: 4, of: [opens, place]}}, unless: {" + scope + ": sport}";
        String text = scope.equals("match") ? headline + ". Nobody opens in Munich" : headline;

        // When
        List<String> found = SmallBook.quotes(rule, text);

        // Then
        assertThat(String.join(";", found)).isEqualTo(quotes);
    }

    @Test
    void partsOfANearMayShareAWord() {
        assertThat(SmallBook.quotes("{near: {words: 2, of: [opens, opens]}}", "It opens"))
                .containsExactly("opens");
    }
}
