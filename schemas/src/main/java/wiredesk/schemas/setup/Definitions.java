package wiredesk.schemas.setup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import wiredesk.schemas.Topic;
import wiredesk.schemas.Topics;
import wiredesk.schemas.wire.SchemaIds;
import wiredesk.schemas.wire.WireFormat;

/** Puts what operators and editors write, rules and channels, from files on the topic that the services follow. */
public final class Definitions {

    private Definitions() {}

    /**
     * The YAML files that are named: files as they are, folders as the {@code .yaml} and {@code .yml} in them and in their
     * folders.
     */
    public static List<Path> files(List<Path> named) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path path : named) {
            if (!Files.isDirectory(path)) {
                files.add(path);
                continue;
            }
            try (Stream<Path> entries = Files.walk(path, FileVisitOption.FOLLOW_LINKS)) {
                entries.filter(entry -> entry.toString().matches(".*\\.ya?ml") && Files.isRegularFile(entry))
                        .sorted()
                        .forEach(files::add);
            }
        }
        return files;
    }

    /** Why a file cannot be read, for people. */
    public static String unreadable(Path file, IOException e) {
        return file + (e instanceof CharacterCodingException ? ": is no text in UTF-8" : ": cannot be read: " + e);
    }

    /**
     * Puts the values under their keys; returns when all in-sync replicas have them.
     *
     * @param client settings of a Kafka client: where the brokers are, and how to reach them
     */
    public static <T extends SpecificRecord> void put(
            Topic<T> topic, Map<String, T> values, Map<String, Object> client, SchemaIds schemas)
            throws ExecutionException, InterruptedException {
        WireFormat<T> format = new WireFormat<>(topic, schemas);
        Map<String, byte[]> encoded = new HashMap<>();
        values.forEach((key, value) -> encoded.put(key, format.encode(value)));
        send(topic, encoded, client);
    }

    /** Takes what stands under the keys away; returns when all in-sync replicas know. */
    public static void remove(Topic<?> topic, Collection<String> keys, Map<String, Object> client)
            throws ExecutionException, InterruptedException {
        Map<String, byte @Nullable []> tombstones = new HashMap<>();
        keys.forEach(key -> tombstones.put(key, null));
        send(topic, tombstones, client);
    }

    private static void send(
            Topic<?> topic, Map<String, ? extends byte @Nullable []> values, Map<String, Object> client)
            throws ExecutionException, InterruptedException {
        Map<String, Object> settings = new HashMap<>(client);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topics.MAX_RECORD_BYTES);
        List<Future<?>> sent = new ArrayList<>();
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            values.forEach((key, value) ->
                    sent.add(producer.send(new ProducerRecord<>(topic.name(), key.getBytes(UTF_8), value))));
            for (Future<?> ack : sent) {
                ack.get();
            }
        }
    }
}
