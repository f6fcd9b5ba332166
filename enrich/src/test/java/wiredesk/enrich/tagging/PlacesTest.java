package wiredesk.enrich.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wiredesk.enrich.rule.Parsed;
import wiredesk.enrich.rule.RuleBook;
import wiredesk.enrich.rule.Source;
import wiredesk.enrich.rule.TagRules;
import wiredesk.enrich.rule.Vocabulary;
import wiredesk.enrich.text.Zone;
import wiredesk.enrich.text.ZoneKind;

/** The places that an article names, beside its tags. */
class PlacesTest {

    private static final Source PLACES = new Source("places.yaml", """
            places:
              PT: {names: {any: [lisbon, "!lisbon treaty"], fr: [lisbonne]}, adjectives: {en: [portuguese]}}
              NORDICS: {names: {en: [nordics]}}
              FR: {names: {any: [=Paris]}}
            groups: {europe: PT FR}
            """);
    private static final Source RULES = new Source("small.yaml", """
            tag: wiredesk:small
            names: {de: a, en: b, es: c, fr: d, it: e, nl: f, pl: g, pt: h}
            threshold: 0.5
            concepts: {opens: {en: [opens]}}
            rules: [{id: opens, weight: 8, match: {sentence: [opens, place-europe]}}]
            """);

    private final Tagger tagger = tagger();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Rain in Lisbon                       | PT: Lisbon",
                "en | France waits, the Nordics wait       | FR: France; NORDICS: Nordics",
                "en | Paris, Portugal, Lisbon, LISBON, Lisbon | FR: Paris; PT: Portugal, Lisbon, LISBON",
                "en | The Lisbon Treaty                    | ''",
                "en | The Lisbon Treaty, signed in Lisbon  | PT: Lisbon",
                "en | A Portuguese ship in paris           | ''",
                "fr | Il pleut à Lisbonne, au Portugal     | PT: Lisbonne, Portugal",
                "de | Regen in Frankreich                  | FR: Frankreich",
                "en | Regen in Frankreich                  | ''",
                "sv | Lisbon                               | ''",
            })
    void anArticleNamesPlacesInItsLanguage(String language, String headline, String places) {
        // When
        List<NamedPlace> found = tagger.tag(language, List.of(new Zone(ZoneKind.HEADLINE, headline)))
                .places();

        // Then
        assertThat(String.join("; ", found.stream().map(PlacesTest::told).toList()))
                .isEqualTo(places);
    }

    @Test
    void aPlaceIsQuotedFromTheZonesThatMayEarnWithTheRangeOfItsName() {
        // Given
        List<Zone> zones = List.of(
                new Zone(ZoneKind.CREDIT, "Lisbon"),
                new Zone(ZoneKind.CAPTION, "🚢 in Lisbon"),
                new Zone(ZoneKind.SOURCE, "Lisbon"));

        // When
        Findings findings = tagger.tag("en", zones);

        // Then
        assertThat(findings.tags()).isEmpty();
        assertThat(findings.places())
                .containsExactly(new NamedPlace("PT", List.of(new Evidence("place-PT", 1, 5, 11, "Lisbon"))));
    }

    @Test
    void aPlaceEarnsATagThroughItsGroup() {
        assertThat(tagger.tag("en", List.of(new Zone(ZoneKind.HEADLINE, "Acme opens in Lisbon")))
                        .tags())
                .flatExtracting(Tag::evidence)
                .extracting(Evidence::text)
                .containsExactly("opens in Lisbon");
    }

    private static String told(NamedPlace place) {
        return place.code() + ": "
                + String.join(
                        ", ", place.evidence().stream().map(Evidence::text).toList());
    }

    private static Tagger tagger() {
        return new Tagger(RuleBook.of(List.of(sound(TagRules.parse(RULES, sound(Vocabulary.parse(List.of(PLACES))))))));
    }

    private static <T> T sound(Parsed<T> parsed) {
        return switch (parsed) {
            case Parsed.Valid<T>(T value) -> value;
            case Parsed.Invalid<T>(var problems) -> throw new AssertionError(problems);
        };
    }
}
