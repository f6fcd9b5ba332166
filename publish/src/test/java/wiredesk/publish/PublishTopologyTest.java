package wiredesk.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static wiredesk.publish.PublishDriver.START;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wiredesk.publish.routing.Routes;
import wiredesk.runtime.DeadLetters;
import wiredesk.runtime.RecordSize;
import wiredesk.runtime.Trace;
import wiredesk.schemas.Topics;
import wiredesk.schemas.record.EnrichedArticle;
import wiredesk.schemas.record.PublishedArticle;
import wiredesk.schemas.wire.FixedSchemas;

class PublishTopologyTest {

    private static final String URI = "urn:newsroom:porto";
    private static final String EUROPE = "wiredesk:europe-expansion";
    private static final String RULES = "wiredesk:regulation";
    private static final Instant DUE = START.plusSeconds(3600);
    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    private static final String OTHER_TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private final Path state;
    private final PublishDriver publish;

    PublishTopologyTest(@TempDir Path state) {
        this.state = state;
        this.publish = new PublishDriver(state.resolve("first"));
    }

    @AfterEach
    void close() {
        publish.close();
    }

    @Test
    void theNamesInTheTopologyAreTheOnesThatItsStateLiesUnder() throws IOException {
        String described = new PublishTopology(
                        new FixedSchemas(), () -> Routes.NONE, InstantSource.system(), publish.metrics)
                .get()
                .describe()
                .toString()
                .replaceAll("extractor class: [\\w.]*\\.(\\w+)\\$\\$Lambda[^)]*", "extractor class: $1");

        assertThat(described.strip())
                .as("""
                        The names in a topology are a contract: the stores' names are a part of their changelogs', \
                        %s and %s. Under other names a running service finds none of its state: it forgets what it \
                        holds, and whom it owes a kill. Look at the changelog names first; only when they stand is a \
                        change of topology.txt right.""", Topics.HELD.name(), Topics.DELIVERIES.name())
                .isEqualTo(golden().strip());
    }

    @Test
    void anArticleGoesToTheChannelsThatWantItAndHaveATopic() {
        // Given
        publish.channel("all");
        publish.channel("europe", EUROPE);
        publish.channel("policy", RULES);
        publish.channel("unready", EUROPE);
        publish.shut("unready");

        // When
        EnrichedArticle article =
                Version.of(URI, "1", EUROPE).note("from the mayor").enriched();
        publish.send(article);

        // Then
        assertThat(publish.channelsServed()).containsExactlyInAnyOrder("all", "europe");
        assertThat(publish.told("all")).containsExactly("publish 1");
        assertThat(publish.got("europe")).singleElement().satisfies(record -> {
            assertThat(record.getUri()).isEqualTo(URI);
            assertThat(record.getDelivery()).hasToString("publish");
            assertThat(record.getWhy()).isEqualTo("from the mayor");
            assertThat(record.getPublishedAt()).isEqualTo(START);
            assertThat(record.getHeadline()).isEqualTo("Headline 1");
            assertThat(record.getByline()).isEqualTo("M. Silva");
            assertThat(record.getNearDuplicateOf()).isEqualTo("urn:agency:1");
            assertThat(record.getUrgency()).isEqualTo(4);
            assertThat(record.getZones()).isEqualTo(article.getArticle().getZones());
            assertThat(record.getTags()).isEqualTo(article.getTags());
        });
        assertThat(publish.metrics.events("published")).isEqualTo(1);
    }

    @Test
    void anArticleThatNoChannelWantsIsCountedAsUnmatched() {
        publish.channel("europe", EUROPE);

        publish.send(Version.of(URI, "1", RULES).enriched());

        assertThat(publish.channelsServed()).isEmpty();
        assertThat(publish.metrics.events("unmatched")).isEqualTo(1);
        assertThat(publish.metrics.events("published")).isZero();
    }

