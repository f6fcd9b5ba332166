package wiredesk.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wiredesk.runtime.DeadLetters;
import wiredesk.runtime.Trace;
import wiredesk.schemas.Topics;
import wiredesk.schemas.record.Article;
import wiredesk.schemas.record.Concept;
import wiredesk.schemas.record.PubStatus;
import wiredesk.schemas.record.Zone;
import wiredesk.schemas.record.ZoneKind;
import wiredesk.schemas.wire.FixedSchemas;

class IngestTopologyTest {

    private static final String URI = "urn:newsroom:porto";
    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private static final String TEXT = """
            Quaybell opens an office in Porto

            The harbour software maker said on Monday that sixty engineers will move in before the summer.

            © Marta Silva / Quaybell

            The company already has people in Leeds and in Rotterdam.

            Source: Harbour Weekly
            """;

    private final Path state;
    private final IngestDriver ingest;

    IngestTopologyTest(@TempDir Path state) {
        this.state = state;
        this.ingest = new IngestDriver(state.resolve("first"));
    }

    @AfterEach
    void close() {
        ingest.close();
    }

    @Test
    void theNamesInTheTopologyAreTheOnesThatItsStateLiesUnder() throws IOException {
        String described = new IngestTopology(new FixedSchemas(), ingest.metrics)
                .get()
                .describe()
                .toString();

        assertThat(described.strip()).as("""
                        The names in a topology are a contract: the store's name is a part of its changelog's, %s. \
                        Under another name a running service finds none of its state, and takes every version for a \
                        first one. Look at the changelog names first; only when they stand is a change of \
                        topology.txt right.""", Topics.STANDING.name()).isEqualTo(golden().strip());
    }

    @Test
    void theStoreIsLoggedUnderTheNameThatItsSchemaIsRegisteredFor() {
        ingest.sendText(URI, TEXT);

        assertThat(ingest.changelog())
                .extracting(record -> new String(record.key(), UTF_8))
                .containsExactly(URI);
    }

    @Test
    void aPlainTextBecomesAnArticleOfZones() {
        ingest.sendText(URI, TEXT);

        List<Article> articles = ingest.articles();
        assertThat(articles).singleElement().satisfies(article -> {
            assertThat(article.getUri()).isEqualTo(URI);
            assertThat(article.getVersion()).isEqualTo("1");
            assertThat(article.getVersionCreated()).isEqualTo(IngestDriver.RECEIVED);
            assertThat(article.getReceivedAt()).isEqualTo(IngestDriver.RECEIVED);
            assertThat(article.getSource()).isEqualTo("cms");
            assertThat(article.getLanguage()).isEqualTo("en");
            assertThat(article.getPubStatus()).isEqualTo(PubStatus.usable);
            assertThat(article.getZones())
                    .extracting(Zone::getKind)
                    .containsExactly(
                            ZoneKind.headline, ZoneKind.lede, ZoneKind.credit, ZoneKind.paragraph, ZoneKind.source);
            assertThat(article.getZones().get(2).getText()).isEqualTo("© Marta Silva / Quaybell");
        });
    }

    @Test
    void aNinjsItemBecomesAnArticleWithItsFields() {
        ingest.sendNinjs(URI, """
                {
                  "uri": "urn:newsroom:porto",
                  "version": "7",
                  "versionCreated": "2026-03-02T09:15:00+01:00",
                  "firstCreated": "2026-03-01T10:00:00Z",
                  "language": "pt-PT",
                  "urgency": 4,
                  "slugline": "porto-office",
                  "byline": "Marta Silva",
                  "headlines": [{"value": "Quaybell abre em Porto"}],
                  "bodies": [{"value": "A empresa abre um escritório.\\n\\nFica perto do rio."}],
                  "subjects": [{"uri": "medtop:20000192", "name": "business strategy"}],
                  "embargoedUntil": "2026-03-03T06:00:00Z",
                  "evolvedFrom": "urn:newsroom:rumour",
                  "edNote": "with the mayor's answer"
                }
                """);

        assertThat(ingest.articles()).singleElement().satisfies(article -> {
            assertThat(article.getUri()).isEqualTo(URI);
            assertThat(article.getVersion()).isEqualTo("7");
            assertThat(article.getVersionCreated()).isEqualTo("2026-03-02T08:15:00Z");
            assertThat(article.getFirstCreated()).isEqualTo("2026-03-01T10:00:00Z");
            assertThat(article.getLanguage()).isEqualTo("pt");
            assertThat(article.getUrgency()).isEqualTo(4);
            assertThat(article.getSlugline()).isEqualTo("porto-office");
            assertThat(article.getByline()).isEqualTo("Marta Silva");
            assertThat(article.getHeadline()).isEqualTo("Quaybell abre em Porto");
            assertThat(article.getEmbargoedUntil()).isEqualTo("2026-03-03T06:00:00Z");
            assertThat(article.getEmbargoedIndefinitely()).isFalse();
            assertThat(article.getEvolvedFrom()).isEqualTo("urn:newsroom:rumour");
            assertThat(article.getEdNote()).isEqualTo("with the mayor's answer");
            assertThat(article.getSubjects()).extracting(Concept::getUri).containsExactly("medtop:20000192");
            assertThat(article.getZones())
                    .extracting(Zone::getKind, Zone::getText)
                    .containsExactly(
                            tuple(ZoneKind.headline, "Quaybell abre em Porto"),
                            tuple(ZoneKind.lede, "A empresa abre um escritório."),
                            tuple(ZoneKind.paragraph, "Fica perto do rio."));
        });
    }

