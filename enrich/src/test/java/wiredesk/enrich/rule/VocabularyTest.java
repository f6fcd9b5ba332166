package wiredesk.enrich.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VocabularyTest {

    private static final Source ENGLISH = new Source("en.yaml", """
            language: en
            concepts:
              opens: opens, set up, !open source, opens
              site:
                - data-center
                - office
            """);
    private static final Source FRENCH = new Source("fr.yaml", "{language: fr, concepts: {opens: [ouvre]}}");
    private static final Source ANY = new Source("any.yaml", """
            language: any
            concepts: {alliance: =NATO, site: campus}
            """);
    private static final Source PLACES = new Source("places.yaml", """
            places:
              DE: {names: {any: [berlin], fr: [munich]}, adjectives: {en: [german], fr: [allemand]}}
              PT: {names: {any: [lisboa]}, adjectives: {en: [portuguese]}}
              NORDICS: {names: {en: [nordics]}}
            groups: {iberia: PT, europe: "DE, PT NORDICS"}
            """);

    @Test
    void eachLanguagesFileGivesItsTermsToTheConcept() {
        // When
        Vocabulary vocabulary = parsed(ENGLISH, FRENCH, ANY);

        // Then
        assertThat(vocabulary.concepts()).containsOnlyKeys("alliance", "opens", "site");
        assertThat(RuleFile.terms(vocabulary.concepts(), "opens", "en"))
                .containsExactly("opens", "set up", "!open source", "opens");
        assertThat(RuleFile.terms(vocabulary.concepts(), "opens", "fr")).containsExactly("ouvre");
        assertThat(RuleFile.terms(vocabulary.concepts(), "site", "en"))
                .containsExactly("data center", "datacenter", "office");
        assertThat(RuleFile.terms(vocabulary.concepts(), "site", Languages.ANY)).containsExactly("campus");
        assertThat(RuleFile.terms(vocabulary.concepts(), "alliance", Languages.ANY))
                .containsExactly("=NATO");
        assertThat(vocabulary.places()).isEmpty();
    }

    @Test
    void theOrderOfTheFilesMeansNothing() {
        assertThat(parsed(PLACES, ANY, FRENCH, ENGLISH)).isEqualTo(parsed(ENGLISH, FRENCH, ANY, PLACES));
    }

    @Test
    void aGroupIsAllItsPlacesAndTheirNationalities() {
        // When
        Vocabulary vocabulary = parsed(PLACES);

        // Then
        assertThat(vocabulary.places()).containsOnlyKeys("DE", "NORDICS", "PT");
        assertThat(vocabulary.concepts())
                .containsOnlyKeys(
                        "place-DE",
                        "place-NORDICS",
                        "place-PT",
                        "place-iberia",
                        "place-europe",
                        "nationality-DE",
                        "nationality-PT",
                        "nationality-iberia",
                        "nationality-europe");
        assertThat(RuleFile.terms(vocabulary.concepts(), "place-europe", "en"))
                .containsExactly("=Germany", "nordics", "=Portugal");
        assertThat(RuleFile.terms(vocabulary.concepts(), "place-europe", "any")).containsExactly("berlin", "lisboa");
        assertThat(RuleFile.terms(vocabulary.concepts(), "place-iberia", "en")).containsExactly("=Portugal");
        assertThat(RuleFile.terms(vocabulary.concepts(), "nationality-europe", "en"))
                .containsExactly("german", "portuguese");
        assertThat(RuleFile.terms(vocabulary.concepts(), "nationality-europe", "fr"))
                .containsExactly("allemand");
    }

    @Test
    void aTagsRulesSpeakOfSharedConceptsAndOverruleThemByTheirOwn() {
        // Given
        String yaml = """
                tag: wiredesk:small
                names: {de: a, en: b, es: c, fr: d, it: e, nl: f, pl: g, pt: h}
                threshold: 0.5
                concepts: {site: {en: [harbour]}}
                rules: [{id: r, weight: 1, match: {sentence: [opens, site, place-europe]}}]
                """;

        // When
        Parsed<TagRules> parsed = TagRules.parse(new Source("small.yaml", yaml), parsed(ENGLISH, ANY, PLACES));

        // Then
        assertThat(parsed).isInstanceOfSatisfying(Parsed.Valid.class, valid -> {
            TagRules rules = (TagRules) valid.value();
            assertThat(rules.concepts()).containsOnlyKeys("opens", "place-europe", "site");
            assertThat(RuleFile.terms(rules.concepts(), "site", "en")).containsExactly("harbour");
            assertThat(RuleFile.terms(rules.concepts(), "site", "any")).isEmpty();
            assertThat(rules.places()).containsOnlyKeys("DE", "NORDICS", "PT");
        });
    }

    @Test
    void aFileIsSharedByWhatStandsOnItsTopLevel() {
        assertThat(Stream.of(ENGLISH, ANY, PLACES)).allMatch(Vocabulary::isShared);
        assertThat(Vocabulary.isShared(new Source("tag.yaml", RuleFile.SOUND))).isFalse();
        assertThat(Vocabulary.isShared(new Source("tag.yaml", "tag: x\nnames:\n  language: x\n")))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'opens, set up'  | 'opens, op*, set'  | en.yaml:3:17: | three letters",
                "'opens, set up'  | 'shop*, op*'       | en.yaml:3:17: | three letters",
                "language: en     | language: english  | en.yaml:1:11: | one of de, en, es, fr, it, nl, pl, pt, any",
                "language: en     | language: fr       | en.yaml:1:11: | make one file of the two",
                "- office         | '- \"…\"'          | en.yaml:6:8:  | write a word or a phrase",
                "concepts         | concept            | en.yaml:2:1:  | write `concepts`",
            })
    void aMistakeIsNamedWithItsPlaceAndItsCure(String sound, String broken, String place, String cure) {
        // Given
        assertThat(ENGLISH.yaml()).contains(sound);
        Source source = new Source("en.yaml", ENGLISH.yaml().replace(sound, broken));

        // When
        Parsed<Vocabulary> parsed = Vocabulary.parse(List.of(FRENCH, source));

        // Then
        assertThat(parsed).isInstanceOf(Parsed.Invalid.class);
        assertThat(((Parsed.Invalid<Vocabulary>) parsed).problems())
                .extracting(Problem::toString)
                .anySatisfy(line -> assertThat(line).startsWith(place).contains(cure));
    }

    @Test
    void aCodeThatNoPlaceHasIsNamedWhereItStands() {
        // Given
        Source source = new Source("places.yaml", PLACES.yaml().replace("iberia: PT", "iberia: PT T"));

        // When
        Parsed<Vocabulary> parsed = Vocabulary.parse(List.of(source));

        // Then
        assertThat(((Parsed.Invalid<Vocabulary>) parsed).problems())
                .extracting(Problem::toString)
                .containsExactly("places.yaml:5:21: no place has the code `T`; add it to places");
    }

    @Test
    void parsingNeverThrows() {
        for (int seed = 0; seed < 1_000; seed++) {
            // Given
            Random random = new Random(seed);
            List<Source> files = Stream.of(ENGLISH, ANY, PLACES)
                    .map(file -> new Source(file.name(), RuleFile.mutated(file.yaml(), random)))
                    .toList();

            // When
            Parsed<Vocabulary> parsed;
            try {
                parsed = Vocabulary.parse(files);
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + " threw on\n" + files, e);
            }

            // Then
            if (parsed instanceof Parsed.Invalid<Vocabulary>(List<Problem> problems)) {
                assertThat(problems).as("seed %d", seed).isNotEmpty().allMatch(p -> p.line() > 0 && p.column() > 0);
            }
        }
    }

    @Test
    void allFilesProblemsAreNamedAtOnce() {
        // When
        Parsed<Vocabulary> parsed =
                Vocabulary.parse(List.of(new Source("b.yaml", "language: xx"), new Source("a.yaml", "places: []")));

        // Then
        assertThat(((Parsed.Invalid<Vocabulary>) parsed).problems())
                .extracting(Problem::file)
                .containsSequence("a.yaml", "b.yaml");
    }

    private static Vocabulary parsed(Source... files) {
        return switch (Vocabulary.parse(List.of(files))) {
            case Parsed.Valid<Vocabulary>(Vocabulary vocabulary) -> vocabulary;
            case Parsed.Invalid<Vocabulary>(List<Problem> problems) -> throw new AssertionError(problems);
        };
    }
}
