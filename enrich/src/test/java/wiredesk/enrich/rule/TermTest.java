package wiredesk.enrich.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a term is read: its words, how each is compared, and the spellings that stand for it. */
class TermTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "opens             | opens",
                "set   up          | set up",
                "Données           | données",
                "=DORA             | =DORA",
                "=dora             | =dora",
                "=DORA act         | =DORA act",
                "Datenschütz*      | datenschutz*",
                "*Gesetz           | *gesetz",
                "*dätén*           | *daten*",
                "!open source      | !open source",
                "! open source     | !open source",
                "!=DORA            | !=DORA",
                "l'UE              | l ue",
                "l’UE              | l ue",
                "R.G.P.D.          | rgpd",
                "R&D               | r d",
                "Booking.com       | booking com",
                "St. Gallen        | st gallen",
                "(opens)           | opens",
                "data-center       | data center; datacenter",
                "data‑center       | data center; datacenter",
                "=AI-Act           | =AI =Act; =AIAct",
                "data-cent*        | data cent*; datacent*",
                "*rechts-akt       | *rechts akt; *rechtsakt",
                "data*-center      | data* center",
                "a-b-c             | a b c; a bc; ab c; abc",
                "a-b-c-d-e         | a b c d e",
                "-gesetz           | gesetz",
                "=-gesetz          | =gesetz",
                "gesetz-           | gesetz",
                "a--b              | a b; ab",
            })
    void aTermIsItsWordsInAllSpellings(String term, String spellings) {
        assertThat(spellings(term)).isEqualTo(spellings);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-",
                "=",
                "!",
                "*",
                "**",
                "--",
                "=*",
                "!-",
                "*-",
                "'",
                "&",
                "=-=",
                "*-gesetz",
                "gesetz-*",
                "-'-a",
                "\uD83D"
            })
    void noTermIsTooOddToBeRead(String term) {
        assertThat(TagRules.parse(source(term), Vocabulary.empty())).isNotNull();
    }

    @Test
    void aCommaOrALineEndPartsTermsThatAreWrittenAsText() {
        // Given
        String yaml = source("x").yaml().replace("\"x\"", ">\n      set up, opens,\n\n      =DORA,\n");

        // When, Then
        assertThat(spellings(new Source("term.yaml", yaml))).isEqualTo("set up; opens; =DORA");
    }

    private static String spellings(String term) {
        return spellings(source(term));
    }

    private static String spellings(Source source) {
        return switch (TagRules.parse(source, Vocabulary.empty())) {
            case Parsed.Invalid<TagRules>(List<Problem> problems) -> throw new AssertionError(problems);
            case Parsed.Valid<TagRules>(TagRules rules) ->
                String.join("; ", RuleFile.terms(rules.concepts(), "term", "en"));
        };
    }

    private static Source source(String term) {
        return new Source("term.yaml", """
                tag: wiredesk:term
                names: {de: a, en: b, es: c, fr: d, it: e, nl: f, pl: g, pt: h}
                threshold: 0.5
                concepts:
                  term:
                    en: "%s"
                rules: [{id: r, weight: 1, match: term}]
                """.formatted(term));
    }
}
