package wiredesk.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wiredesk.schemas.Topics;
import wiredesk.schemas.record.Article;
import wiredesk.schemas.record.PubStatus;
import wiredesk.schemas.record.Submission;
import wiredesk.schemas.wire.Decoded;
import wiredesk.schemas.wire.SchemaRegistry;
import wiredesk.schemas.wire.WireFormat;

/**
 * Versions in any order, each of them twice, through two instances of ingest, one of which is killed and comes back:
 * what stands at the end is what stands after the ordered list. {@code -Dwiredesk.order.events=1000000} for many.
 */
class AnyOrderTest {

    private static final int EVENTS = Integer.getInteger("wiredesk.order.events", 5_000);
    /** From 8 to 12: the order of numbers is not that of strings. */
    private static final int FIRST = 8;

    private static final int VERSIONS = 5;
    private static final int ARTICLES = EVENTS / VERSIONS / 2;
    private static final long SEED = 11;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    private Path folder;

    /** The last version of each article that has been read; negative when it is killed. */
    private final int[] last = new int[ARTICLES];

    private int read;
    private int complete;

    @Test
    void whatStandsAtTheEndIsWhatStandsAfterTheOrderedList() throws Exception {
        try (IngestPair ingest = new IngestPair(folder);
                KafkaConsumer<byte[], byte[]> articles = ingest.articles()) {
            // Given
            WireFormat<Article> format = new WireFormat<>(Topics.INGESTED, ingest.registry());
            List<Integer> events = shuffled();
            long begin = System.nanoTime();

            // When
            CompletableFuture<Void> sent = CompletableFuture.runAsync(() -> send(ingest, events));
            boolean killed = false;
            long progress = System.nanoTime();
            while (complete < ARTICLES) {
                int before = read;
                for (ConsumerRecord<byte[], byte[]> article : articles.poll(Duration.ofMillis(100))) {
                    take(format, article);
                }
                if (!killed && read > ARTICLES) { // of some 2.3 times as many that will be
                    ingest.killAndRestart();
                    killed = true;
                }
                progress = read > before ? System.nanoTime() : progress;
                assertThat(System.nanoTime() - progress)
                        .as("nanoseconds without an article, when %d of %d articles are complete", complete, ARTICLES)
                        .isLessThan(PATIENCE.toNanos());
            }
            sent.join();
            double seconds = (System.nanoTime() - begin) / 1e9;

            // Then
            assertThat(killed).isTrue();
            assertThat(ingest.bothRun()).isTrue();
            for (ConsumerRecord<byte[], byte[]> article : articles.poll(Duration.ofSeconds(2))) {
                take(format, article);
            }
            for (int article = 0; article < ARTICLES; article++) {
                assertThat(last[article]).as("article %d", article).isEqualTo(ordered(article));
            }
            System.out.println("%d events of %d articles in %.0f s, %d versions stood for a time"
                    .formatted(events.size(), ARTICLES, seconds, read));
        }
    }

    /** No version goes back, and none comes after a kill. */
    private void take(WireFormat<Article> format, ConsumerRecord<byte[], byte[]> record) {
        if (format.decode(record.value()) instanceof Decoded.Value<Article>(Article article)) {
            int number = Integer.parseInt(article.getUri().substring("urn:order:".length()));
            int version = Integer.parseInt(article.getVersion());
            assertThat(version).as("article %d after %d", number, last[number]).isGreaterThan(last[number]);
            assertThat(last[number]).as("article %d is killed", number).isNotNegative();
            assertThat(article.getHeadline()).isEqualTo("Take " + version + " of " + number);
            last[number] = article.getPubStatus() == PubStatus.canceled ? -version : version;
            read++;
            complete += last[number] == ordered(number) ? 1 : 0;
        }
    }

    private static int ordered(int article) {
        int last = FIRST + VERSIONS - 1;
        return isKilled(article) ? -last : last;
    }

    private static boolean isKilled(int article) {
        return article % 10 == 0;
    }

    private static List<Integer> shuffled() {
        List<Integer> events = new ArrayList<>();
        for (int i = 0; i < ARTICLES * VERSIONS; i++) {
            events.add(i);
            events.add(i);
        }
        Collections.shuffle(events, new Random(SEED));
        return events;
    }

    private static void send(IngestPair ingest, List<Integer> events) {
        SchemaRegistry registry = ingest.registry();
        WireFormat<Submission> format = new WireFormat<>(Topics.SUBMISSIONS, registry);
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", ingest.bootstrap(), "linger.ms", 20, "compression.type", "lz4"),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (int event : events) {
                int article = event / VERSIONS;
                byte[] key = ("urn:order:" + article).getBytes(UTF_8);
                byte[] value = format.encode(submission(article, FIRST + event % VERSIONS));
                var _ = producer.send(new ProducerRecord<>(Topics.SUBMISSIONS.name(), key, value));
            }
        }
    }

    /** Every other version says when it was made. */
    private static Submission submission(int article, int version) {
        boolean kill = isKilled(article) && version == FIRST + VERSIONS - 1;
        String made = version % 2 == 0 ? "" : "\"versionCreated\": \"2026-03-02T08:%d:00Z\", ".formatted(10 + version);
        String json = """
                {"uri": "urn:order:%d", "version": "%d", %s"pubStatus": "%s", "language": "en",
                "headlines": [{"value": "Take %2$d of %1$d"}], "bodies": [{"value": "A ferry is late."}]}
                """.formatted(article, version, made, kill ? "canceled" : "usable");
        return Submission.newBuilder()
                .setSource("test")
                .setMediaType("application/json")
                .setPayload(ByteBuffer.wrap(json.getBytes(UTF_8)))
                .setReceivedAt(Instant.EPOCH)
                .build();
    }
}
