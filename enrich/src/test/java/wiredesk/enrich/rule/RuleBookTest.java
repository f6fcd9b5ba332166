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
                "threshold: 0.5       | 'prior: 0.05\nthreshold: 0.5'",
            })
    void whatChangesNoTagDoesNotChangeTheVersion(String before, String after) {
        assertThat(RuleFile.SOUND).contains(before);
        assertThat(version(RuleFile.SOUND.replace(before, after))).isEqualTo(version(RuleFile.SOUND));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "threshold: 0.5     | threshold: 0.6",
                "threshold: 0.5     | 'prior: 0.06\nthreshold: 0.5'",
                "weight: 4          | weight: 4.1",
                "words: 6           | words: 7",
                "'ordered: true, '  | ''",
                "=UE                | UE",
                "ouvr*              | ouvr",
                "set up             | setup",
                "'[headline, lede]' | '[headline]'",
                "'{sentence: {any'  | '{paragraph: {any'",
                "de: a              | de: z",
            })
    void whatChangesATagChangesTheVersion(String before, String after) {
        assertThat(RuleFile.SOUND).contains(before);
        assertThat(version(RuleFile.SOUND.replace(before, after))).isNotEqualTo(version(RuleFile.SOUND));
    }

    @Test
    void aBookKnowsItsLanguages() {
        assertThat(RuleBook.of(List.of(OPENING)).languages()).containsExactly("en", "fr");
        assertThat(RuleBook.empty().languages()).isEmpty();
    }

    @Test
    void namesThatAreSpeltAlikeInEachLanguageMakeABookOfAllLanguages() {
        // Given
        String yaml = RuleFile.SOUND
                .replaceAll("\n    fr: .*", "")
                .replace("en: [opens", "any: [opens")
                .replace("en: [europe", "any: [europe");
        String rulesAlone = yaml.substring(0, yaml.indexOf("examples:"));

        // When
        RuleBook book = RuleBook.of(List.of(RuleFile.parsed(rulesAlone)));

        // Then
        assertThat(book.languages()).containsExactlyElementsOf(Languages.ALL);
    }

    @Test
    void twoFilesForOneTagAreTheCallersMistake() {
        assertThatThrownBy(() -> RuleBook.of(List.of(OPENING, OPENING))).hasMessageContaining("wiredesk:opening");
    }

    private static String version(String yaml) {
        return RuleBook.of(List.of(RuleFile.parsed(yaml))).version();
    }
}
