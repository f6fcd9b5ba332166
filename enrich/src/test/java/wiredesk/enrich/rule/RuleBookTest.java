package wiredesk.enrich.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleBookTest {

    private static final TagRules OPENING = RuleFile.parsed(RuleFile.SOUND);
    private static final TagRules CLOSING =
            RuleFile.parsed(RuleFile.SOUND.replace("wiredesk:opening", "wiredesk:closing"));

    @Test
    void aVersionIsSixteenHexDigits() {
        assertThat(RuleBook.of(List.of(OPENING)).version()).matches("[0-9a-f]{16}");
        assertThat(RuleBook.empty().version())
                .matches("[0-9a-f]{16}")
                .isEqualTo(RuleBook.of(List.of()).version());
    }

    @Test
    void theOrderOfTheFilesDoesNotChangeTheVersion() {
        assertThat(RuleBook.of(List.of(OPENING, CLOSING)).version())
                .isEqualTo(RuleBook.of(List.of(CLOSING, OPENING)).version());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "# opens in Europe    | # another comment",
                "'[opens, set up]'    | '[ opens ,  set   up ]'",
                "'names: {de: a, en: b' | 'names: {en: b, de: a'",
                "nothing here         | nothing at all",
            })
    void whatChangesNoTagDoesNotChangeTheVersion(String before, String after) {
        assertThat(version(RuleFile.SOUND.replace(before, after))).isEqualTo(version(RuleFile.SOUND));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "threshold: 0.5     | threshold: 0.6",
                "weight: 0.7        | weight: 0.71",
                "words: 6           | words: 7",
                "'ordered: true, '  | ''",
                "=UE                | UE",
                "ouvr*              | ouvr",
                "set up             | setup",
                "'[headline, lede]' | '[headline]'",
                "'{sentence: {any'  | '{zone: {any'",
                "de: a              | de: z",
            })
    void whatChangesATagChangesTheVersion(String before, String after) {
        assertThat(version(RuleFile.SOUND.replace(before, after))).isNotEqualTo(version(RuleFile.SOUND));
    }

    @Test
    void aBookKnowsItsLanguages() {
        assertThat(RuleBook.of(List.of(OPENING)).languages()).containsExactly("en", "fr");
        assertThat(RuleBook.empty().languages()).isEmpty();
    }

    @Test
    void twoFilesForOneTagAreTheCallersMistake() {
        assertThatThrownBy(() -> RuleBook.of(List.of(OPENING, OPENING))).hasMessageContaining("wiredesk:opening");
    }

    private static String version(String yaml) {
        return RuleBook.of(List.of(RuleFile.parsed(yaml))).version();
    }
}
