package wiredesk.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.internal.FileRecords;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xerial.snappy.Snappy;
import wiredesk.schemas.Topics;

/**
 * Every compression goes through this class path: the artifact that the registry's client comes in carries older
 * natives of zstd and snappy, which would stand before Kafka's.
 */
class CompressionTest {

    private static final int RECORDS = 500;
    private static final long SEED = 7;

    @TempDir
    private static Path folder;

    private static final Ports PORTS = Ports.free();
    private static EmbeddedBroker broker;

    @BeforeAll
    static void start() {
        broker = EmbeddedBroker.start(folder.resolve("broker"), PORTS.kafka(), PORTS.controller(), why -> {});
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @ParameterizedTest
    @CsvSource({
        "zstd, producer, zstd",
        "snappy, producer, snappy",
        "lz4, producer, lz4",
        "gzip, producer, gzip",
        "lz4, gzip, gzip",
        "none, zstd, zstd",
        "zstd, snappy, snappy",
        "snappy, lz4, lz4"
    })
    void recordsComeOutAsTheyWentIn(String sent, String topicsOwn, String kept) throws Exception {
        // Given
        String topic = "sent-" + sent + "-kept-" + topicsOwn;
        create(topic, Map.of("compression.type", topicsOwn));
        List<String> values = new ArrayList<>();
        Random random = new Random(SEED);
        for (int i = 0; i < RECORDS; i++) {
            values.add("Wörter und words ".repeat(random.nextInt(30)) + random.nextLong());
        }

        // When
        List<byte[]> bytes = values.stream().map(value -> value.getBytes(UTF_8)).toList();
        send(topic, sent, bytes);

        // Then
        assertThat(read(topic, RECORDS).stream().map(value -> new String(value, UTF_8)))
                .containsExactlyElementsOf(values);
        assertThat(compressionsOnDisk(topic)).containsExactly(kept);
    }

    @Test
    void theNativesAreThoseOfKafka() {
        assertThat(cameIn(Zstd.class)).startsWith("zstd-jni-");
        assertThat(cameIn(Snappy.class)).startsWith("snappy-java-");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lz4", "zstd", "snappy", "gzip"})
    void theLargestRecordThatAServiceSendsFitsEvenWhenItCannotBeCompressed(String topicsOwn) throws Exception {
        // Given a channel's topic, and a record as large as may be sent
        String topic = "largest-" + topicsOwn;
        Map<String, String> settings = new HashMap<>(Topics.publishedPolicy().settings());
        settings.put("compression.type", topicsOwn);
        create(topic, settings);
        byte[] value = new byte[Topics.MAX_RECORD_BYTES - 200];
        new Random(SEED).nextBytes(value);

        // When
        send(topic, "lz4", List.of(value));

        // Then
        assertThat(read(topic, 1)).containsExactly(value);
    }

    private static String cameIn(Class<?> type) {
        return new File(type.getProtectionDomain().getCodeSource().getLocation().getPath()).getName();
    }

    private static void create(String topic, Map<String, String> settings)
            throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(client(Map.of()))) {
            NewTopic created = new NewTopic(topic, Optional.of(1), Optional.of((short) 1)).configs(settings);
            admin.createTopics(List.of(created)).all().get();
        }
    }

    private static void send(String topic, String compression, List<byte[]> values)
            throws ExecutionException, InterruptedException {
        Map<String, Object> settings = client(
                Map.of("compression.type", compression, "acks", "all", "linger.ms", 50, "max.request.size", 18 << 20));
        List<Future<?>> sent = new ArrayList<>();
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            values.forEach(value -> sent.add(producer.send(new ProducerRecord<>(topic, new byte[] {1}, value))));
            for (Future<?> ack : sent) {
                ack.get();
            }
        }
    }

    private static List<byte[]> read(String topic, int count) {
        List<byte[]> values = new ArrayList<>();
        TopicPartition partition = new TopicPartition(topic, 0);
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                client(Map.of("isolation.level", "read_committed")),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
                for (ConsumerRecord<byte[], byte[]> message : consumer.poll(Duration.ofMillis(100))) {
                    values.add(message.value());
                }
                return values.size() >= count;
            });
        }
        return values;
    }

    private static Set<String> compressionsOnDisk(String topic) throws IOException {
        Set<String> compressions = new HashSet<>();
        try (Stream<Path> files = Files.list(folder.resolve("broker").resolve(topic + "-0"))) {
            for (Path log :
                    files.filter(file -> file.toString().endsWith(".log")).toList()) {
                try (FileRecords records = FileRecords.open(log.toFile(), false)) {
                    records.batches().forEach(batch -> compressions.add(batch.compressionType().name));
                }
            }
        }
        return compressions;
    }

    private static Map<String, Object> client(Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(more);
        settings.put("bootstrap.servers", "127.0.0.1:" + PORTS.kafka());
        return settings;
    }
}
