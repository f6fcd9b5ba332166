package wiredesk.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.streams.test.TestRecord;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wiredesk.schemas.record.Article;

/** Which articles are marked as another one's near duplicate, and with which. */
class IngestTwinsTest {

    private static final String AGENCY = "urn:agency:1";
    private static final String FEED = "urn:feed:a";
    private static final String THIRD = "urn:third:x";

    private static final String HARBOUR = """
            Quaybell opens an office in Porto

            The harbour software maker said on Monday that sixty engineers will move into a former cork \
            warehouse before the summer, and that it wants to hire forty more by the end of next year.

            The mayor called it the largest investment of its kind in the city for a decade, while a union \
            asked how many of the posts would be filled from abroad.

            Quaybell already has people in Leeds and in Rotterdam, and sold its first port system to Riga \
            in the spring.
            """;
    private static final String REWRITTEN = """
            Porto wins engineers

            PORTO-OFFICE (1st lead)

            """
            + HARBOUR.substring(HARBOUR.indexOf("The harbour"))
            + "\nReporting by our own correspondent; editing by the desk.\n";
    private static final String GLACIER = """
            Glacier gauge breaks

            Measurements on the upper glacier stopped on Friday night when a block of ice tore the last of \
            four gauges from its anchor, the institute that runs them said in a statement.

            Two climbers who slept in the hut below heard it fall and reported it in the morning. Nobody was \
            hurt, and the path to the hut stays open for the season, although rangers advise helmets.

            A helicopter is to bring a spare one as soon as the wind allows for it, which forecasters expect \
            on Tuesday at the earliest.
            """;

    private final Path state;
    private final IngestDriver ingest;

    IngestTwinsTest(@TempDir Path state) {
        this.state = state;
        this.ingest = new IngestDriver(state.resolve("first"));
    }

    @AfterEach
    void close() {
        ingest.close();
    }

    @Test
    void aStoryThatComesThroughASecondFeedIsMarkedWithTheFirstOnesUri() {
        ingest.sendText(AGENCY, HARBOUR);
        ingest.sendText("urn:agency:2", GLACIER);
        ingest.sendText(FEED, REWRITTEN);

        assertThat(ingest.articles()).extracting(Article::getNearDuplicateOf).containsExactly(null, null, AGENCY);
    }

    @Test
    void theMarkIsNoPartOfWhatAnArticleSays() {
        ingest.sendText(AGENCY, HARBOUR);
        ingest.sendText(FEED, HARBOUR);

        assertThat(ingest.articles())
                .extracting(Article::getContentHash)
                .satisfies(hashes -> assertThat(hashes.get(0)).isEqualTo(hashes.get(1)));
    }

    @Test
    void aThirdOneIsMarkedWithTheFirstAndNotWithTheSecond() {
        ingest.sendText(AGENCY, HARBOUR);
        ingest.advance(Duration.ofHours(30));
        ingest.sendText(FEED, REWRITTEN);
        ingest.advance(Duration.ofHours(30)); // by now the first one's signature is gone
        ingest.sendText(THIRD, REWRITTEN);

        assertThat(ingest.articles()).extracting(Article::getNearDuplicateOf).containsExactly(null, AGENCY, AGENCY);
    }

    @Test
    void aMarkStaysWhateverLaterVersionsSay() {
        ingest.sendText(AGENCY, HARBOUR);
        ingest.sendNinjs(FEED, ninjs("1", "usable", REWRITTEN));
        ingest.sendNinjs(FEED, ninjs("1", "usable", REWRITTEN));
        ingest.sendNinjs(FEED, ninjs("2", "usable", GLACIER));
        ingest.advance(Duration.ofDays(30));
        ingest.sendNinjs(FEED, ninjs("3", "usable", "Too short to be alike."));
        ingest.sendNinjs(FEED, ninjs("4", "canceled", "Not to be used."));

        assertThat(ingest.articles())
                .extracting(Article::getVersion, Article::getNearDuplicateOf)
                .containsExactly(
                        tuple("1", null),
                        tuple("1", AGENCY),
                        tuple("2", AGENCY),
                        tuple("3", AGENCY),
                        tuple("4", AGENCY));
    }

