package wiredesk.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Random;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.record.internal.MemoryRecordsBuilder;
import org.apache.kafka.common.record.internal.RecordBatch;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against the bytes that Kafka's own producer would send for the record alone. */
class RecordSizeTest {

    private static final int CASES = 5_000;

    @Test
    void noRecordIsLargerThanIsSaidNorMuchSmaller() {
        for (long seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            assertBounds(record(random, 1 << random.nextInt(14)), "seed " + seed);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 63, 64, 8_191, 8_192, 1 << 20, (1 << 20) - 1, 16 << 20})
    void aLengthThatTakesOneByteMoreIsNoSurprise(int length) {
        assertBounds(new Record<>(new byte[length], new byte[length], Long.MAX_VALUE), "key and value of " + length);
        assertBounds(
                new Record<>(null, new byte[0], 0, new RecordHeaders().add("h".repeat(length), new byte[length])),
                "a header of " + length);
    }

    @Test
    void aRecordOfNothingButHeadersIsCounted() {
        Headers headers = new RecordHeaders();
        for (int i = 0; i < 20_000; i++) {
            headers.add("", null);
        }
        assertBounds(new Record<>(null, null, 0, headers), "20,000 empty headers");
    }

    private static void assertBounds(Record<byte[], byte[]> record, String what) {
        int sent = sent(record);
        int headers = record.headers().toArray().length;
        assertThat(RecordSize.of(record)).as(what).isBetween((long) sent, sent + 21L + 10L * headers);
    }

    private static Record<byte[], byte[]> record(Random random, int most) {
        Headers headers = new RecordHeaders();
        for (int left = random.nextInt(5); left > 0; left--) {
            headers.add(word(random, 1 + most / 16), bytes(random, most));
        }
        return new Record<>(bytes(random, 100), bytes(random, most), random.nextLong() >>> 1, headers);
    }

    /** Of characters that take one to four bytes in UTF-8. */
    private static String word(Random random, int most) {
        return random.ints(1 + random.nextInt(most), 0, 4)
                .map(kind -> new int[] {'a', 'é', '中', 0x1f600}[kind])
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static byte @Nullable [] bytes(Random random, int most) {
        int length = random.nextInt(most + 1) - 1;
        if (length < 0) {
            return null;
        }
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static int sent(Record<byte[], byte[]> record) {
        try (MemoryRecordsBuilder batch = MemoryRecords.builder(
                ByteBuffer.allocate(1 << 10),
                RecordBatch.CURRENT_MAGIC_VALUE,
                Compression.NONE,
                TimestampType.CREATE_TIME,
                0L)) {
            batch.append(
                    record.timestamp(),
                    record.key(),
                    record.value(),
                    record.headers().toArray());
            return batch.build().sizeInBytes();
        }
    }
}
