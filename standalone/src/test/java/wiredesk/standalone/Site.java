package wiredesk.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import wiredesk.schemas.Topics;
import wiredesk.schemas.record.PublishedArticle;
import wiredesk.schemas.wire.AvroSerde;
import wiredesk.schemas.wire.SchemaRegistry;
import wiredesk.schemas.wire.WireFormat;

/** A reader of one topic, from its beginning, as a site is: sees only what was committed, keeps all that it saw. */
public final class Site<V> implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final KafkaConsumer<String, V> consumer;
    private final List<ConsumerRecord<String, V>> seen = new ArrayList<>();

    private Site(Desk desk, String topic, Deserializer<V> values) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", desk.bootstrap(),
                        "isolation.level", "read_committed",
                        "enable.auto.commit", "false"),
                new StringDeserializer(),
                values);
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    public static Site<PublishedArticle> ofChannel(Desk desk, String channel) {
        try (SchemaRegistry registry = new SchemaRegistry(desk.registryUrl(), Map.of())) {
            WireFormat<PublishedArticle> format = new WireFormat<>(Topics.published(channel), registry);
            return new Site<>(desk, Topics.published(channel).name(), new AvroSerde<>(format).deserializer());
        }
    }

    static Site<byte[]> ofDeadLetters(Desk desk) {
        return new Site<>(desk, Topics.DEAD_LETTERS, new ByteArrayDeserializer());
    }

    /** The first record, old or new, that is as asked; fails after half a minute. */
    public ConsumerRecord<String, V> await(String what, Predicate<ConsumerRecord<String, V>> asked) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            for (ConsumerRecord<String, V> known : seen) {
                if (asked.test(known)) {
                    return known;
                }
            }
            consumer.poll(Duration.ofMillis(50)).forEach(seen::add);
        }
        throw new AssertionError(what + " did not come within " + PATIENCE + "; seen: "
                + seen.stream().map(ConsumerRecord::key).toList());
    }

    /** Everything that the topic has now for one key, in order. */
    public List<V> all(String key) {
        var ends = consumer.endOffsets(consumer.assignment());
        while (!ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
            consumer.poll(Duration.ofMillis(50)).forEach(seen::add);
        }
        return seen.stream()
                .filter(known -> key.equals(known.key()))
                .map(ConsumerRecord::value)
                .toList();
    }

    static String header(ConsumerRecord<?, ?> known, String name) {
        var header = known.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), UTF_8);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
