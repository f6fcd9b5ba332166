package wiredesk.ingest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
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
 * Writes submissions down: one by itself, several in one transaction, so that all of them are there or none. Serves many
 * threads; those with several submissions wait for one another.
 */
final class SubmissionLog implements AutoCloseable {

    private static final int LARGEST_SUBMISSION_BYTES = Topics.MAX_PAYLOAD_BYTES + (64 << 10);

    /** What a process that is killed in a transaction leaves open delays readers for so long at most. */
    private static final int TRANSACTION_TIMEOUT_MS = 10_000;

    private final Map<String, Object> settings;
    private final Producer<byte[], byte[]> producer;
    private @Nullable Producer<byte[], byte[]> transactional;

    /** @param client how to reach Kafka; what the guarantee needs is set here, whatever it says */
    SubmissionLog(Map<String, Object> client) {
        Map<String, Object> all = new HashMap<>();
        all.put(ProducerConfig.LINGER_MS_CONFIG, 2);
        all.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        all.putAll(client);
        all.put(ProducerConfig.ACKS_CONFIG, "all");
        all.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        all.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_SUBMISSION_BYTES);
        // A caller waits for this; after it the answer is 503, and what was not acknowledged is given up.
        all.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 2_000);
        all.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 2_000);
        all.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 5_000);
        settings = Map.copyOf(all);
        producer = newProducer(settings);
    }

    /** What the log could not take. None of the submissions counts as sent, and all may be sent again. */
    static final class UnavailableException extends Exception {
        UnavailableException(Exception cause) {
            super(cause.getMessage(), cause);
        }
    }

    /** Returns when all in-sync replicas have all of the records. */
    void write(List<ProducerRecord<byte[], byte[]>> records) throws UnavailableException, InterruptedException {
        try {
            if (records.size() == 1) {
                producer.send(records.getFirst()).get();
            } else {
                writeTogether(records);
            }
        } catch (ExecutionException | KafkaException e) {
            throw new UnavailableException(e);
        }
    }

    private synchronized void writeTogether(List<ProducerRecord<byte[], byte[]>> records)
            throws ExecutionException, InterruptedException {
        boolean done = false;
        try {
            Producer<byte[], byte[]> open = transactional();
            open.beginTransaction();
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (ProducerRecord<byte[], byte[]> record : records) {
                sent.add(open.send(record));
            }
            for (Future<RecordMetadata> future : sent) {
                future.get();
            }
            open.commitTransaction();
            done = true;
        } finally {
            if (!done) {
                giveUp();
            }
        }
    }

    /** Made when it is first needed, for the broker must be there; and anew after a failure. */
    private Producer<byte[], byte[]> transactional() {
        if (transactional == null) {
            Map<String, Object> all = new HashMap<>(settings);
            all.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "wiredesk-gateway-" + SystemTime.randomHex(8));
            all.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_TIMEOUT_MS);
            transactional = newProducer(all);
            transactional.initTransactions();
        }
        return transactional;
    }

    /** A producer that failed may be past use; the broker aborts what it has open in a while. */
    private void giveUp() {
        Producer<byte[], byte[]> failed = transactional;
        transactional = null;
        if (failed != null) {
            failed.close(Duration.ZERO);
        }
    }

    private static Producer<byte[], byte[]> newProducer(Map<String, Object> settings) {
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    @Override
    public synchronized void close() {
        giveUp();
        producer.close();
    }
}