    @Test
    void theNextVersionIsACorrection() {
        publish.channel("all");

        publish.send(Version.of(URI, "1").enriched());
        publish.send(Version.of(URI, "2").enriched());

        assertThat(publish.told("all")).containsExactly("publish 1", "correct 2");
    }

    @Test
    void theSameBytesAgainAreSentToNobody() {
        publish.channel("all");
        byte[] bytes = publish.encode(Version.of(URI, "1", EUROPE, RULES).enriched());

        publish.send(URI.getBytes(UTF_8), bytes, new RecordHeaders());
        publish.send(URI.getBytes(UTF_8), bytes, new RecordHeaders());

        assertThat(publish.told("all")).containsExactly("publish 1");
    }

    @Test
    void aRuleBookThatChangesNothingThatASiteSeesIsNoCorrection() {
        publish.channel("all");

        publish.send(Version.of(URI, "1").enriched("first book"));
        publish.send(Version.of(URI, "1").enriched("second book"));

        assertThat(publish.told("all")).containsExactly("publish 1");
    }

    @Test
    void aTagThatIsNewIsACorrectionOfTheSameVersion() {
        publish.channel("all");
        publish.channel("europe", EUROPE);

        publish.send(Version.of(URI, "1").enriched("first book"));
        publish.send(Version.of(URI, "1", EUROPE).enriched("second book"));

        assertThat(publish.told("all")).containsExactly("publish 1", "correct 1");
        assertThat(publish.told("europe")).containsExactly("publish 1");
    }

    @Test
    void aVersionThatNoLongerMatchesIsWithdrawnAndOneThatMatchesAgainIsPublished() {
        publish.channel("all");
        publish.channel("europe", EUROPE);

        publish.send(Version.of(URI, "1", EUROPE).enriched());
        publish.send(Version.of(URI, "2").enriched());
        publish.send(Version.of(URI, "3").enriched());
        publish.send(Version.of(URI, "4", EUROPE).enriched());

        List<PublishedArticle> europe = publish.got("europe");
        assertThat(europe)
                .extracting(record -> record.getDelivery() + " " + record.getVersion())
                .containsExactly("publish 1", "withdraw 2", "publish 4");
        assertThat(europe.get(1))
                .satisfies(PublishTopologyTest::saysNothing)
                .satisfies(record -> assertThat(record.getWhy()).isNotBlank());
        assertThat(publish.told("all")).containsExactly("publish 1", "correct 2", "correct 3", "correct 4");
    }

    @Test
    void withheldWithdrawsEverywhereUntilAVersionReleasesIt() {
        // Given
        publish.channel("all");
        publish.channel("europe", EUROPE);
        publish.channel("policy", RULES);
        publish.send(Version.of(URI, "1", EUROPE).enriched());

        // When
        publish.send(Version.of(URI, "2", EUROPE).note("unclear").withheld().enriched());
        publish.send(Version.of(URI, "3", EUROPE).withheld().enriched());
        publish.send(Version.of(URI, "4", EUROPE).enriched());

        // Then
        assertThat(publish.told("all")).containsExactly("publish 1", "withdraw 2", "publish 4");
        List<PublishedArticle> europe = publish.got("europe");
        assertThat(europe).hasSize(3);
        assertThat(europe.get(1).getWhy()).isEqualTo("unclear");
        assertThat(europe.get(1)).satisfies(PublishTopologyTest::saysNothing);
        assertThat(publish.channelsServed()).doesNotContain("policy");
    }

