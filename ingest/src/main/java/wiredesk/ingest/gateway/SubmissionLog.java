package wiredesk.ingest.gateway;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import wiredesk.runtime.SystemTime;
import wiredesk.schemas.Topics;

/**
 * Writes records down: one by itself, several in one transaction, so that all of them are there or none. Serves many
 * threads.
 */
final class SubmissionLog implements AutoCloseable {

    private static final int LARGEST_SUBMISSION_BYTES = Topics.MAX_PAYLOAD_BYTES + (64 << 10);

    /** What a process that is killed in a transaction leaves open delays readers for so long at most. */
    private static final int TRANSACTION_TIMEOUT_MS = 10_000;

    /** Transactions at a time. Each is a producer with its own buffers. */
    private static final int TRANSACTIONS = 4;

    /** A sender hears within 2 s; these two add up to less. */
    private static final Duration GIVEN_UP_AFTER = Duration.ofMillis(1_050);

    private static final int BLOCKED_MS = 800;

    private final Map<String, Object> settings;
    private final Producer<byte[], byte[]> producer;
    /** Those that are free; an empty one is made when it is first needed, for the broker must be there. */
    private final BlockingQueue<Transactions> free = new LinkedBlockingQueue<>();

    private final ExecutorService inBackground = Executors.newVirtualThreadPerTaskExecutor();

    /** @param client how to reach Kafka; what the guarantee needs is set here, whatever it says */
    SubmissionLog(Map<String, Object> client) {
        Map<String, Object> all = new HashMap<>();
        all.put(ProducerConfig.LINGER_MS_CONFIG, 2);
        all.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        all.putAll(client);
        all.put(ProducerConfig.ACKS_CONFIG, "all");
        all.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        all.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_SUBMISSION_BYTES);
        // What was not acknowledged in time is given up: nothing of it stays in memory.
        all.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, BLOCKED_MS);
        all.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 1_500);
        all.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 3_000);
        settings = Map.copyOf(all);
        producer = newProducer(settings);
        for (int i = 0; i < TRANSACTIONS; i++) {
            free.add(new Transactions("wiredesk-gateway-" + SystemTime.randomHex(8)));
        }
    }

    /** What the log did not take in time. None of the records counts as written, and all may be sent again. */
    static final class UnavailableException extends Exception {
        UnavailableException(Throwable cause) {
            super(cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage(), cause);
        }
    }

    /** Records on their way. */
    record Pending(Future<?> written) {

        /** Returns when all in-sync replicas have all of the records. */
        void await() throws UnavailableException, InterruptedException {
            try {
                written.get(GIVEN_UP_AFTER.toMillis(), TimeUnit.MILLISECONDS);
            } catch (ExecutionException e) {
                throw new UnavailableException(e.getCause() == null ? e : e.getCause());
            } catch (TimeoutException e) {
                written.cancel(true);
                throw new UnavailableException(e);
            }
        }
    }

    /** Begins to write. What one thread begins with one record each is written in that order. */
    Pending begin(List<ProducerRecord<byte[], byte[]>> records) {
        if (records.size() > 1) {
            return new Pending(inBackground.submit(() -> writeTogether(records)));
        }
        try {
            return new Pending(producer.send(records.getFirst()));
        } catch (KafkaException e) {
            return new Pending(CompletableFuture.failedFuture(e));
        }
    }

    private Object writeTogether(List<ProducerRecord<byte[], byte[]>> records)
            throws ExecutionException, InterruptedException, TimeoutException {
        Transactions transactions = free.poll(GIVEN_UP_AFTER.toMillis(), TimeUnit.MILLISECONDS);
        if (transactions == null) {
            throw new TimeoutException("all transactions are taken");
        }
        try {
            transactions.write(records);
        } finally {
            free.add(transactions);
        }
        return records;
    }

    /** A transactional producer, made anew after a failure: under its id, so that what was left open is undone. */
    private final class Transactions implements AutoCloseable {

        private final Map<String, Object> own = new HashMap<>(settings);
        private @Nullable Producer<byte[], byte[]> open;

        Transactions(String id) {
            own.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, id);
            own.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_TIMEOUT_MS);
        }

        void write(List<ProducerRecord<byte[], byte[]>> records) throws ExecutionException, InterruptedException {
            boolean done = false;
            try {
                Producer<byte[], byte[]> producer = opened();
                producer.beginTransaction();
                List<Future<RecordMetadata>> sent = new ArrayList<>();
                for (ProducerRecord<byte[], byte[]> record : records) {
                    sent.add(producer.send(record));
                }
                for (Future<RecordMetadata> future : sent) {
                    future.get();
                }
                producer.commitTransaction();
                done = true;
            } finally {
                if (!done) {
                    close();
                }
            }
        }

        private Producer<byte[], byte[]> opened() {
            Producer<byte[], byte[]> producer = open;
            if (producer == null) {
                producer = newProducer(own);
                open = producer;
                producer.initTransactions();
            }
            return producer;
        }

        @Override
        public void close() {
            if (open != null) {
                open.close(Duration.ZERO);
                open = null;
            }
        }
    }

    private static Producer<byte[], byte[]> newProducer(Map<String, Object> settings) {
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** What is under way may end; what is waiting for a transaction is given up. */
    @Override
    public void close() {
        inBackground.shutdownNow();
        try {
            inBackground.awaitTermination(GIVEN_UP_AFTER.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // Then what is under way ends as the process does.
        }
        List<Transactions> all = new ArrayList<>();
        free.drainTo(all);
        all.forEach(Transactions::close);
        producer.close(GIVEN_UP_AFTER);
    }
}
