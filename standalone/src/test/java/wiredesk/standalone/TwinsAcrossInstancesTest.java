package wiredesk.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wiredesk.schemas.Topics;
import wiredesk.schemas.record.Article;
import wiredesk.schemas.record.Submission;
import wiredesk.schemas.setup.Provision;
import wiredesk.schemas.wire.Decoded;
import wiredesk.schemas.wire.WireFormat;

/** One story under uris of every partition, through two instances of ingest. */
class TwinsAcrossInstancesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String FIRST = "urn:agency:1";
    private static final String STORY = """
            Quaybell opens an office in Porto

            The harbour software maker said on Monday that sixty engineers will move into a former cork \
            warehouse before the summer, and that it wants to hire forty more by the end of next year.

            The mayor called it the largest investment of its kind in the city for a decade, while a union \
            asked how many of the posts would be filled from abroad.
            """;

    @TempDir
    private Path folder;

    private int copies;

    @Test
    void everyPartitionKnowsWhatOneOfThemTookAndStillDoesAfterARestart() throws Exception {
        try (IngestPair ingest = new IngestPair(folder);
                KafkaProducer<byte[], byte[]> producer = producer(ingest);
                KafkaConsumer<byte[], byte[]> articles = ingest.articles()) {
            // Given
            send(ingest, producer, 0, FIRST);
            assertThat(mark(ingest, articles, FIRST)).isNull();

            // When, Then
            awaitMarkedEverywhere(ingest, producer, articles);
            ingest.killAndRestart();
            awaitMarkedEverywhere(ingest, producer, articles);
        }
    }

    private void awaitMarkedEverywhere(
            IngestPair ingest, KafkaProducer<byte[], byte[]> producer, KafkaConsumer<byte[], byte[]> articles) {
        for (int partition = 0; partition < Provision.DEFAULT_PARTITIONS; partition++) {
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            String mark;
            do {
                assertThat(System.nanoTime())
                        .as("a copy on partition %d is marked within a minute", partition)
                        .isLessThan(deadline);
                String uri = "urn:copy:" + copies++;
                send(ingest, producer, partition, uri);
                mark = mark(ingest, articles, uri);
                // A copy that came too early may be another's first; but the first of all is the first.
                assertThat(mark == null || mark.equals(FIRST)).as(mark).isTrue();
            } while (mark == null);
        }
    }

    private static void send(IngestPair ingest, KafkaProducer<byte[], byte[]> producer, int partition, String uri) {
        byte[] value = new WireFormat<>(Topics.SUBMISSIONS, ingest.registry())
                .encode(Submission.newBuilder()
                        .setSource("test")
                        .setMediaType("text/plain")
                        .setPayload(ByteBuffer.wrap(STORY.getBytes(UTF_8)))
                        .setReceivedAt(Instant.EPOCH)
                        .build());
        var _ = producer.send(new ProducerRecord<>(Topics.SUBMISSIONS.name(), partition, uri.getBytes(UTF_8), value));
    }

    /** Of the article, which is waited for. */
    private static @Nullable String mark(IngestPair ingest, KafkaConsumer<byte[], byte[]> articles, String uri) {
        WireFormat<Article> format = new WireFormat<>(Topics.INGESTED, ingest.registry());
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            for (ConsumerRecord<byte[], byte[]> record : articles.poll(Duration.ofMillis(100))) {
                if (format.decode(record.value()) instanceof Decoded.Value<Article>(Article article)
                        && article.getUri().equals(uri)) {
                    return article.getNearDuplicateOf();
                }
            }
        }
        throw new AssertionError(uri + " did not come within a minute");
    }

    private static KafkaProducer<byte[], byte[]> producer(IngestPair ingest) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", ingest.bootstrap()), new ByteArraySerializer(), new ByteArraySerializer());
    }
}
