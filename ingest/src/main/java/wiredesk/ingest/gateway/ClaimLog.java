package wiredesk.ingest.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wiredesk.runtime.PlatformException;
import wiredesk.schemas.Topics;
import wiredesk.schemas.record.RequestClaim;
import wiredesk.schemas.wire.Decoded;
import wiredesk.schemas.wire.WireFormat;

/** Follows the topic of claims: what stands of each key, and when a claim of ours has found its place. */
final class ClaimLog implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ClaimLog.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration LOAD_WITHIN = Duration.ofSeconds(90);
    private static final Duration FORGET_EVERY = Duration.ofMinutes(10);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(2);

    private final WireFormat<RequestClaim> format;
    private final InstantSource clock;
    private final Consumer<Throwable> onFailure;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Claims claims = new Claims(); // guarded by itself
    /** By the claim that waits for its own place in the log. */
    private final Map<String, CompletableFuture<Claims.Standing>> waiting = new ConcurrentHashMap<>();

    private final CountDownLatch loaded = new CountDownLatch(1);
    private final Thread thread;
    private volatile boolean closing;

    /** Begins to read. */
    ClaimLog(
            Map<String, Object> client,
            WireFormat<RequestClaim> format,
            InstantSource clock,
            Consumer<Throwable> onFailure) {
        this.format = format;
        this.clock = clock;
        this.onFailure = onFailure;
        Map<String, Object> settings = new HashMap<>(client);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        this.consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.thread = Thread.ofPlatform().name("idempotency").start(this::follow);
    }

    /** Waits until what other instances, and this one before, have written has been read. */
    void awaitLoaded() throws InterruptedException {
        if (!loaded.await(LOAD_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new PlatformException("The topic " + Topics.IDEMPOTENCY.name() + " could not be read within "
                    + LOAD_WITHIN.toSeconds() + " s");
        }
    }

    /** What stands of a key now; null when nothing does. */
    Claims.@Nullable Standing of(String key) {
        synchronized (claims) {
            return claims.of(key, clock.instant());
        }
    }

    /** Completes with what stands of its key when this claim, which is about to be written, has been read. */
    CompletableFuture<Claims.Standing> expect(String claim) {
        CompletableFuture<Claims.Standing> back = new CompletableFuture<>();
        waiting.put(claim, back);
        return back;
    }

    void expectNoMore(String claim) {
        waiting.remove(claim);
    }

    /** What stands of the key once it is answered, or is not in time: another request may be about to be answered. */
    Claims.Standing awaitAnswer(String key, Claims.Standing other, Duration within) throws InterruptedException {
        Instant deadline = clock.instant().plus(within);
        synchronized (claims) {
            Claims.@Nullable Standing now = other;
            while (now != null && now.entry().answer() == null) {
                long left = Duration.between(clock.instant(), deadline).toMillis();
                if (left <= 0) {
                    return now;
                }
                claims.wait(left);
                now = claims.of(key, clock.instant());
            }
            return now == null ? other : now;
        }
    }

    private void follow() {
        try (consumer) {
            Map<TopicPartition, Long> ends = seek();
            while (!ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
                poll();
            }
            loaded.countDown();
            Instant forgot = clock.instant();
            while (!closing) {
                poll();
                if (Duration.between(forgot, clock.instant()).compareTo(FORGET_EVERY) > 0) {
                    forgot = clock.instant();
                    synchronized (claims) {
                        claims.forget(forgot);
                    }
                }
            }
        } catch (WakeupException e) {
            log.debug("{} is no longer followed", Topics.IDEMPOTENCY.name());
        } catch (Throwable e) { // An Error too: without this, what is promised of the keys would not hold.
            onFailure.accept(new PlatformException(Topics.IDEMPOTENCY.name() + " cannot be followed: " + e, e));
        } finally {
            loaded.countDown();
        }
    }

    /** Goes to what was written in the time that counts; returns where the partitions end. */
    private Map<TopicPartition, Long> seek() {
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.IDEMPOTENCY.name()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Map<TopicPartition, Long> since = new HashMap<>();
        partitions.forEach(partition ->
                since.put(partition, clock.instant().minus(Claims.KEPT).toEpochMilli()));
        Map<TopicPartition, @Nullable OffsetAndTimestamp> from = consumer.offsetsForTimes(since);
        for (TopicPartition partition : partitions) {
            OffsetAndTimestamp offset = from.get(partition);
            consumer.seek(partition, offset == null ? ends.getOrDefault(partition, 0L) : offset.offset());
        }
        return ends;
    }

    private void poll() {
        for (ConsumerRecord<byte[], byte[]> message : consumer.poll(POLL)) {
            switch (format.decode(message.value())) {
                case Decoded.Value<RequestClaim>(RequestClaim read)
                when message.key() != null ->
                    apply(new String(message.key(), UTF_8), read, Instant.ofEpochMilli(message.timestamp()));
                case Decoded.Value<RequestClaim> keyless -> log.warn("a claim without a key is passed over");
                case Decoded.Poison<RequestClaim>(String reason) -> log.warn("no claim, passed over: {}", reason);
            }
        }
    }

    private void apply(String key, RequestClaim read, Instant at) {
        Claims.Standing standing;
        synchronized (claims) {
            standing = claims.apply(key, new Claims.Entry(read.getClaim(), read.getBodyHash(), read.getAnswer()), at);
            claims.notifyAll();
        }
        CompletableFuture<Claims.Standing> own = waiting.get(read.getClaim());
        if (own != null) {
            own.complete(standing);
        }
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
