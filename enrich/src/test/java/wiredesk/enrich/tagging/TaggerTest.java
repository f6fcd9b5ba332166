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

    private static final String NEAR = "- {id: near, weight: 8, match: {near: {words: 5, of: [opens, place]}}}";

    @Test
    void aTagSaysWhatItIsAndWhatEarnedIt() {
        // Given
        Tagger tagger = SmallBook.tagger(NEAR);

        // When
        List<Tag> tags =
                tags(tagger, "en", List.of(zone(ZoneKind.BOX, "x"), zone(ZoneKind.LEDE, "Acme opens in Munich.")));

        // Then
        assertThat(tags).singleElement().satisfies(tag -> {
            assertThat(tag.code()).isEqualTo("wiredesk:small");
            assertThat(tag.names()).containsEntry("fr", "d");
            assertThat(tag.names().keySet()).containsExactly("de", "en", "es", "fr", "it", "nl", "pl", "pt");
            assertThat(tag.broader()).containsExactly("medtop:20000192");
            assertThat(tag.score()).isEqualTo(logistic(8 * Prominence.of(ZoneKind.LEDE, 1, 0)));
            assertThat(tag.bookVersion()).isEqualTo(tagger.version());
            assertThat(tag.evidence()).containsExactly(new Evidence("near", 1, 5, 20, "opens in Munich"));
        });
    }

    @Test
    void rangesCountCodePointsAndNotSurrogates() {
        // When
        List<Tag> tags =
                tags(SmallBook.tagger(NEAR), "en", List.of(zone(ZoneKind.HEADLINE, "🚀🚀 opens 𝒳 Munich 🚀")));

        // Then
        assertThat(tags.getFirst().evidence()).containsExactly(new Evidence("near", 0, 3, 17, "opens 𝒳 Munich"));
    }

    @ParameterizedTest
    @EnumSource(
            value = ZoneKind.class,
            names = {"CREDIT", "BOX", "SOURCE"})
    void whatIsNotTheArticlesTextEarnsNothing(ZoneKind kind) {
        assertThat(tags(SmallBook.tagger(NEAR), "en", List.of(zone(kind, "Acme opens in Munich"))))
                .isEmpty();
    }

    @Test
    void aMatchDoesNotReachIntoTheNextZone() {
        // Given
        List<Zone> zones = List.of(zone(ZoneKind.HEADLINE, "Acme opens"), zone(ZoneKind.LEDE, "Munich waits"));

        // When, Then
        assertThat(tags(SmallBook.tagger(NEAR), "en", zones)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "und", "ja", "de", "-", "english"})
    void aLanguageThatIsNotCoveredEarnsNothing(String language) {
        // Given
        Tagger tagger = SmallBook.tagger(NEAR);

        // When, Then
        assertThat(tagger.covers(language)).isFalse();
        assertThat(tags(tagger, language, List.of(zone(ZoneKind.HEADLINE, "opens in Munich"))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "FR", "fr-CA", "fr_FR"})
    void aLanguageIsKnownByItsFirstPart(String language) {
        assertThat(tags(SmallBook.tagger(NEAR), language, List.of(zone(ZoneKind.HEADLINE, "Acme ouvre dans l’UE"))))
                .flatExtracting(Tag::evidence)
                .extracting(Evidence::text)
                .containsExactly("ouvre dans l’UE");
    }

    @Test
    void whatIsSaidFirstWeighsMoreThanAPassingMention() {
        // Given
        Tagger tagger = SmallBook.tagger(NEAR);
        Zone first = zone(ZoneKind.HEADLINE, "Acme opens in Munich");
        Zone late = zone(ZoneKind.PARAGRAPH, "word ".repeat(300) + "opens in Munich");
        Zone lateAfterFirst = zone(ZoneKind.PARAGRAPH, "word ".repeat(296) + "opens in Munich");
        double headline = Prominence.of(ZoneKind.HEADLINE, 1, 0);
        double mention = Prominence.of(ZoneKind.PARAGRAPH, 300, 0);

        // When, Then
        assertThat(score(tagger, first)).isEqualTo(logistic(8 * headline));
        assertThat(score(tagger, late)).isEqualTo(logistic(8 * mention)).isLessThan(score(tagger, first));
        assertThat(score(tagger, first, lateAfterFirst))
                .isEqualTo(logistic(8 * (1 - (1 - headline) * (1 - mention))))
                .isGreaterThan(score(tagger, first));
    }

    @Test
    void ofOneRuleTheThreeMostProminentMatchesCount() {
        // Given
        Zone caption = zone(ZoneKind.CAPTION, "Acme opens in Munich. ".repeat(2));
        Zone body = zone(ZoneKind.PARAGRAPH, "Acme opens in Munich. ".repeat(50));

        // When
        List<Evidence> evidence = tags(SmallBook.tagger(NEAR), "en", List.of(caption, body))
                .getFirst()
                .evidence();

        // Then
        assertThat(evidence).extracting(Evidence::zone).containsExactly(1, 1, 1);
        assertThat(evidence).extracting(Evidence::begin).containsExactly(5, 27, 49);
    }

    @Test
    void aRuleLooksOnlyAtItsZones() {
        // Given
        Tagger tagger = SmallBook.tagger("- {id: r, weight: 8, match: opens, zones: [caption, lede]}");

        // When
        List<Tag> tags = tags(
                tagger,
                "en",
                List.of(zone(ZoneKind.HEADLINE, "opens"), zone(ZoneKind.LEDE, "opens"), zone(ZoneKind.LIST, "opens")));

        // Then
        assertThat(tags.getFirst().evidence()).extracting(Evidence::zone).containsExactly(1);
    }

    @Test
    void anEmptyBookAndAnEmptyArticleEarnNothing() {
        assertThat(tags(new Tagger(RuleBook.empty()), "en", List.of(zone(ZoneKind.HEADLINE, "opens"))))
                .isEmpty();
        assertThat(tags(SmallBook.tagger(NEAR), "en", List.of())).isEmpty();
        assertThat(tags(SmallBook.tagger(NEAR), "en", List.of(zone(ZoneKind.HEADLINE, ""))))
                .isEmpty();
    }

    @Test
    void oneTaggerServesManyThreadsWithOneAnswer() throws Exception {
        // Given
        Tagger tagger = SmallBook.tagger(NEAR);
        List<Zone> zones =
                List.of(zone(ZoneKind.HEADLINE, "Acme opens in Munich"), zone(ZoneKind.LIST, "It set up EU"));
        List<Tag> alone = tags(tagger, "en", zones);

        // When
        List<Callable<List<Tag>>> calls = Collections.nCopies(200, () -> tags(tagger, "en", zones));

        // Then
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<List<Tag>> answer : threads.invokeAll(calls)) {
                assertThat(answer.get()).isEqualTo(alone);
            }
        }
    }

    @Test
    void counterEvidenceTakesFromTheScoreAndIsNotQuoted() {
        // Given
        Tagger tagger = SmallBook.tagger(NEAR + "\n- {id: sport, weight: -3, match: sport}");
        List<Zone> zones = List.of(zone(ZoneKind.HEADLINE, "Acme opens in Munich, with football"));

        // When
        Verdict verdict = tagger.verdicts("en", zones).getFirst();

        // Then
        assertThat(verdict.score()).isEqualTo(logistic((8 - 3) * Prominence.of(ZoneKind.HEADLINE, 1, 0)));
        assertThat(verdict.earned()).isTrue();
        assertThat(verdict.findings()).extracting(Verdict.Finding::rule).containsExactly("near", "sport");
        assertThat(tags(tagger, "en", zones))
                .flatExtracting(Tag::evidence)
                .extracting(Evidence::rule)
                .containsExactly("near");
    }

    @Test
    void anArticleOfWhichNoRuleSaysAnythingScoresThePrior() {
        // When
        Verdict verdict = SmallBook.tagger(NEAR)
                .verdicts("en", List.of(zone(ZoneKind.HEADLINE, "Rain")))
                .getFirst();

        // Then
        assertThat(verdict).isEqualTo(new Verdict("wiredesk:small", 0.05, false, List.of()));
    }

    /** The score of the usual prior and this much evidence, rounded as the tagger does. */
    private static double logistic(double evidence) {
        return Math.rint(10_000 / (1 + 19 * Math.exp(-evidence))) / 10_000;
    }

    private static List<Tag> tags(Tagger tagger, String language, List<Zone> zones) {
        return tagger.tag(language, zones).tags();
    }

    private static double score(Tagger tagger, Zone... zones) {
        return tagger.verdicts("en", List.of(zones)).getFirst().score();
    }

    private static Zone zone(ZoneKind kind, String text) {
        return new Zone(kind, text);
    }
}