    @Test
    void anEmbargoThatCannotBeReadMeansHoldAndIsReported() {
        ingest.sendNinjs(URI, """
                {"uri": "urn:newsroom:porto", "headlines": [{"value": "Later"}], "embargoedUntil": "next week"}
                """);

        assertThat(ingest.articles()).singleElement().satisfies(article -> {
            assertThat(article.getEmbargoedIndefinitely()).isTrue();
            assertThat(article.getEmbargoedUntil()).isNull();
            assertThat(article.getNotices()).singleElement().asString().contains("next week");
        });
    }

    @Test
    void theKeyAndTheHeadersGoOnWithTheArticle() {
        Headers headers = new RecordHeaders().add("newsroom.desk", "porto".getBytes(UTF_8));
        Trace.put(headers, TRACE);

        ingest.send(URI.getBytes(UTF_8), ingest.submission("text/plain", TEXT.getBytes(UTF_8)), headers);

        assertThat(ingest.articleRecords()).singleElement().satisfies(record -> {
            assertThat(record.key()).asString(UTF_8).isEqualTo(URI);
            assertThat(header(record, Trace.HEADER)).isEqualTo(TRACE);
            assertThat(header(record, "newsroom.desk")).isEqualTo("porto");
            assertThat(record.headers().toArray()).hasSize(2);
        });
    }

