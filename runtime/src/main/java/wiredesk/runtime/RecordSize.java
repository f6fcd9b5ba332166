package wiredesk.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.streams.processor.api.Record;

/**
 * How large a record is on its way to a broker, uncompressed, an upper bound. A failed send poisons the whole
 * transaction, so a record that some topic would refuse must be known before it is sent.
 */
public final class RecordSize {

    /** Kafka's own overhead a record, from {@code DefaultRecord}'s bound, and its batch's. */
    private static final int OVERHEAD = 21 + 61;

    private static final int OVERHEAD_PER_HEADER = 10;

    private RecordSize() {}

    /** In bytes. */
    public static long of(Record<byte[], byte[]> record) {
        long size = OVERHEAD + length(record.key()) + length(record.value());
        for (Header header : record.headers()) {
            size += OVERHEAD_PER_HEADER + header.key().getBytes(UTF_8).length + length(header.value());
        }
        return size;
    }

    private static long length(byte[] bytes) {
        return bytes == null ? 0 : bytes.length;
    }
}
