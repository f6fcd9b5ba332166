package wiredesk.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {

    @ParameterizedTest
    @CsvSource({
        "Réglementaire, reglementaire",
        "RÉGLEMENTAIRE, reglementaire",
        "München, munchen",
        "GROSSE, grosse",
        "große, grosse",
        "İstanbul, istanbul",
        "ﬁnance, finance",
        "Århus, arhus",
        "żółć, zolc",
        "São, sao",
    })
    void spellingsOfOneWordFoldAlike(String word, String folded) {
        assertThat(Folding.fold(word)).isEqualTo(folded);
    }

    @Test
    void aDecomposedLetterFoldsAsTheComposedOne() {
        assertThat(Folding.fold("e\u0301te\u0301")).isEqualTo(Folding.fold("été"));
    }

    @Test
    void foldingAFoldedWordChangesNothing() {
        for (int seed = 0; seed < 5_000; seed++) {
            // Given
            String word = new Random(seed)
                    .ints(6, 0x20, 0x2200)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();

            // When
            String once = Folding.fold(word);

            // Then
            assertThat(Folding.fold(once)).as("seed %d: %s", seed, word).isEqualTo(once);
        }
    }
}
