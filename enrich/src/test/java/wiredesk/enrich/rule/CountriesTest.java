package wiredesk.enrich.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class CountriesTest {

    static final List<String> LANGUAGES = Languages.ALL;

    @ParameterizedTest
    @CsvSource({
        "de, =Deutschland",
        "en, =Germany",
        "es, =Alemania",
        "fr, munich =Allemagne",
        "it, =Germania",
        "nl, =Duitsland",
        "pl, =Niemcy",
        "pt, =Alemanha",
        "any, berlin",
    })
    void aCountryIsNamedInEachLanguageBesideItsOwnNames(String language, String names) {
        // Given
        String yaml = "places: {DE: {names: {any: [berlin], fr: [munich]}}}";

        // When
        Parsed<Vocabulary> parsed = Vocabulary.parse(List.of(new Source("places.yaml", yaml)));

        // Then
        assertThat(parsed).isInstanceOfSatisfying(Parsed.Valid.class, valid -> {
            Vocabulary vocabulary = (Vocabulary) valid.value();
            assertThat(String.join(" ", RuleFile.terms(vocabulary.places(), "place-DE", language)))
                    .isEqualTo(names);
            assertThat(vocabulary.places().values())
                    .containsExactlyElementsOf(vocabulary.concepts().values());
        });
    }

    @ParameterizedTest
    @CsvSource({
        "CI, fr, =Côte =d =Ivoire",
        "BA, en, =Bosnia =and =Herzegovina",
        "MM, en, =Myanmar",
        "GB, de, =Vereinigtes =Königreich",
        "US, pl, =Stany =Zjednoczone",
        "GW, fr, =Guinée =Bissau",
    })
    void aNameIsWrittenAsTextsWriteIt(String code, String language, String name) {
        assertThat(named(code)).containsEntry(language, List.of(name));
    }

    @Test
    void aRegionHasNoNamesButItsOwn() {
        assertThat(named("NORDICS")).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void everyCountryHasANameInEveryLanguage(String language) {
        for (String code : Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2)) {
            assertThat(named(code))
                    .as(code)
                    .hasSize(8)
                    .hasEntrySatisfying(
                            language, names -> assertThat(names).singleElement().isNotEqualTo("=" + code));
        }
    }

    private static SortedMap<String, List<String>> named(String code) {
        SortedMap<String, List<String>> names = new TreeMap<>();
        Countries.named(code, new Concept("place-" + code, new TreeMap<>()))
                .terms()
                .forEach((language, terms) ->
                        names.put(language, terms.stream().map(Term::toString).toList()));
        return names;
    }
}
