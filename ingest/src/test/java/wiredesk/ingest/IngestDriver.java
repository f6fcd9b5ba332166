package wiredesk.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
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
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import wiredesk.runtime.Metrics;
import wiredesk.schemas.Topics;
import wiredesk.schemas.record.Article;
import wiredesk.schemas.record.Submission;
import wiredesk.schemas.wire.Decoded;
import wiredesk.schemas.wire.FixedSchemas;
import wiredesk.schemas.wire.SchemaIds;
import wiredesk.schemas.wire.WireFormat;

/** Ingest's topology without a broker: what is sent is processed at once, and what came out can be asked for. */
final class IngestDriver implements AutoCloseable {

    static final Instant RECEIVED = Instant.parse("2026-03-02T08:30:00Z");

    final Metrics metrics = new Metrics("ingest");

    private final SchemaIds schemas = new FixedSchemas();
    private final WireFormat<Submission> submissionFormat = new WireFormat<>(Topics.SUBMISSIONS, schemas);
    private final WireFormat<Article> articleFormat = new WireFormat<>(Topics.INGESTED, schemas);
    private final TopologyTestDriver driver;
    private final TestInputTopic<byte[], byte[]> submissions;
    private final TestOutputTopic<byte[], byte[]> articles;
    private final TestOutputTopic<byte[], byte[]> deadLetters;
    private final TestOutputTopic<byte[], byte[]> changelog;
    private final TestInputTopic<byte[], byte[]> toldElsewhere;
    private final TestOutputTopic<byte[], byte[]> told;
    private Instant now = RECEIVED;

    IngestDriver(Path state) {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "wiredesk-ingest");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        driver = new TopologyTestDriver(new IngestTopology(schemas, metrics).get(), settings);
        submissions = driver.createInputTopic(
                Topics.SUBMISSIONS.name(), new ByteArraySerializer(), new ByteArraySerializer());
        articles = output(Topics.INGESTED.name());
        deadLetters = output(Topics.DEAD_LETTERS);
        changelog = output(Topics.STANDING.name());
        toldElsewhere =
                driver.createInputTopic(Topics.SIGNATURES.name(), new ByteArraySerializer(), new ByteArraySerializer());
        told = output(Topics.SIGNATURES.name());
    }

    byte[] submission(@Nullable String mediaType, byte[] payload) {
        return submissionFormat.encode(Submission.newBuilder()
                .setSource("cms")
                .setMediaType(mediaType)
                .setPayload(ByteBuffer.wrap(payload))
                .setReceivedAt(RECEIVED)
                .build());
    }

    void sendText(String key, String text) {
        send(key.getBytes(UTF_8), submission("text/plain", text.getBytes(UTF_8)));
    }

    void sendNinjs(String key, String json) {
        send(key.getBytes(UTF_8), submission("application/json", json.getBytes(UTF_8)));
    }

    void send(byte @Nullable [] key, byte @Nullable [] value) {
        send(key, value, new RecordHeaders());
    }

    void send(byte @Nullable [] key, byte @Nullable [] value, Headers headers) {
        submissions.pipeInput(new TestRecord<>(key, value, headers, now));
    }

    /** What is sent from now on comes so much later. */
    void advance(Duration time) {
        now = now.plus(time);
    }

    /** What came out for the other instances since this was last asked. */
    List<TestRecord<byte[], byte[]>> told() {
        return told.readRecordsToList();
    }

    /** Has this instance read what others told. */
    void hear(List<TestRecord<byte[], byte[]>> records) {
        records.forEach(toldElsewhere::pipeInput);
    }

    /** What came out since this was last asked. */
    List<TestRecord<byte[], byte[]>> articleRecords() {
        return articles.readRecordsToList();
    }

    /** What came out since this was last asked, decoded. */
    List<Article> articles() {
        return articleRecords().stream().map(record -> article(record.value())).toList();
    }

    Article article(byte[] bytes) {
        return switch (articleFormat.decode(bytes)) {
            case Decoded.Value<Article>(Article article) -> article;
            case Decoded.Poison<Article>(String reason) -> throw new AssertionError(reason);
        };
    }

    List<TestRecord<byte[], byte[]>> deadLetters() {
        return deadLetters.readRecordsToList();
    }

    /** What a broker would have of the store. */
    List<TestRecord<byte[], byte[]>> changelog() {
        return changelog.readRecordsToList();
    }

    /** Puts back what a broker had of the store, as Kafka Streams does when an instance starts on a bare disk. */
    void restore(List<TestRecord<byte[], byte[]>> records) {
        KeyValueStore<byte[], byte[]> store = driver.getKeyValueStore(IngestTopology.STANDING_STORE);
        records.forEach(record -> store.put(record.key(), record.value()));
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
