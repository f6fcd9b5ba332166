package wiredesk.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * Makes dead letters: the record's bytes as they came, and its story in the headers. A dead letter is an ordinary
 * output of a topology, so it stands or falls with the transaction that consumed its record.
 */
public final class DeadLetters {

    public static final String SERVICE = "wiredesk.dead-letter.service";
    public static final String REASON = "wiredesk.dead-letter.reason";
    public static final String DETAIL = "wiredesk.dead-letter.detail";
    public static final String TOPIC = "wiredesk.dead-letter.topic";
    public static final String PARTITION = "wiredesk.dead-letter.partition";
    /** Only on a letter without its bytes: how many there were. They are at the topic, partition and offset. */
    public static final String LEFT_OUT = "wiredesk.dead-letter.left-out";

    public static final String OFFSET = "wiredesk.dead-letter.offset";

    /** Longer details are cut: they quote input, and a header counts toward the record's size. */
    private static final int MAX_DETAIL_CHARS = 1_000;

    /**
     * Larger records leave their bytes where they came from, for a letter that the broker refuses would stop the
     * service: in bytes, uncompressed. Only a client that compresses more than a topic's limit can send one.
     */
    private static final int MAX_BYTES = 16 << 20;

    private static final byte[] NOTHING = {};

    private DeadLetters() {}

    /**
     * The dead letter of a record.
     *
     * @param reason a stable word for machines, as {@code malformed}
     * @param detail what was wrong, for people
     */
    public static Record<byte[], byte[]> of(
            Record<byte[], byte[]> record, RecordMetadata from, String service, String reason, String detail) {
        boolean fits = RecordSize.of(record) <= MAX_BYTES;
        Record<byte[], byte[]> letter = fits
                ? record.withHeaders(record.headers()) // copies them
                : new Record<>(record.key(), NOTHING, record.timestamp());
        Headers headers = letter.headers();
        if (!fits) {
            put(headers, LEFT_OUT, Long.toString(RecordSize.of(record)));
        }
        put(headers, SERVICE, service);
        put(headers, REASON, reason);
        put(headers, DETAIL, detail.length() > MAX_DETAIL_CHARS ? detail.substring(0, MAX_DETAIL_CHARS) : detail);
        put(headers, TOPIC, from.topic());
        put(headers, PARTITION, Integer.toString(from.partition()));
        put(headers, OFFSET, Long.toString(from.offset()));
        return letter;
    }

    private static void put(Headers headers, String name, String value) {
        headers.remove(name).add(name, value.getBytes(UTF_8));
    }
}
