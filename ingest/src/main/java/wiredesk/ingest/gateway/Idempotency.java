package wiredesk.ingest.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wiredesk.runtime.PlatformException;
import wiredesk.runtime.SystemTime;
import wiredesk.schemas.Topics;
import wiredesk.schemas.record.RequestClaim;
import wiredesk.schemas.wire.Decoded;
import wiredesk.schemas.wire.SchemaIds;
import wiredesk.schemas.wire.WireFormat;

/**
 * Remembers for 24 h which request came with which Idempotency-Key and what it was answered, across instances and
 * restarts. Who wants to answer a key first writes a claim to the topic, and reads on until it comes back: the log's
 * order says who was first, whichever instances they came to. The answer is written in the transaction that writes the
 * articles, so that there are both or neither.
 */
final class Idempotency implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Idempotency.class);
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration LOAD_WITHIN = Duration.ofSeconds(90);
    private static final Duration ANSWER_WITHIN = Duration.ofMillis(900);
    private static final Duration FORGET_EVERY = Duration.ofMinutes(10);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(2);

    private final SubmissionLog submissions;
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

    /** @param receipts what is to be answered when the articles are written */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    record Request(String key, byte[] bodyHash, List<Reception.Receipt> receipts) {}

    /** What a request with a key may do. */
    sealed interface Verdict {
        /** It is the first: the record goes into the transaction with the articles. */
        record Ours(ProducerRecord<byte[], byte[]> answer) implements Verdict {}

        /** It came before, and was answered so. */
        record Known(List<Reception.Receipt> receipts) implements Verdict {}

        record Refused(Problem problem) implements Verdict {}
    }

    Idempotency(
            Map<String, Object> client,
            SchemaIds schemas,
            SubmissionLog submissions,
            InstantSource clock,
            Consumer<Throwable> onFailure) {
        this.submissions = submissions;
        this.format = new WireFormat<>(Topics.IDEMPOTENCY, schemas);
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

    /** Claims the request's key. */
    Verdict claim(Request request) throws InterruptedException {
        Claims.Standing known;
        synchronized (claims) {
            known = claims.of(request.key(), clock.instant());
        }
        if (known != null && known.entry().answer() != null) {
            return verdict(request, known);
        }
        String claim = SystemTime.randomHex(16);
        CompletableFuture<Claims.Standing> back = new CompletableFuture<>();
        waiting.put(claim, back);
        try {
            submissions.begin(List.of(record(request, claim, null))).await();
            Claims.Standing standing = back.get(ANSWER_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
            return standing.entry().claim().equals(claim)
                    ? new Verdict.Ours(record(request, claim, json(request.receipts())))
                    : verdict(request, awaitAnswer(request.key(), standing));
        } catch (SubmissionLog.UnavailableException | TimeoutException | ExecutionException e) {
            log.error("a claim did not come back from {}: {}", Topics.IDEMPOTENCY.name(), e.toString());
            return new Verdict.Refused(Problem.logUnavailable());
        } finally {
            waiting.remove(claim);
        }
    }

    /** What stands of the key once it is answered, or is not in time: another request may be about to be answered. */
    private Claims.Standing awaitAnswer(String key, Claims.Standing other) throws InterruptedException {
        Instant deadline = clock.instant().plus(ANSWER_WITHIN);
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

    /** Where another claim stands. */
    private static Verdict verdict(Request request, Claims.Standing standing) {
        if (!standing.entry().sameBody(request.bodyHash())) {
            return new Verdict.Refused(new Problem(
                    422,
                    "key-of-another-body",
                    "Another body",
                    "This Idempotency-Key came with another body; a new request takes a new key"));
        }
        String answer = standing.entry().answer();
        return answer == null
                ? new Verdict.Refused(new Problem(
                        409,
                        "in-progress",
                        "In progress",
                        "The first request with this Idempotency-Key is not answered yet; ask again",
                        null,
                        Duration.ofSeconds(2)))
                : new Verdict.Known(receipts(answer));
    }

    private ProducerRecord<byte[], byte[]> record(Request request, String claim, @Nullable String answer) {
        RequestClaim value = new RequestClaim(claim, ByteBuffer.wrap(request.bodyHash()), answer);
        return new ProducerRecord<>(
                Topics.IDEMPOTENCY.name(), null, clock.millis(), request.key().getBytes(UTF_8), format.encode(value));
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
        byte[] hash = new byte[read.getBodyHash().remaining()];
        read.getBodyHash().duplicate().get(hash);
        Claims.Standing standing;
        synchronized (claims) {
            standing = claims.apply(key, new Claims.Entry(read.getClaim(), hash, read.getAnswer()), at);
            claims.notifyAll();
        }
        CompletableFuture<Claims.Standing> own = waiting.get(read.getClaim());
        if (own != null) {
            own.complete(standing);
        }
    }

    private static String json(List<Reception.Receipt> receipts) {
        try {
            return JSON.writeValueAsString(receipts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("receipts are plain text", e);
        }
    }

    private static List<Reception.Receipt> receipts(String json) {
        try {
            return JSON.readValue(json, new TypeReference<List<Reception.Receipt>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(Topics.IDEMPOTENCY.name() + " has an answer that is none: " + json, e);
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
