package wiredesk.enrich.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each mistake that an editor can make, once: where it is reported, and the cure that is offered. */
class BrokenRuleFilesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "threshold: 0.5     | treshold: 0.5      | 5:1   | write `threshold`",
                "threshold: 0.5     | treshold: 0.5      | 2:1   | add `threshold: …`",
                "threshold: 0.5     | threshold: high    | 5:12  | number above 0 and below 1",
                "threshold: 0.5     | 'threshold: 0.5\nprior: 0.5' | 6:8 | number above 0 and below 0.5",
                "weight: 4          | weight: 40         | 15:13 | number from -10 to 10, and not 0",
                "weight: 4          | weight: 0          | 15:13 | number from -10 to 10, and not 0",
                "tag: wiredesk:     | tag: Wiredesk/     | 2:6   | write it like `wiredesk:data-residency`",
                "medtop:20000192    | 20000192           | 4:11  | write it like `medtop:20000121`",
                "', pt: h'          | ''                 | 3:8   | no name in `pt`",
                "pt: h              | xx: h              | 3:58  | write `de`",
                "pt: h              | portuguese: h      | 3:58  | write one of de, en, es, fr, it, nl, pl, pt",
                "'[opens, set up]'  | '{a: opens}'       | 9:9   | must be a list",
                "'[opens, set up]'  | '[]'               | 9:9   | empty list",
                "'[opens, set up]'  | '[op*ens]'         | 9:10  | `*` stands at either end of a word",
                "'[opens, set up]'  | '[op*]'            | 9:10  | at least three letters",
                "'[opens, set up]'  | 'opens, op*, set'  | 9:16  | at least three letters",
                "'[opens, set up]'  | '[\"a,b\"]'       | 9:11  | write two terms",
                "'[opens, set up]'  | '[\"…\"]'          | 9:11  | needs a letter or a digit",
                "'[opens, set up]'  | '\", \"'            | 9:9   | write at least one, or leave the language out",
                "'of: [opens, place]' | 'of: [opens, plaice]' | 16:57 | write `place`, or add the concept",
                "'match: {near: {'  | 'match: {nearby: {' | 16:13 | unknown operator `nearby`",
                "'words: 6, '       | ''                 | 16:19 | near lacks `words`",
                "ordered: true      | ordered: often     | 16:39 | `true` or `false`",
                "'zones: [headline' | 'zones: [box'      | 17:13 | a box zone never earns a tag",
                "'zones: [headline' | 'zones: [credit'   | 17:13 | a credit zone never earns a tag",
                "'zones: [headline' | 'zones: [source'   | 17:13 | a source zone never earns a tag",
                "'zones: [headline' | 'zones: [title'    | 17:13 | unknown zone `title`; write one of headline, lede",
                "id: both           | id: near           | 19:5  | give it another",
                "'{sentence: [opens, place]}' | '{sentence: [{all: [opens]}]}' | 21:39 | list the parts themselves",
                "'unless: {sentence' | 'unless: {zone'   | 18:14 | write one of match, sentence, paragraph, article",
                "must:              | shall:             | 23:3  | write one of must, must-not",
                "weight: 2.5        | id: both           | 20:5  | stands twice",
                "'[Elle ouvre en Europe]' | '*elle'      | 24:9  | aliases are not taken",
                "'names: {'         | 'names: [{'        | 3:    | is not YAML",
            })
    void aMistakeIsNamedWithItsPlaceAndItsCure(String sound, String broken, String place, String cure) {
        // Given
        assertThat(RuleFile.SOUND).contains(sound);
        int at = RuleFile.SOUND.indexOf(sound);
        String yaml = RuleFile.SOUND.substring(0, at) + broken + RuleFile.SOUND.substring(at + sound.length());

        // When
        String problems = problems(yaml);

        // Then
        assertThat(problems.lines())
                .anySatisfy(line ->
                        assertThat(line).startsWith("opening.yaml:" + place).contains(cure));
    }

    @Test
    void anEmptyFileIsToldHowToBegin() {
        assertThat(problems("# nothing yet\n"))
                .isEqualTo("opening.yaml:1:1: the file is empty; begin with `tag: wiredesk:…`");
    }

    @Test
    void aSecondDocumentIsRefused() {
        assertThat(problems(RuleFile.SOUND + "---\ntag: x\n")).contains("write one file for each tag");
    }

    @Test
    void allMistakesOfAFileAreNamedAtOnce() {
        // Given
        String yaml = RuleFile.SOUND.replace("threshold: 0.5", "threshold: 5").replace("weight: 2.5", "weight: x");

        // When, Then
        assertThat(problems(yaml).lines()).hasSize(2);
    }

    private static String problems(String yaml) {
        return switch (TagRules.parse(new Source("opening.yaml", yaml), Vocabulary.empty())) {
            case Parsed.Valid<TagRules> _ -> throw new AssertionError("was taken:\n" + yaml);
            case Parsed.Invalid<TagRules>(List<Problem> problems) ->
                problems.stream().map(Problem::toString).collect(Collectors.joining("\n"));
        };
    }
}