    @Test
    void aKillReachesEveryChannelThatEverHadTheArticleAndLeavesNoText() {
        // Given one that has it, one that has been withdrawn from, one that is no more, and one that never had it
        publish.channel("all");
        publish.channel("europe", EUROPE);
        publish.channel("gone", EUROPE);
        publish.channel("policy", RULES);
        publish.send(Version.of(URI, "1", EUROPE).enriched());
        publish.remove("gone");
        publish.send(Version.of(URI, "2").enriched());
        assertThat(publish.told("gone")).containsExactly("publish 1", "withdraw 2");
        assertThat(publish.told("europe")).containsExactly("publish 1", "withdraw 2");
        assertThat(publish.told("all")).containsExactly("publish 1", "correct 2");

        // When
        publish.send(Version.of(URI, "3", EUROPE).killed().note("libel").enriched());
        publish.send(Version.of(URI, "3", EUROPE).killed().note("libel").enriched());

        // Then
        for (String channel : List.of("all", "europe", "gone")) {
            assertThat(publish.got(channel)).as(channel).singleElement().satisfies(record -> {
                assertThat(record.getDelivery()).hasToString("kill");
                assertThat(record.getVersion()).isEqualTo("3");
                assertThat(record.getWhy()).isEqualTo("libel");
                saysNothing(record);
            });
        }
        assertThat(publish.channelsServed()).doesNotContain("policy");
    }

    @Test
    void aKillReachesAChannelThatWasRemovedWhileItHadTheArticle() {
        publish.channel("gone");
        publish.send(Version.of(URI, "1").enriched());
        publish.remove("gone");

        publish.send(Version.of(URI, "2").killed().enriched());

        assertThat(publish.told("gone")).containsExactly("publish 1", "kill 2");
    }

    @Test
    void theKeyAndTheHeadersGoOnToEveryChannel() {
        publish.channel("all");
        publish.channel("europe", EUROPE);

        publish.send(Version.of(URI, "1", EUROPE).enriched(), TRACE);

        for (String topic : List.of("published.all", "published.europe")) {
            assertThat(publish.records(topic)).as(topic).singleElement().satisfies(record -> {
                assertThat(record.key()).asString(UTF_8).isEqualTo(URI);
                assertThat(header(record, Trace.HEADER)).isEqualTo(TRACE);
            });
        }
    }

    @Test
    void anEmbargoedVersionGoesOutAtTheInstantAndNotAMillisecondEarlier() {
        // Given
        publish.channel("all");
        publish.send(Version.of(URI, "1").until(DUE).enriched());

        // Then
        publish.clock(START);
        publish.clock(DUE.minusSeconds(1));
        publish.clock(DUE.minusMillis(1));
        publish.clock(DUE.minusNanos(1));
        assertThat(publish.channelsServed()).isEmpty();
        assertThat(publish.metrics.events("published")).isZero();

        publish.clock(DUE);
        assertThat(publish.got("all")).singleElement().satisfies(record -> {
            assertThat(record.getDelivery()).hasToString("publish");
            assertThat(record.getZones()).hasSize(1);
            assertThat(record.getPublishedAt()).isEqualTo(DUE);
        });
    }

    @Test
    void anEmbargoedVersionGoesOutOnce() {
        publish.channel("all");
        publish.send(Version.of(URI, "1").until(DUE).enriched());

        publish.clock(DUE);
        publish.clock(DUE);
        publish.send(Version.of(URI, "2").enriched());
        publish.clock(DUE.plusSeconds(86_400));

        assertThat(publish.told("all")).containsExactly("publish 1", "correct 2");
        assertThat(publish.metrics.events("published")).isEqualTo(2);
        assertThat(publish.metrics.events("unmatched")).isZero();
    }

    @Test
    void aReleaseCarriesTheTraceOfTheEventThatWasHeld() {
        // Given
        publish.channel("all");
        publish.send(Version.of(URI, "1").until(DUE).enriched(), TRACE);
        publish.send(Version.of("urn:between", "1").enriched(), OTHER_TRACE);
        publish.send(Version.of("urn:untraced", "1").until(DUE).enriched());
        publish.records("published.all");

        // When
        publish.clock(DUE);

        // Then
        List<TestRecord<byte[], byte[]>> released = publish.records("published.all");
        assertThat(released)
                .extracting(record -> new String(record.key(), UTF_8))
                .containsExactly(URI, "urn:untraced");
        assertThat(header(released.get(0), Trace.HEADER)).isEqualTo(TRACE);
        assertThat(released.get(1).headers().lastHeader(Trace.HEADER)).isNull();
    }

