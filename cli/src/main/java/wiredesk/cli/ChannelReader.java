package wiredesk.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import wiredesk.runtime.PlatformException;
import wiredesk.schemas.Topic;
import wiredesk.schemas.Topics;
import wiredesk.schemas.record.PublishedArticle;
import wiredesk.schemas.wire.AvroSerde;
import wiredesk.schemas.wire.SchemaIds;
import wiredesk.schemas.wire.SchemaNotRegisteredException;
import wiredesk.schemas.wire.WireFormat;

/** Reads channels as a site would, without leaving a trace of itself: no group, only what was committed. */
final class ChannelReader implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConsumer<String, PublishedArticle> consumer;
    private final List<TopicPartition> partitions = new ArrayList<>();

    /** Reads from where the channels end now; see {@link #fromBeginning}. */
    ChannelReader(Collection<String> channels, Map<String, Object> client, SchemaIds schemas) {
        Map<String, Object> settings = new HashMap<>(client);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        Topic<PublishedArticle> anyChannel =
                Topics.published(channels.iterator().next());
        AvroSerde<PublishedArticle> serde = serde(channels, anyChannel, schemas);
        consumer = new KafkaConsumer<>(settings, new StringDeserializer(), serde.deserializer());
        for (String channel : channels) {
            String topic = Topics.published(channel).name();
            for (PartitionInfo partition : consumer.partitionsFor(topic)) {
                partitions.add(new TopicPartition(topic, partition.partition()));
            }
        }
        if (partitions.isEmpty()) {
            consumer.close();
            throw noSuch(channels);
        }
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
    }

    private static AvroSerde<PublishedArticle> serde(
            Collection<String> channels, Topic<PublishedArticle> anyChannel, SchemaIds schemas) {
        try {
            return new AvroSerde<>(new WireFormat<>(anyChannel, schemas));
        } catch (SchemaNotRegisteredException e) { // Topic and schema are made together.
            throw noSuch(channels);
        }
    }

    private static PlatformException noSuch(Collection<String> channels) {
        return new PlatformException("There is no channel " + String.join(", ", channels)
                + ". Write a file for it and apply it: ./wiredesk channels apply FILE");
    }

    void fromBeginning() {
        consumer.seekToBeginning(partitions);
    }

    /** The next records, perhaps none; waits for some for a short while. */
    ConsumerRecords<String, PublishedArticle> poll() {
        return consumer.poll(POLL);
    }

    /** Whether all that is there now has been read. */
    boolean isAtEnd() {
        return consumer.endOffsets(partitions).entrySet().stream()
                .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    @Override
    public void close() {
        consumer.close();
    }
}
