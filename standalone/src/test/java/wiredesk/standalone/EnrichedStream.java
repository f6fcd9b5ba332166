package wiredesk.standalone;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import wiredesk.runtime.SystemTime;
import wiredesk.schemas.Topics;
import wiredesk.schemas.record.EnrichedArticle;
import wiredesk.schemas.record.Tag;
import wiredesk.schemas.wire.Decoded;
import wiredesk.schemas.wire.SchemaRegistry;
import wiredesk.schemas.wire.WireFormat;

/** A committed reader of what enrich writes, that notes when it saw each article. */
final class EnrichedStream implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final WireFormat<EnrichedArticle> format;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<Seen> seen = new ArrayList<>();

    /**
     * One article as it was read.
     *
     * @param sent when it was sent, in epoch milliseconds
     * @param late how many milliseconds later it was read
     */
    record Seen(int partition, String uri, String bookVersion, List<String> tags, long sent, long late) {}

    EnrichedStream(Desk desk, SchemaRegistry registry) {
        format = new WireFormat<>(Topics.ENRICHED, registry);
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", desk.bootstrap(), "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.ENRICHED.name()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Takes what has come, without waiting. */
    void poll() {
        take(Duration.ZERO);
    }

    private void take(Duration wait) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(wait)) {
            if (format.decode(record.value()) instanceof Decoded.Value<EnrichedArticle>(EnrichedArticle article)) {
                long sent = article.getArticle().getReceivedAt().toEpochMilli();
                seen.add(new Seen(
                        record.partition(),
                        article.getArticle().getUri(),
                        article.getBookVersion(),
                        article.getTags().stream().map(Tag::getCode).toList(),
                        sent,
                        SystemTime.clock().instant().toEpochMilli() - sent));
            }
        }
    }

    /** Reads until so many articles have come, and whatever comes in the second after them. */
    void await(int articles) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (seen.size() < articles) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("only " + seen.size() + " of " + articles + " articles came");
            }
            take(Duration.ofMillis(50));
        }
        take(Duration.ofSeconds(1));
    }

    List<Seen> seen() {
        return seen;
    }

    /** The partitions in which a book was used again after another had taken its place. */
    Set<Integer> backAndForth() {
        Map<Integer, String> current = new HashMap<>();
        Set<String> left = new HashSet<>();
        Set<Integer> bad = new TreeSet<>();
        for (Seen one : seen) {
            String before = current.put(one.partition(), one.bookVersion());
            if (before != null && !before.equals(one.bookVersion())) {
                left.add(one.partition() + " " + before);
            }
            if (left.contains(one.partition() + " " + one.bookVersion())) {
                bad.add(one.partition());
            }
        }
        return bad;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