    /** A record that is no article, and what its dead letter has to say. */
    record Unusable(
            String what,
            @Nullable String key,
            Function<IngestDriver, byte @Nullable []> value,
            String reason,
            String detail) {
        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Unusable> unusable() {
        return Stream.of(
                new Unusable("no Avro", URI, _ -> "hello".getBytes(UTF_8), "not-a-submission", "wire format"),
                new Unusable("no value", URI, _ -> null, "not-a-submission", "no value"),
                new Unusable("no bytes", URI, _ -> new byte[0], "not-a-submission", "wire format"),
                new Unusable(
                        "an id that no schema has",
                        URI,
                        _ -> new byte[] {0, 0, 0, 0, 99, 1, 2},
                        "not-a-submission",
                        "schema id 99"),
                new Unusable(
                        "a cut record", URI, IngestTopologyTest::cut, "not-a-submission", "not an Avro Submission"),
                new Unusable("an empty payload", URI, text(""), "empty", "nothing in it"),
                new Unusable("white space", URI, text(" \n\t\n"), "empty", "nothing in it"),
                new Unusable(
                        "invalid UTF-8",
                        URI,
                        desk -> desk.submission("text/plain; charset=utf-8", new byte[] {'a', (byte) 0xC3, '('}),
                        "bad-charset",
                        "UTF-8"),
                new Unusable("JSON cut short", URI, ninjs("{\"uri\": \"urn:newsroom:po"), "malformed", "line 1"),
                new Unusable(
                        "ninjs without words", URI, ninjs("{\"version\": \"1\"}"), "invalid", "nothing to publish"),
                new Unusable(
                        "an image",
                        URI,
                        desk -> desk.submission("image/png", new byte[] {1}),
                        "unsupported-media-type",
                        "image/png"),
                new Unusable(
                        "a key that is not the payload's id",
                        URI,
                        ninjs("{\"uri\": \"urn:newsroom:other\", \"headline\": \"Elsewhere\"}"),
                        "key-is-not-the-id",
                        "urn:newsroom:other"),
                new Unusable("no key", null, text(TEXT), "no-key", "a submission's key is its article's id"),
                new Unusable("an empty key", "", text(TEXT), "no-key", "a submission's key is its article's id"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unusable")
    void anUnusableRecordIsOneDeadLetterWithItsBytesAndTheNextArticleFlows(Unusable unusable) {
        // Given a good one before, so that offsets count
        ingest.sendText("urn:newsroom:before", TEXT);
        byte[] key = unusable.key() == null ? null : unusable.key().getBytes(UTF_8);
        byte[] value = unusable.value().apply(ingest);
        Headers headers = new RecordHeaders();
        Trace.put(headers, TRACE);

        // When
        ingest.send(key, value, headers);
        ingest.sendText("urn:newsroom:after", TEXT);

        // Then
        assertThat(ingest.deadLetters()).singleElement().satisfies(letter -> {
            assertThat(letter.key()).isEqualTo(key);
            assertThat(letter.value()).isEqualTo(value);
            assertThat(header(letter, DeadLetters.SERVICE)).isEqualTo("ingest");
            assertThat(header(letter, DeadLetters.REASON)).isEqualTo(unusable.reason());
            assertThat(header(letter, DeadLetters.DETAIL)).contains(unusable.detail());
            assertThat(header(letter, DeadLetters.TOPIC)).isEqualTo("newsroom.submissions");
            assertThat(header(letter, DeadLetters.PARTITION)).isEqualTo("0");
            assertThat(header(letter, DeadLetters.OFFSET)).isEqualTo("1");
            assertThat(header(letter, Trace.HEADER)).isEqualTo(TRACE);
        });
        assertThat(ingest.articles())
                .extracting(Article::getUri)
                .containsExactly("urn:newsroom:before", "urn:newsroom:after");
        assertThat(ingest.metrics.events("dead-lettered")).isEqualTo(1);
    }

    @Test
    void aKeyThatIsNoTextIsNoArticlesId() {
        byte[] key = {'a', (byte) 0xC3, '('};

        ingest.send(key, ingest.submission("text/plain", TEXT.getBytes(UTF_8)));

        assertThat(ingest.deadLetters())
                .singleElement()
                .satisfies(letter -> assertThat(letter.key()).isEqualTo(key));
        assertThat(ingest.articles()).isEmpty();
    }

    @Test
    void whatGrowsTooLargeIsADeadLetterAndDoesNotStand() {
        // Given 9 MB that take 18 in UTF-8
        byte[] payload = "é".repeat(9 << 20).getBytes(ISO_8859_1);
        byte[] value = ingest.submission("text/plain; charset=iso-8859-1", payload);

        // When
        ingest.send(URI.getBytes(UTF_8), value);
        ingest.sendText(URI, TEXT);

        // Then
        assertThat(ingest.deadLetters()).singleElement().satisfies(letter -> {
            assertThat(header(letter, DeadLetters.REASON)).isEqualTo("too-large");
            assertThat(letter.value()).isEqualTo(value);
        });
        assertThat(ingest.articles()).extracting(Article::getVersion).containsExactly("1");
    }

    @Test
    void aNewerVersionReplacesAnOlderIsStaleAndTheSameIsADuplicate() {
        ingest.sendNinjs(URI, version("9", "First"));
        ingest.sendNinjs(URI, version("10", "Second"));
        ingest.sendNinjs(URI, version("9", "First"));
        ingest.sendNinjs(URI, version("10", "Second"));

        assertThat(ingest.articles())
                .extracting(Article::getVersion, Article::getHeadline)
                .containsExactly(tuple("9", "First"), tuple("10", "Second"));
        assertThat(ingest.metrics.events("stale")).isEqualTo(1);
        assertThat(ingest.metrics.events("duplicate")).isEqualTo(1);
        assertThat(ingest.deadLetters()).isEmpty();
    }

    @Test
    void theSameVersionWithOtherContentReplacesIt() {
        ingest.sendNinjs(URI, version("9", "First"));
        ingest.sendNinjs(URI, version("9", "First, with a caption"));

        assertThat(ingest.articles())
                .extracting(Article::getVersion, Article::getHeadline)
                .containsExactly(tuple("9", "First"), tuple("9", "First, with a caption"));
    }

    @Test
    void withoutAVersionAnArticleGetsTheNextUnlessItIsWhatStands() {
        ingest.sendText(URI, TEXT);
        ingest.sendText(URI, TEXT);
        ingest.sendText(URI, TEXT + "\nThe mayor has not answered.\n");

        assertThat(ingest.articles()).extracting(Article::getVersion).containsExactly("1", "2");
        assertThat(ingest.metrics.events("duplicate")).isEqualTo(1);
    }

    @Test
    void articlesDoNotKnowOfEachOther() {
        ingest.sendNinjs("urn:a", "{\"uri\": \"urn:a\", \"version\": \"5\", \"headline\": \"Same\"}");
        ingest.sendNinjs("urn:b", "{\"uri\": \"urn:b\", \"version\": \"4\", \"headline\": \"Same\"}");

        assertThat(ingest.articles())
                .extracting(Article::getUri, Article::getVersion)
                .containsExactly(tuple("urn:a", "5"), tuple("urn:b", "4"));
    }

    @Test
    void aKillIsFinalAndALaterVersionIsADeadLetterThatSaysSo() {
        ingest.sendNinjs(URI, version("1", "Wrong"));
        ingest.sendNinjs(URI, kill());
        ingest.sendNinjs(URI, version("2", "Wrong again"));

        assertThat(ingest.articles())
                .extracting(Article::getVersion, Article::getPubStatus)
                .containsExactly(tuple("1", PubStatus.usable), tuple("1", PubStatus.canceled));
        assertThat(ingest.deadLetters()).singleElement().satisfies(letter -> {
            assertThat(header(letter, DeadLetters.REASON)).isEqualTo("killed");
            assertThat(header(letter, DeadLetters.DETAIL)).contains(URI);
        });
    }

    @Test
    void aKillThatComesBeforeItsArticleIsRemembered() {
        ingest.sendNinjs(URI, kill());
        ingest.sendNinjs(URI, version("3", "Wrong"));

        assertThat(ingest.articles()).extracting(Article::getPubStatus).containsExactly(PubStatus.canceled);
        assertThat(ingest.deadLetters()).hasSize(1);
    }

    @Test
    void everyEventIsCountedOnce() {
        ingest.sendNinjs(URI, version("1", "First"));
        ingest.sendNinjs(URI, version("1", "First"));
        ingest.sendNinjs(URI, version("0", "Before"));
        ingest.sendNinjs(URI, version("2", "Second"));
        ingest.sendNinjs(URI, kill());
        ingest.sendNinjs(URI, kill());
        ingest.sendNinjs(URI, version("3", "Third"));
        ingest.sendText("urn:text", TEXT);
        ingest.sendText("urn:nothing", "");
        ingest.send(null, null);

        assertThat(ingest.metrics.events("ingested")).isEqualTo(4);
        assertThat(ingest.metrics.events("duplicate")).isEqualTo(2);
        assertThat(ingest.metrics.events("stale")).isEqualTo(1);
        assertThat(ingest.metrics.events("dead-lettered")).isEqualTo(3);
        assertThat(ingest.articles()).hasSize(4);
        assertThat(ingest.deadLetters()).hasSize(3);
    }

    @Test
    void whatTheBrokerKeepsOfTheStoreIsEnoughToGoOnFrom() {
        // Given
        ingest.sendNinjs(URI, version("2", "Second"));
        ingest.sendNinjs("urn:killed", "{\"uri\": \"urn:killed\", \"pubStatus\": \"canceled\"}");

        // When another instance starts from it
        try (IngestDriver other = new IngestDriver(state.resolve("other"))) {
            other.restore(ingest.changelog());
            other.sendNinjs(URI, version("1", "First"));
            other.sendNinjs(URI, version("3", "Third"));
            other.sendNinjs("urn:killed", "{\"uri\": \"urn:killed\", \"headline\": \"Wrong\"}");

            // Then it knows which versions stand
            assertThat(other.articles()).extracting(Article::getVersion).containsExactly("3");
            assertThat(other.metrics.events("stale")).isEqualTo(1);
            assertThat(other.metrics.events("dead-lettered")).isEqualTo(1);
        }
    }

    private static String version(String version, String headline) {
        return """
                {"uri": "%s", "version": "%s", "headline": "%s"}
                """.formatted(URI, version, headline);
    }

    private static String kill() {
        return """
                {"uri": "%s", "pubStatus": "canceled"}
                """.formatted(URI);
    }

    private static Function<IngestDriver, byte @Nullable []> text(String text) {
        return desk -> desk.submission("text/plain", text.getBytes(UTF_8));
    }

    private static Function<IngestDriver, byte @Nullable []> ninjs(String json) {
        return desk -> desk.submission("application/json", json.getBytes(UTF_8));
    }

    private static byte[] cut(IngestDriver desk) {
        byte[] good = desk.submission("text/plain", TEXT.getBytes(UTF_8));
        return Arrays.copyOf(good, good.length - 40);
    }

    private static String header(TestRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }

    private static String golden() throws IOException {
        try (InputStream file = Objects.requireNonNull(IngestTopologyTest.class.getResourceAsStream("topology.txt"))) {
            return new String(file.readAllBytes(), UTF_8);
        }
    }
}
