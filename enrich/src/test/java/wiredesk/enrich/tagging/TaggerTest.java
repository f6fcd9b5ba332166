package wiredesk.enrich.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import wiredesk.enrich.rule.RuleBook;
import wiredesk.enrich.text.Zone;
import wiredesk.enrich.text.ZoneKind;

class TaggerTest {

    private static final String NEAR = "- {id: near, weight: 0.8, match: {near: {words: 5, of: [opens, place]}}}";

    @Test
    void aTagSaysWhatItIsAndWhatEarnedIt() {
        // Given
        Tagger tagger = SmallBook.tagger(NEAR);

        // When
        List<Tag> tags =
                tagger.tag("en", List.of(zone(ZoneKind.BOX, "x"), zone(ZoneKind.LEDE, "Acme opens in Munich.")));

        // Then
        assertThat(tags).singleElement().satisfies(tag -> {
            assertThat(tag.code()).isEqualTo("wiredesk:small");
            assertThat(tag.names()).containsEntry("fr", "d");
            assertThat(tag.names().keySet()).containsExactly("de", "en", "es", "fr", "it", "nl", "pl", "pt");
            assertThat(tag.broader()).containsExactly("medtop:20000192");
            assertThat(tag.score()).isEqualTo(0.8);
            assertThat(tag.bookVersion()).isEqualTo(tagger.book().version());
            assertThat(tag.evidence()).containsExactly(new Evidence("near", 1, 5, 20, "opens in Munich"));
        });
    }

    @Test
    void rangesCountCodePointsAndNotSurrogates() {
        // When
        List<Tag> tags = SmallBook.tagger(NEAR).tag("en", List.of(zone(ZoneKind.HEADLINE, "🚀🚀 opens 𝒳 Munich 🚀")));

        // Then
        assertThat(tags.getFirst().evidence()).containsExactly(new Evidence("near", 0, 3, 17, "opens 𝒳 Munich"));
    }

    @ParameterizedTest
    @EnumSource(
            value = ZoneKind.class,
            names = {"CREDIT", "BOX", "SOURCE"})
    void whatIsNotTheArticlesTextEarnsNothing(ZoneKind kind) {
        assertThat(SmallBook.tagger(NEAR).tag("en", List.of(zone(kind, "Acme opens in Munich"))))
                .isEmpty();
    }

    @Test
    void aMatchDoesNotReachIntoTheNextZone() {
        // Given
        List<Zone> zones = List.of(zone(ZoneKind.HEADLINE, "Acme opens"), zone(ZoneKind.LEDE, "Munich waits"));

        // When, Then
        assertThat(SmallBook.tagger(NEAR).tag("en", zones)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "und", "ja", "de", "-", "english"})
    void aLanguageThatIsNotCoveredEarnsNothing(String language) {
        assertThat(SmallBook.tagger(NEAR).tag(language, List.of(zone(ZoneKind.HEADLINE, "opens in Munich"))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "FR", "fr-CA", "fr_FR"})
    void aLanguageIsKnownByItsFirstPart(String language) {
        assertThat(SmallBook.tagger(NEAR).tag(language, List.of(zone(ZoneKind.HEADLINE, "Acme ouvre dans l’UE"))))
                .flatExtracting(Tag::evidence)
                .extracting(Evidence::text)
                .containsExactly("ouvre dans l’UE");
    }

    @Test
    void theHeadlineWeighsMoreThanAPassingMention() {
        // Given
        Tagger tagger = SmallBook.tagger(NEAR);
        String text = "Acme opens in Munich";

        // When
        double headline = score(tagger, zone(ZoneKind.HEADLINE, text));
        double paragraph = score(tagger, zone(ZoneKind.PARAGRAPH, text));
        double both = score(tagger, zone(ZoneKind.HEADLINE, text), zone(ZoneKind.PARAGRAPH, text));

        // Then
        assertThat(headline).isEqualTo(0.8);
        assertThat(paragraph).isEqualTo(0.48);
        assertThat(both).isEqualTo(0.896);
    }

    @Test
    void ofOneRuleTheThreeMostProminentMatchesCount() {
        // Given
        Zone body = zone(ZoneKind.PARAGRAPH, "Acme opens in Munich. ".repeat(9));
        Zone heading = zone(ZoneKind.HEADING, "Acme opens in Munich");

        // When
        List<Evidence> evidence = SmallBook.tagger(NEAR)
                .tag("en", List.of(body, heading))
                .getFirst()
                .evidence();

        // Then
        assertThat(evidence).extracting(Evidence::zone).containsExactly(0, 0, 1);
        assertThat(evidence).extracting(Evidence::begin).containsExactly(5, 27, 5);
    }

    @Test
    void aRuleLooksOnlyAtItsZones() {
        // Given
        Tagger tagger = SmallBook.tagger("- {id: r, weight: 1, match: opens, zones: [caption, lede]}");

        // When
        List<Tag> tags = tagger.tag(
                "en",
                List.of(zone(ZoneKind.HEADLINE, "opens"), zone(ZoneKind.LEDE, "opens"), zone(ZoneKind.LIST, "opens")));

        // Then
        assertThat(tags.getFirst().evidence()).extracting(Evidence::zone).containsExactly(1);
    }

    @Test
    void anEmptyBookAndAnEmptyArticleEarnNothing() {
        assertThat(new Tagger(RuleBook.empty()).tag("en", List.of(zone(ZoneKind.HEADLINE, "opens"))))
                .isEmpty();
        assertThat(SmallBook.tagger(NEAR).tag("en", List.of())).isEmpty();
        assertThat(SmallBook.tagger(NEAR).tag("en", List.of(zone(ZoneKind.HEADLINE, ""))))
                .isEmpty();
    }

    @Test
    void oneTaggerServesManyThreadsWithOneAnswer() throws Exception {
        // Given
        Tagger tagger = SmallBook.tagger(NEAR);
        List<Zone> zones =
                List.of(zone(ZoneKind.HEADLINE, "Acme opens in Munich"), zone(ZoneKind.LIST, "It set up EU"));
        List<Tag> alone = tagger.tag("en", zones);

        // When
        List<Callable<List<Tag>>> calls = Collections.nCopies(200, () -> tagger.tag("en", zones));

        // Then
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<List<Tag>> answer : threads.invokeAll(calls)) {
                assertThat(answer.get()).isEqualTo(alone);
            }
        }
    }

    private static double score(Tagger tagger, Zone... zones) {
        return tagger.verdicts("en", List.of(zones)).getFirst().score();
    }

    private static Zone zone(ZoneKind kind, String text) {
        return new Zone(kind, text);
    }
}
