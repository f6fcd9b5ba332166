package wiredesk.ingest.gateway;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wiredesk.schemas.Topics;

/**
 * Shares feeds out among the instances of ingest by a consumer group that reads nothing: who is assigned a partition of the
 * submissions has the feeds whose names fall on it. When an instance goes, Kafka gives its share to others. For a moment two
 * may have one feed, which costs a request and nothing else.
 */
final class FeedShares implements Feeds.Share, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(FeedShares.class);
    private static final String GROUP = "wiredesk-ingest-feeds";
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(5);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Thread thread;
    private volatile Share share = new Share(1, Set.of());

    /** @param all that the topic has; where the group cannot be joined, each instance has them all */
    private record Share(int all, Set<Integer> ours) {}

    FeedShares(Map<String, Object> client) {
        Map<String, Object> settings = new HashMap<>(client);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        thread = Thread.ofVirtual().name("feed-shares").start(this::run);
    }

    @Override
    public boolean has(String feed) {
        Share now = share;
        return now.ours().contains(Math.floorMod(feed.hashCode(), now.all()));
    }

    private void run() {
        try (consumer) {
            consumer.subscribe(List.of(Topics.SUBMISSIONS.name()), new Listener());
            while (true) {
                consumer.poll(POLL);
            }
        } catch (WakeupException e) {
            log.debug("closed");
        } catch (KafkaException e) {
            log.warn(
                    "the group {} cannot be joined, so every instance polls every feed, and what comes twice is dropped."
                            + " What to do: let this service read as that group: {}",
                    GROUP,
                    e.toString());
            share = new Share(1, Set.of(0));
        }
    }

    private final class Listener implements ConsumerRebalanceListener {

        private final Set<Integer> ours = new HashSet<>();

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            consumer.pause(partitions); // What is in them is none of its business.
            ours.addAll(numbers(partitions));
            said();
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            ours.removeAll(numbers(partitions));
            said();
        }

        private Set<Integer> numbers(Collection<TopicPartition> partitions) {
            return partitions.stream().map(TopicPartition::partition).collect(Collectors.toSet());
        }

        private void said() {
            int all = consumer.partitionsFor(Topics.SUBMISSIONS.name()).size();
            share = new Share(Math.max(1, all), Set.copyOf(ours));
        }
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            thread.join(ENDS_WITHIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // Then it ends as the process does.
        }
    }
}
