package wiredesk.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A small compacted topic held whole: what stands under each key, followed as it changes. An ordinary consumer and not
 * a global store, whose poison record would stop the application when it starts; here a value that cannot be read is
 * refused and the last good one stays.
 */
public final class TopicTable<V> implements AutoCloseable {

    /** Reads a value; empty when it cannot be read, and then says so itself. */
    public interface Reader<V> {
        Optional<V> read(String key, byte[] value);
    }

    private static final Logger log = LoggerFactory.getLogger(TopicTable.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration LOAD_WITHIN = Duration.ofSeconds(90);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(2);

    private final String topic;
    private final Reader<V> reader;
    private final Consumer<Map<String, V>> onChange;
    private final Consumer<Throwable> onFailure;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final CountDownLatch loaded = new CountDownLatch(1);
    private final Map<String, V> standing = new TreeMap<>(); // the following thread's own
    private final Thread thread;
    private volatile @Nullable PlatformException failure;
    private volatile boolean closing;

    /**
     * Begins to read.
     *
     * @param onChange gets an immutable copy of all that stands, once when all has been read, then after each change;
     *     called from one thread
     */
    TopicTable(
            String topic,
            Map<String, Object> clientSettings,
            Reader<V> reader,
            Consumer<Map<String, V>> onChange,
            Consumer<Throwable> onFailure) {
        this.topic = topic;
        this.reader = reader;
        this.onChange = onChange;
        this.onFailure = onFailure;
        this.consumer = new KafkaConsumer<>(clientSettings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.thread = Thread.ofPlatform().name("table-" + topic).start(this::follow);
    }

    /** Waits until all that stood when this was made has been read. */
    void awaitLoaded() throws InterruptedException {
        if (!loaded.await(LOAD_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new PlatformException("The topic " + topic + " could not be read within " + LOAD_WITHIN.toSeconds()
                    + " s. Does it exist (wiredesk provision makes it), and may this service read it?");
        }
        if (failure != null) {
            throw failure;
        }
    }

    private void follow() {
        try (consumer) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (!ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
                poll();
            }
            onChange.accept(snapshot());
            loaded.countDown();
            while (!closing) {
                if (poll()) {
                    onChange.accept(snapshot());
                }
            }
        } catch (WakeupException e) {
            log.debug("{} is no longer followed", topic);
        } catch (Throwable e) { // An Error too: a service without its rules or routes must not go on.
            failure = new PlatformException("The topic " + topic + " cannot be followed: " + e, e);
            onFailure.accept(failure);
        } finally {
            loaded.countDown();
        }
    }

    private Map<String, V> snapshot() {
        return Map.copyOf(standing);
    }

    private boolean poll() {
        boolean changed = false;
        for (ConsumerRecord<byte[], byte[]> message : consumer.poll(POLL)) {
            changed |= apply(message.key(), message.value());
        }
        return changed;
    }

    private boolean apply(byte @Nullable [] keyBytes, byte @Nullable [] value) {
        if (keyBytes == null) {
            log.warn("{}: a record without a key is passed over", topic);
            return false;
        }
        String key = new String(keyBytes, UTF_8);
        if (value == null) {
            return standing.remove(key) != null;
        }
        Optional<V> read = reader.read(key, value);
        read.ifPresent(good -> standing.put(key, good));
        return read.isPresent();
    }

    @Override
    public void close() {
        closing = true;
        consumer.wakeup();
        try {
            thread.join(CLOSE_WITHIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // It is only waited for; nothing is lost without.
        }
    }
}
