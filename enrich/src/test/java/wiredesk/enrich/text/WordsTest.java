package wiredesk.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    /** Letters, marks, emoji, a letter outside the first plane, invisible characters, stops. */
    private static final int[] ALPHABET = {
        'a', 'B', 'é', '7', ' ', '.', '-', '\'', 0x2019, 0x1F600, 0x1D4D0, 0x00AD, 0x0301, '\n', ',', 0xD83D, 0x2022,
        0x00A0
    };

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "l'UE et l’Union | l ue et l union",
                "s’implanter      | s implanter",
                "AI-Act AI‑Act    | ai act ai act",
                "R.G.P.D. en U.K. | rgpd en uk",
                "U.S.Senate       | u s senate",
                "Cœur d'ÉLYSÉE    | coeur d elysee",
                "Straße, Łódź     | strasse lodz",
                "data\u00ADcenter | datacenter",
                "3,5 % de GPT-4   | 3 5 de gpt 4",
                "« … » — !        | ''",
            })
    void aTextIsCutIntoFoldedWords(String text, String words) {
        // When
        List<String> cut = Words.of(text).stream().map(Word::folded).toList();

        // Then
        assertThat(String.join(" ", cut)).isEqualTo(words);
    }

    @Test
    void aSurrogatePairCountsAsOneCodePoint() {
        // Given
        String text = "😀😀 Europe";

        // When
        Word word = Words.of(text).getFirst();

        // Then
        assertThat(word.begin()).isEqualTo(3);
        assertThat(word.end()).isEqualTo(9);
    }

    @Test
    void anAcronymIsWrittenWithoutItsDotsAndRangesOverThem() {
        // When
        Word word = Words.of("le R.G.P.D. protège").get(1);

        // Then
        assertThat(word).isEqualTo(new Word("RGPD", "rgpd", 3, 10, Gap.JOINED));
    }

    @Test
    void everyWordStandsAtItsRange() {
        for (int seed = 0; seed < 3_000; seed++) {
            // Given
            String text = text(new Random(seed));

            // When
            List<Word> words = Words.of(text);

            // Then
            int before = 0;
            for (Word word : words) {
                String quoted = quote(text, word).replace(".", "");
                assertThat(Folding.fold(quoted)).as("seed %d", seed).isEqualTo(word.folded());
                assertThat(word.begin()).as("seed %d", seed).isBetween(before, word.end() - 1);
                before = word.end();
            }
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(30);
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(ALPHABET[random.nextInt(ALPHABET.length)]);
        }
        return text.toString();
    }

    private static String quote(String text, Word word) {
        int begin = text.offsetByCodePoints(0, word.begin());
        return text.substring(begin, text.offsetByCodePoints(begin, word.end() - word.begin()));
    }
}
