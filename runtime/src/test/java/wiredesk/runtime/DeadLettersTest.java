package wiredesk.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.StreamSupport;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.junit.jupiter.api.Test;

class DeadLettersTest {

    private static final RecordMetadata FROM = new RecordMetadata() {
        @Override
        public String topic() {
            return "newsroom.submissions";
        }

        @Override
        public int partition() {
            return 4;
        }

        @Override
        public long offset() {
            return 12_345_678_901L;
        }
    };

    private final byte[] key = {1, 2};
    private final byte[] value = {0, -1, 3};
    private final Headers headers = new RecordHeaders().add("traceparent", "t".getBytes(UTF_8));
    private final Record<byte[], byte[]> record = new Record<>(key, value, 99, headers);

    @Test
    void itIsTheRecordAsItCameWithItsStoryBesideIt() {
        Record<byte[], byte[]> letter = DeadLetters.of(record, FROM, "ingest", "malformed", "línea 3");

        assertThat(letter.key()).isSameAs(key);
        assertThat(letter.value()).isSameAs(value);
        assertThat(letter.timestamp()).isEqualTo(99);
        assertThat(header(letter, "traceparent")).isEqualTo("t");
        assertThat(header(letter, "wiredesk.dead-letter.service")).isEqualTo("ingest");
        assertThat(header(letter, "wiredesk.dead-letter.reason")).isEqualTo("malformed");
        assertThat(header(letter, "wiredesk.dead-letter.detail")).isEqualTo("línea 3");
        assertThat(header(letter, "wiredesk.dead-letter.topic")).isEqualTo("newsroom.submissions");
        assertThat(header(letter, "wiredesk.dead-letter.partition")).isEqualTo("4");
        assertThat(header(letter, "wiredesk.dead-letter.offset")).isEqualTo("12345678901");
    }

    @Test
    void theRecordItselfIsLeftAsItWas() {
        DeadLetters.of(record, FROM, "ingest", "malformed", "detail");

        assertThat(record.headers()).hasSize(1);
    }

    @Test
    void aRecordThatDiesAgainTellsItsLastStoryOnly() {
        Record<byte[], byte[]> first = DeadLetters.of(record, FROM, "ingest", "malformed", "first");

        Record<byte[], byte[]> second = DeadLetters.of(first, FROM, "enrich", "too-large", "second");

        assertThat(second.headers().headers("wiredesk.dead-letter.reason")).hasSize(1);
        assertThat(header(second, "wiredesk.dead-letter.reason")).isEqualTo("too-large");
        assertThat(header(second, "wiredesk.dead-letter.service")).isEqualTo("enrich");
        assertThat(second.headers()).hasSameSizeAs(first.headers());
    }

    @Test
    void aRecordWithoutKeyAndValueMayDieToo() {
        Record<byte[], byte[]> empty = new Record<>(null, null, 0);

        Record<byte[], byte[]> letter = DeadLetters.of(empty, FROM, "ingest", "no-key", "no key");

        assertThat(letter.key()).isNull();
        assertThat(letter.value()).isNull();
        assertThat(header(letter, DeadLetters.REASON)).isEqualTo("no-key");
    }

    @Test
    void aLongDetailIsCutAsItsHeaderCountsTowardTheRecordsSize() {
        Record<byte[], byte[]> letter = DeadLetters.of(record, FROM, "ingest", "malformed", "x".repeat(5_000_000));

        assertThat(header(letter, DeadLetters.DETAIL)).isEqualTo("x".repeat(1_000));
    }

    private static String header(Record<byte[], byte[]> letter, String name) {
        return StreamSupport.stream(letter.headers().headers(name).spliterator(), false)
                .map(header -> new String(header.value(), UTF_8))
                .reduce((a, b) -> a + " and " + b)
                .orElse("none");
    }

    @Test
    void aRecordThatTheDeadLettersTopicWouldRefuseLeavesItsBytesWhereTheyAre() {
        // Given more than a topic takes uncompressed, as a client that compresses can send it
        Record<byte[], byte[]> huge = new Record<>(new byte[] {1}, new byte[17 << 20], 0);
        huge.headers().add("foreign", new byte[] {1});

        // When
        Record<byte[], byte[]> letter = DeadLetters.of(huge, FROM, "ingest", "too-large", "");

        // Then
        assertThat(letter.key()).containsExactly(1);
        assertThat(letter.value()).isEmpty();
        assertThat(letter.headers().lastHeader(DeadLetters.LEFT_OUT)).isNotNull();
        assertThat(letter.headers().lastHeader(DeadLetters.OFFSET)).isNotNull();
    }
}
