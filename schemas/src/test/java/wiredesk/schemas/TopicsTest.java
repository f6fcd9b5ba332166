package wiredesk.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wiredesk.schemas.record.PublishedArticle;

/** The design's table of topics: people script against these names and rely on these policies. */
class TopicsTest {

    @Test
    void everyTopicOfTheDesignIsThereAndNoOther() {
        assertThat(Topics.policies().keySet())
                .containsExactlyInAnyOrder(
                        "newsroom.submissions",
                        "gateway.idempotency",
                        "articles.ingested",
                        "ingest.signatures",
                        "articles.enriched",
                        "articles.dead-letter",
                        "taxonomy.rules",
                        "publish.channels");
    }

    @ParameterizedTest
    @CsvSource({
        "newsroom.submissions, Submission",
        "gateway.idempotency, RequestClaim",
        "articles.ingested, Article",
        "ingest.signatures, ToldStory",
        "articles.enriched, EnrichedArticle",
        "taxonomy.rules, TagRules",
        "publish.channels, Channel"
    })
    void aTopicCarriesTheRecordThatTheDesignNames(String name, String record) {
        Topic<?> topic = Topics.typed().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow();

        assertThat(topic.schema().getFullName()).isEqualTo("wiredesk.schemas.record." + record);
        assertThat(topic.type().getName()).isEqualTo(topic.schema().getFullName());
        assertThat(topic.subject()).isEqualTo(name + "-value");
    }

    @ParameterizedTest
    @CsvSource({"newsroom.submissions, 7", "ingest.signatures, 2", "articles.dead-letter, 30"})
    void aTopicOfEventsKeepsThemForSoManyDays(String name, int days) {
        assertThat(settings(name))
                .containsEntry("cleanup.policy", "delete")
                .containsEntry(
                        "retention.ms", Long.toString(Duration.ofDays(days).toMillis()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"articles.ingested", "articles.enriched", "taxonomy.rules", "publish.channels"})
    void aTopicOfWhatStandsKeepsTheLastOfEachKeyForEver(String name) {
        assertThat(settings(name)).containsEntry("cleanup.policy", "compact").doesNotContainKey("retention.ms");
    }

    @Test
    void aChannelsTopicKeepsTheLastOfEachKeyInACompressionThatEveryClientReads() {
        Topic<PublishedArticle> topic = Topics.published("europe");

        assertThat(topic.name()).isEqualTo("published.europe");
        assertThat(topic.subject()).isEqualTo("published.europe-value");
        assertThat(Topics.publishedPolicy().settings())
                .containsEntry("cleanup.policy", "compact")
                .containsEntry("compression.type", "gzip")
                .doesNotContainKey("retention.ms");
    }

    @Test
    void everyTopicTakesWhatAServiceMaySend() {
        Map<String, Policy> all = new HashMap<>(Topics.policies());
        all.put("published.x", Topics.publishedPolicy());

        assertThat(all).allSatisfy((name, policy) -> {
            assertThat(policy.maxMessageBytes()).as(name).isGreaterThan(Topics.MAX_RECORD_BYTES);
            assertThat(policy.settings())
                    .containsEntry("max.message.bytes", Integer.toString(policy.maxMessageBytes()));
        });
        assertThat(Topics.MAX_RECORD_BYTES).isGreaterThan(2 * Topics.MAX_PAYLOAD_BYTES);
    }

    @Test
    void aDeadLetterTakesTheLargestRecordOfAnyOtherTopicAndItsStory() {
        Policy deadLetters = policy(Topics.DEAD_LETTERS);

        Map<String, Policy> others = new HashMap<>(Topics.policies());
        others.remove(Topics.DEAD_LETTERS);
        assertThat(others.values())
                .allSatisfy(other -> assertThat(deadLetters.maxMessageBytes())
                        .isGreaterThanOrEqualTo(other.maxMessageBytes() + (64 << 10)));
    }

    @Test
    void everyTypedTopicHasASubjectOfItsOwnAndEveryPipelineTopicButTheDeadLettersAType() {
        Set<String> names = new HashSet<>();
        Topics.typed()
                .forEach(topic ->
                        assertThat(names.add(topic.name())).as(topic.name()).isTrue());

        Set<String> untyped = new HashSet<>(Topics.policies().keySet());
        untyped.removeAll(names);
        assertThat(untyped).containsExactly(Topics.DEAD_LETTERS);
    }

    @Test
    void rulesAndChannelsAreSmallAndNothingElseIs() {
        assertThat(Topics.policies().keySet().stream().filter(Topics::isSmall))
                .containsExactlyInAnyOrder("taxonomy.rules", "publish.channels");
        assertThat(Topics.isSmall("published.europe")).isFalse();
    }

    @Test
    void theChannelOfATopicIsItsLastPart() {
        assertThat(Topics.channelOf(Topics.published("le-monde_2").name())).contains("le-monde_2");
        assertThat(Topics.channelOf("articles.enriched")).isEmpty();
        assertThat(Topics.channelOf("publish.channels")).isEmpty();
        assertThat(Topics.channelOf("unpublished.europe")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"europe", "a", "0", "site-2", "le_monde", "0-_"})
    void theseAreNamesForAChannel(String name) {
        assertThat(Topics.isChannelName(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", "_a", "Europe", "a.b", "a b", "é", "a/b", "a\n", "\ud83d\ude00"})
    void theseAreNot(String name) {
        assertThat(Topics.isChannelName(name)).isFalse();
    }

    @Test
    void aChannelsNameHasAtMostAHundredCharacters() {
        assertThat(Topics.isChannelName("a".repeat(100))).isTrue();
        assertThat(Topics.isChannelName("a".repeat(101))).isFalse();
    }

    private static Map<String, String> settings(String topic) {
        return policy(topic).settings();
    }

    private static Policy policy(String topic) {
        return Objects.requireNonNull(Topics.policies().get(topic), topic);
    }
}