    @Test
    void whatIsDueFirstGoesOutFirstAndNothingElseWithIt() {
        publish.channel("all");
        publish.send(Version.of("urn:a", "1").until(DUE.plusMillis(1)).enriched());
        publish.send(Version.of("urn:z", "2").until(DUE).enriched());
        publish.send(Version.of("urn:m", "3").until(DUE.minusMillis(1)).enriched());
        publish.send(Version.of("urn:0", "4").until(Instant.MAX).enriched());

        publish.clock(DUE);
        assertThat(publish.told("all")).containsExactly("publish 3", "publish 2");

        publish.clock(DUE.plusMillis(1));
        assertThat(publish.told("all")).containsExactly("publish 1");
    }

    @Test
    void anEmbargoThatIsOverHoldsNothing() {
        publish.channel("all");

        publish.send(Version.of("urn:now", "1").until(START).enriched());
        publish.send(Version.of("urn:old", "2")
                .until(Instant.parse("1969-07-20T20:17:00Z"))
                .enriched());

        assertThat(publish.told("all")).containsExactly("publish 1", "publish 2");
    }

    @Test
    void aNewerVersionReplacesTheHeldOneAndMayMoveTheEmbargo() {
        // Given
        publish.channel("all");
        publish.send(Version.of(URI, "1").until(DUE).enriched());
        publish.send(Version.of(URI, "2").until(DUE.plusSeconds(60)).enriched());

        // Then
        publish.clock(DUE);
        assertThat(publish.channelsServed()).isEmpty();
        publish.clock(DUE.plusSeconds(60));
        assertThat(publish.told("all")).containsExactly("publish 2");
        assertThat(publish.metrics.events("superseded")).isEqualTo(1);
        assertThat(publish.metrics.events("published")).isEqualTo(1);
    }

    @Test
    void aVersionWithoutAnEmbargoLiftsIt() {
        publish.channel("all");
        publish.send(Version.of(URI, "1").until(DUE).enriched());

        publish.send(Version.of(URI, "2").enriched());
        publish.clock(DUE);

        assertThat(publish.told("all")).containsExactly("publish 2");
        assertThat(publish.metrics.events("superseded")).isEqualTo(1);
    }

    @Test
    void theVersionThatStandsStaysWhileTheNextIsHeld() {
        publish.channel("all");
        publish.send(Version.of(URI, "1").enriched());

        publish.send(Version.of(URI, "2").until(DUE).enriched());
        assertThat(publish.told("all")).containsExactly("publish 1");

        publish.clock(DUE);
        assertThat(publish.told("all")).containsExactly("correct 2");
    }

    @Test
    void aKillRemovesAHeldVersion() {
        publish.channel("all");
        publish.send(Version.of(URI, "1").enriched());
        publish.send(Version.of(URI, "2").until(DUE).enriched());

        publish.send(Version.of(URI, "3").until(DUE).killed().enriched());

        assertThat(publish.told("all")).as("at once").containsExactly("publish 1", "kill 3");
        publish.clock(DUE);
        assertThat(publish.told("all")).isEmpty();
        assertThat(publish.metrics.events("superseded")).isEqualTo(1);
    }

    @Test
    void aWithheldVersionRemovesAHeldOne() {
        publish.channel("all");
        publish.send(Version.of(URI, "1").enriched());
        publish.send(Version.of(URI, "2").until(DUE).enriched());

        publish.send(Version.of(URI, "3").until(DUE).withheld().enriched());

        assertThat(publish.told("all")).as("at once").containsExactly("publish 1", "withdraw 3");
        publish.clock(DUE);
        assertThat(publish.told("all")).isEmpty();
    }

    @Test
    void anEmbargoWithoutAnEndHoldsUntilAVersionLiftsIt() {
        publish.channel("all");
        publish.send(Version.of(URI, "1").until(Instant.MAX).enriched());

        publish.clock(Instant.parse("2999-01-01T00:00:00Z"));
        assertThat(publish.channelsServed()).isEmpty();

        publish.send(Version.of(URI, "2").enriched());
        assertThat(publish.told("all")).containsExactly("publish 2");
    }

