package wiredesk.enrich;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import wiredesk.enrich.rule.Parsed;
import wiredesk.enrich.rule.Problem;
import wiredesk.enrich.rule.RuleBook;
import wiredesk.enrich.rule.Source;
import wiredesk.enrich.rule.TagRules;
import wiredesk.enrich.rule.Vocabulary;
import wiredesk.enrich.tagging.Tagger;
import wiredesk.runtime.Metrics;
import wiredesk.schemas.Topics;
import wiredesk.schemas.record.Article;
import wiredesk.schemas.record.EnrichedArticle;
import wiredesk.schemas.record.PubStatus;
import wiredesk.schemas.record.Zone;
import wiredesk.schemas.record.ZoneKind;
import wiredesk.schemas.wire.Decoded;
import wiredesk.schemas.wire.FixedSchemas;
import wiredesk.schemas.wire.SchemaIds;
import wiredesk.schemas.wire.WireFormat;

/** Enrich's topology without a broker: what is sent is processed at once, and what came out can be asked for. */
final class EnrichDriver implements AutoCloseable {

    private static final Instant WRITTEN = Instant.parse("2026-03-02T08:30:00Z");

    final Metrics metrics = new Metrics("enrich");

    private final SchemaIds schemas = new FixedSchemas();
    private final WireFormat<Article> articleFormat = new WireFormat<>(Topics.INGESTED, schemas);
    private final WireFormat<EnrichedArticle> enrichedFormat = new WireFormat<>(Topics.ENRICHED, schemas);
    private final TopologyTestDriver driver;
    private final TestInputTopic<byte[], byte[]> articles;
    private final TestOutputTopic<byte[], byte[]> enriched;
    private final TestOutputTopic<byte[], byte[]> deadLetters;

    private Tagger tagger = new Tagger(RuleBook.empty());

    EnrichDriver(Path state) {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "wiredesk-enrich");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        driver = new TopologyTestDriver(new EnrichTopology(schemas, () -> tagger, metrics).get(), settings);
        articles =
                driver.createInputTopic(Topics.INGESTED.name(), new ByteArraySerializer(), new ByteArraySerializer());
        enriched = output(Topics.ENRICHED.name());
        deadLetters = output(Topics.DEAD_LETTERS);
    }

    /** Puts one rule file live, and nothing else; the book's version. */
    String live(String yaml) {
        return live(yaml, Vocabulary.empty());
    }

    /** The same with the words and places that the file shares with others. */
    String live(String yaml, Vocabulary shared) {
        TagRules rules = sound(TagRules.parse(new Source("live.yaml", yaml), shared));
        tagger = new Tagger(RuleBook.of(List.of(rules)));
        return tagger.version();
    }

    static <T> T sound(Parsed<T> parsed) {
        return switch (parsed) {
            case Parsed.Invalid<T>(List<Problem> problems) -> throw new AssertionError(problems);
            case Parsed.Valid<T>(T value) -> value;
        };
    }

    static Article article(String uri, String language, Zone... zones) {
        return Article.newBuilder()
                .setUri(uri)
                .setVersion("1")
                .setVersionCreated(WRITTEN)
                .setLanguage(language)
                .setPubStatus(PubStatus.usable)
                .setZones(List.of(zones))
                .setSource("cms")
                .setReceivedAt(WRITTEN)
                .setContentHash("0")
                .build();
    }

    static Zone zone(ZoneKind kind, String text) {
        return Zone.newBuilder().setKind(kind).setText(text).build();
    }

    void send(Article article) {
        send(article, new RecordHeaders());
    }

    void send(Article article, Headers headers) {
        send(article.getUri().getBytes(UTF_8), encode(article), headers);
    }

    void send(byte[] key, byte @Nullable [] value, Headers headers) {
        articles.pipeInput(new TestRecord<>(key, value, headers, WRITTEN));
    }

    byte[] encode(Article article) {
        return articleFormat.encode(article);
    }

    /** What came out since this was last asked. */
    List<TestRecord<byte[], byte[]>> enrichedRecords() {
        return enriched.readRecordsToList();
    }

    /** What came out since this was last asked, decoded. */
    List<EnrichedArticle> enriched() {
        return enrichedRecords().stream().map(record -> decode(record.value())).toList();
    }

    EnrichedArticle decode(byte[] bytes) {
        return switch (enrichedFormat.decode(bytes)) {
            case Decoded.Value<EnrichedArticle>(EnrichedArticle article) -> article;
            case Decoded.Poison<EnrichedArticle>(String reason) -> throw new AssertionError(reason);
        };
    }

    List<TestRecord<byte[], byte[]>> deadLetters() {
        return deadLetters.readRecordsToList();
    }

    @Override
    public void close() {
        driver.close();
        metrics.close();
    }

    private TestOutputTopic<byte[], byte[]> output(String topic) {
        return driver.createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
