package wiredesk.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
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
import wiredesk.publish.routing.ChannelQuery;
import wiredesk.publish.routing.Routes;
import wiredesk.runtime.Metrics;
import wiredesk.runtime.Trace;
import wiredesk.schemas.Topics;
import wiredesk.schemas.record.EnrichedArticle;
import wiredesk.schemas.record.PublishedArticle;
import wiredesk.schemas.wire.Decoded;
import wiredesk.schemas.wire.FixedSchemas;
import wiredesk.schemas.wire.SchemaIds;
import wiredesk.schemas.wire.WireFormat;

/**
 * Publish's topology without a broker, with channels that can be changed and a clock that can be set: what is sent is
 * processed at once, and what came out can be asked for.
 */
final class PublishDriver implements AutoCloseable {

    /** What the clock shows at first. */
    static final Instant START = Instant.parse("2026-03-02T08:30:00Z");

    /** More than the time between two looks at what is due. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    final Metrics metrics = new Metrics("publish");

    private final SchemaIds schemas = new FixedSchemas();
    private final WireFormat<EnrichedArticle> enrichedFormat = new WireFormat<>(Topics.ENRICHED, schemas);
    private final WireFormat<PublishedArticle> publishedFormat = new WireFormat<>(Topics.published("any"), schemas);
    private final Map<String, ChannelQuery> channels = new HashMap<>();
    private final Set<String> open = new HashSet<>();
    private final Map<String, TestOutputTopic<byte[], byte[]>> outputs = new HashMap<>();
    private final TopologyTestDriver driver;
    private final TestInputTopic<byte[], byte[]> enriched;

    private Instant now = START;

    PublishDriver(Path state) {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "wiredesk-publish");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        PublishTopology topology = new PublishTopology(schemas, () -> new Routes(channels, open), () -> now, metrics);
        driver = new TopologyTestDriver(topology.get(), settings, START);
        enriched =
                driver.createInputTopic(Topics.ENRICHED.name(), new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Makes or changes a channel that wants articles with one of these tags, or all where there are none. */
    void channel(String name, String... tags) {
        channels.put(name, new ChannelQuery(name, name, Set.of(tags), 0, Set.of(), Set.of(), false));
        open.add(name);
    }

    /** The channel is no more; its topic stays. */
    void remove(String name) {
        channels.remove(name);
    }

    /** The channel's topic is not there. */
    void shut(String name) {
        open.remove(name);
    }

    void send(EnrichedArticle article) {
        send(article, null);
    }

    void send(EnrichedArticle article, @Nullable String traceparent) {
        Headers headers = new RecordHeaders();
        if (traceparent != null) {
            Trace.put(headers, traceparent);
        }
        send(article.getArticle().getUri().getBytes(UTF_8), encode(article), headers);
    }

    void send(byte[] key, byte @Nullable [] value, Headers headers) {
        enriched.pipeInput(new TestRecord<>(key, value, headers, START));
    }

    byte[] encode(EnrichedArticle article) {
        return enrichedFormat.encode(article);
    }

    /** Sets the clock, and lets the service look at what is due. */
    void clock(Instant instant) {
        now = instant;
        driver.advanceWallClockTime(LOOK);
    }

    /** What came out on the topic since this was last asked. */
    List<TestRecord<byte[], byte[]>> records(String topic) {
        return outputs.computeIfAbsent(
                        topic,
                        name -> driver.createOutputTopic(
                                name, new ByteArrayDeserializer(), new ByteArrayDeserializer()))
                .readRecordsToList();
    }

    List<TestRecord<byte[], byte[]>> deadLetters() {
        return records(Topics.DEAD_LETTERS);
    }

    /** What the channel got since this was last asked. */
    List<PublishedArticle> got(String channel) {
        return records(Topics.published(channel).name()).stream()
                .map(record -> decode(record.value()))
                .toList();
    }

    /** The same in short, as {@code publish 1}. */
    List<String> told(String channel) {
        return got(channel).stream()
                .map(record -> record.getDelivery() + " " + record.getVersion())
                .toList();
    }

    /** Every topic of a channel that anything ever came out on. */
    Set<String> channelsServed() {
        return driver.producedTopicNames().stream()
                .flatMap(topic -> Topics.channelOf(topic).stream())
                .collect(Collectors.toSet());
    }

    /** What a broker would have of a store. */
    List<TestRecord<byte[], byte[]>> changelog(String topic) {
        return records(topic);
    }

    /** Puts back what a broker had of a store, as Kafka Streams does when an instance starts on a bare disk. */
    void restore(String storeName, List<TestRecord<byte[], byte[]>> changelog) {
        KeyValueStore<byte[], byte[]> store = driver.getKeyValueStore(storeName);
        changelog.forEach(record -> store.put(record.key(), record.value()));
    }

    private PublishedArticle decode(byte[] bytes) {
        return switch (publishedFormat.decode(bytes)) {
            case Decoded.Value<PublishedArticle>(PublishedArticle article) -> article;
            case Decoded.Poison<PublishedArticle>(String reason) ->
                throw new AssertionError(reason + ": " + Arrays.toString(bytes));
        };
    }

    @Override
    public void close() {
        driver.close();
        metrics.close();
    }
}