    @Test
    void aReleaseGoesToTheChannelsThatWantItThen() {
        publish.channel("europe", EUROPE);
        publish.send(Version.of(URI, "1", EUROPE).until(DUE).enriched());
        publish.remove("europe");
        publish.channel("late", EUROPE);

        publish.clock(DUE);

        assertThat(publish.channelsServed()).containsExactly("late");
    }

    @Test
    void whatTheBrokerKeepsOfTheStoresIsEnoughToGoOnFrom() {
        // Given one held, one held and then lifted, and one out
        publish.channel("all");
        publish.send(Version.of(URI, "1").until(DUE).enriched(), TRACE);
        publish.send(Version.of("urn:lifted", "1").until(DUE).enriched());
        publish.send(Version.of("urn:lifted", "2").enriched());
        publish.send(Version.of("urn:out", "1").enriched());

        // When another instance starts from it
        try (PublishDriver other = new PublishDriver(state.resolve("other"))) {
            other.channel("all");
            other.restore(PublishTopology.HELD_STORE, publish.changelog(Topics.HELD.name()));
            other.restore(PublishTopology.DELIVERIES_STORE, publish.changelog(Topics.DELIVERIES.name()));

            // Then it holds what was held, and knows who has what
            other.clock(DUE.minusMillis(1));
            assertThat(other.channelsServed()).isEmpty();
            other.clock(DUE);
            assertThat(other.records("published.all")).singleElement().satisfies(record -> {
                assertThat(record.key()).asString(UTF_8).isEqualTo(URI);
                assertThat(header(record, Trace.HEADER)).isEqualTo(TRACE);
            });
            other.send(Version.of("urn:out", "2").killed().enriched());
            assertThat(other.told("all")).containsExactly("kill 2");
        }
    }

    @Test
    void everyEventIsCountedOnce() {
        publish.channel("europe", EUROPE);

        publish.send(Version.of(URI, "1", EUROPE).enriched());
        publish.send(Version.of(URI, "2", EUROPE).until(DUE).enriched());
        publish.send(Version.of(URI, "3", EUROPE).until(DUE).enriched());
        publish.send(Version.of(URI, "4", EUROPE).until(Instant.MAX).enriched());
        publish.send(Version.of("urn:b", "1", RULES).enriched());
        publish.send(Version.of("urn:c", "1", EUROPE).until(DUE).enriched());
        publish.send(Version.of("urn:d", "1", RULES).until(DUE).enriched());
        publish.send("urn:e".getBytes(UTF_8), null, new RecordHeaders());
        publish.clock(DUE);

        assertThat(publish.metrics.events("published"))
                .as("1 of the first, and c")
                .isEqualTo(2);
        assertThat(publish.metrics.events("superseded"))
                .as("2 and 3 of the first")
                .isEqualTo(2);
        assertThat(publish.metrics.events("unmatched")).as("b and d").isEqualTo(2);
        assertThat(publish.metrics.events("dead-lettered")).as("e").isEqualTo(1);
        // And version 4 of the first is in flight: eight.
    }

    @Test
    void whatIsTooLargeForOneChannelIsADeadLetterAndTheOthersGetIt() {
        // Given an article that the name of a channel makes too large
        String longName = "x".repeat(100);
        publish.channel("all");
        publish.channel(longName);
        byte[] value = largest();

        // When
        publish.send(URI.getBytes(UTF_8), value, new RecordHeaders());

        // Then
        assertThat(publish.told("all")).containsExactly("publish 1");
        assertThat(publish.got(longName)).isEmpty();
        assertThat(publish.deadLetters()).singleElement().satisfies(letter -> {
            assertThat(letter.value()).isEqualTo(value);
            assertThat(header(letter, DeadLetters.REASON)).isEqualTo("too-large");
            assertThat(header(letter, DeadLetters.DETAIL)).contains(longName);
        });
    }

