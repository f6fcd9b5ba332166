package wiredesk.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GapsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It opened. Others closed",
                "Il ouvre ! D'autres ferment",
                "Why now? Because",
                "« C'est fait. » Ensuite",
                "It ends (at last.) Then",
                "A first block\n\nanother block",
                "• one item\n• another item",
                "Que faire… Rien",
            })
    void twoSentencesAreTwo(String text) {
        assertThat(sentences(text)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "M. Dupont et Mme. Durand arrivent",
                "Dr. Smith met J. Doe of the U.S. Senate",
                "It costs 3.5 or 2,000 euros",
                "They sell fruit, e.g. apples",
                "wiredesk.example opens on Sept. 5",
                "one line that\ngoes on below",
                "Half (or more) of it: all; none",
            })
    void oneSentenceIsOne(String text) {
        assertThat(sentences(text)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AI Act       | JOINED",
                "AI-Act       | JOINED",
                "l’Union      | JOINED",
                "firms' data  | JOINED",
                "St. Gallen   | JOINED",
                "R&D          | JOINED",
                "Leipzig/Halle | JOINED",
                "Paris, Lyon  | PARTED",
                "Paris – Lyon | PARTED",
                "Paris (Lyon  | PARTED",
                "Paris. Lyon  | SENTENCE",
            })
    void whatPartsTwoWordsDecidesWhetherAPhraseHolds(String text, Gap gap) {
        assertThat(Words.of(text).get(1).before()).isEqualTo(gap);
    }

    private static long sentences(String text) {
        return Words.of(text).stream()
                .filter(word -> word.before() == Gap.SENTENCE)
                .count();
    }
}