    @Test
    void theFirstIsNeverMarkedWithItselfNorWithAnArticleThatCameLater() {
        ingest.sendText(AGENCY, HARBOUR);
        ingest.advance(Duration.ofMinutes(1));
        ingest.sendText(FEED, HARBOUR);
        ingest.sendText("urn:ice", GLACIER);
        ingest.advance(Duration.ofMinutes(1));
        ingest.sendText(AGENCY, HARBOUR + "\nMore follows.\n");
        ingest.sendText(AGENCY, GLACIER);

        assertThat(ingest.articles())
                .extracting(Article::getUri, Article::getNearDuplicateOf)
                .containsExactly(
                        tuple(AGENCY, null),
                        tuple(FEED, AGENCY),
                        tuple("urn:ice", null),
                        tuple(AGENCY, null),
                        tuple(AGENCY, null));
    }

    @Test
    void anArticleThatBecomesAnEarlierOnesStoryIsMarkedFromThenOn() {
        ingest.sendText(AGENCY, HARBOUR);
        ingest.advance(Duration.ofMinutes(1));
        ingest.sendText(FEED, GLACIER);
        ingest.sendText(FEED, REWRITTEN);

        assertThat(ingest.articles()).extracting(Article::getNearDuplicateOf).containsExactly(null, null, AGENCY);
    }

    @Test
    void afterTwoDaysAStoryIsForgotten() {
        ingest.sendText(AGENCY, HARBOUR);
        ingest.advance(Duration.ofDays(2));
        ingest.sendText(FEED, HARBOUR);
        ingest.sendText("urn:ice", GLACIER);
        ingest.advance(Duration.ofDays(2).plusMillis(1));
        ingest.sendText(THIRD, GLACIER);

        assertThat(ingest.articles()).extracting(Article::getNearDuplicateOf).containsExactly(null, AGENCY, null, null);
    }

    @Test
    void aStoryThatIsTooShortIsNotMarked() {
        ingest.sendText(AGENCY, "Ferry late\n\nThe ferry is late.");
        ingest.sendText(FEED, "Ferry late\n\nThe ferry is late.");

        assertThat(ingest.articles()).extracting(Article::getNearDuplicateOf).containsOnlyNulls();
        assertThat(ingest.told()).isEmpty();
    }

    @Test
    void anotherInstanceMarksByWhatThisOneTold() {
        ingest.sendText(AGENCY, HARBOUR);
        ingest.sendText(FEED, HARBOUR);
        List<TestRecord<byte[], byte[]>> told = ingest.told();
        assertThat(told).extracting(record -> new String(record.key(), UTF_8)).containsExactly(AGENCY, FEED);

        try (IngestDriver other = new IngestDriver(state.resolve("other"))) {
            // Given what was told, twice, as after an instance that came back, and newest first
            other.hear(told.reversed());
            other.hear(told);

            // When
            other.sendText(THIRD, REWRITTEN);

            // Then
            assertThat(other.articles()).extracting(Article::getNearDuplicateOf).containsExactly(AGENCY);
        }
    }

    @Test
    void whatCannotBeReadIsPassedOver() {
        ingest.sendText(AGENCY, HARBOUR);
        TestRecord<byte[], byte[]> told = ingest.told().getFirst();
        byte[] cut = Arrays.copyOf(told.value(), told.value().length - 1);

        try (IngestDriver other = new IngestDriver(state.resolve("other"))) {
            other.hear(List.of(
                    new TestRecord<>(told.key(), cut),
                    new TestRecord<>(told.key(), null),
                    new TestRecord<>(null, told.value()),
                    new TestRecord<>(told.key(), new byte[0]),
                    told));
            other.sendText(FEED, HARBOUR);

            assertThat(other.articles()).extracting(Article::getNearDuplicateOf).containsExactly(AGENCY);
            assertThat(other.metrics.counted("alarms", "unreadable-signature")).isEqualTo(4);
        }
    }

    private static Tuple tuple(String first, @Nullable String second) {
        return Tuple.tuple(first, second);
    }

    private static String ninjs(String version, String status, String text) {
        return """
                {"uri": "%s", "version": "%s", "pubStatus": "%s", "bodies": [{"value": "%s"}]}
                """.formatted(FEED, version, status, text.replace("\n", "\\n").replace("\"", "\\\""));
    }
}