    @Test
    void whatIsTooLargeForItsOnlyChannelIsCountedOnce() {
        publish.channel("x".repeat(100));

        publish.send(URI.getBytes(UTF_8), largest(), new RecordHeaders());

        assertThat(publish.deadLetters()).hasSize(1);
        assertThat(Stream.of("dead-lettered", "unmatched", "published").mapToLong(publish.metrics::events))
                .containsExactly(1L, 0L, 0L);
    }

    /** The largest article that enrich sends on. */
    private byte[] largest() {
        int around = publish.encode(Version.of(URI, "1").text("").enriched()).length;
        int text = Topics.MAX_RECORD_BYTES - around;
        byte[] key = URI.getBytes(UTF_8);
        while (true) {
            byte[] value =
                    publish.encode(Version.of(URI, "1").text("x".repeat(text)).enriched());
            long size = RecordSize.of(new Record<>(key, value, 0));
            if (size <= Topics.MAX_RECORD_BYTES) {
                return value;
            }
            text -= (int) (size - Topics.MAX_RECORD_BYTES);
        }
    }

    /** A value that is no enriched article, and what its dead letter has to say. */
    record Poison(String what, Function<PublishDriver, byte @Nullable []> value, String detail) {
        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Poison> poison() {
        EnrichedArticle good = Version.of(URI, "1", EUROPE).enriched();
        return Stream.of(
                new Poison("no Avro", _ -> "hello".getBytes(UTF_8), "wire format"),
                new Poison("no value", _ -> null, "no value"),
                new Poison("an id that no schema has", _ -> new byte[] {0, 0, 0, 0, 99, 1, 2}, "schema id 99"),
                new Poison(
                        "a cut article",
                        publish -> Arrays.copyOf(publish.encode(good), publish.encode(good).length - 3),
                        "not an Avro EnrichedArticle"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("poison")
    void poisonIsOneDeadLetterWithItsBytesAndTheNextArticleFlows(Poison poison) {
        // Given
        publish.channel("all");
        byte[] value = poison.value().apply(publish);
        Headers headers = new RecordHeaders();
        Trace.put(headers, TRACE);

        // When
        publish.send(Version.of("urn:before", "1").enriched());
        publish.send(URI.getBytes(UTF_8), value, headers);
        publish.send(Version.of("urn:after", "2").enriched());

        // Then
        assertThat(publish.deadLetters()).singleElement().satisfies(letter -> {
            assertThat(letter.key()).asString(UTF_8).isEqualTo(URI);
            assertThat(letter.value()).isEqualTo(value);
            assertThat(header(letter, DeadLetters.SERVICE)).isEqualTo("publish");
            assertThat(header(letter, DeadLetters.REASON)).isEqualTo("not-an-enriched-article");
            assertThat(header(letter, DeadLetters.DETAIL)).contains(poison.detail());
            assertThat(header(letter, DeadLetters.TOPIC)).isEqualTo("articles.enriched");
            assertThat(header(letter, DeadLetters.PARTITION)).isEqualTo("0");
            assertThat(header(letter, DeadLetters.OFFSET)).isEqualTo("1");
            assertThat(header(letter, Trace.HEADER)).isEqualTo(TRACE);
        });
        assertThat(publish.told("all")).containsExactly("publish 1", "publish 2");
    }

    private static void saysNothing(PublishedArticle record) {
        assertThat(record.getZones()).isEmpty();
        assertThat(record.getTags()).isEmpty();
        assertThat(record.getHeadline()).isNull();
        assertThat(record.getByline()).isNull();
    }

    private static String header(TestRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }

    private static String golden() throws IOException {
        try (InputStream file = Objects.requireNonNull(PublishTopologyTest.class.getResourceAsStream("topology.txt"))) {
            return new String(file.readAllBytes(), UTF_8);
        }
    }
}
