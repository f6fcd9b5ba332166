package wiredesk.standalone;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import wiredesk.ingest.IngestService;
import wiredesk.runtime.ServiceProcess;
import wiredesk.runtime.ServiceSettings;
import wiredesk.runtime.Settings;
import wiredesk.runtime.SystemTime;
import wiredesk.schemas.Topics;
import wiredesk.schemas.setup.Provision;
import wiredesk.schemas.wire.SchemaRegistry;

/** A broker, a registry, and two instances of ingest: one in this JVM, and one in a process that can be killed. */
final class IngestPair implements AutoCloseable {

    private static final long PATIENCE_NANOS = 60_000_000_000L;

    private final Path folder;
    private final Ports ports = Ports.free();
    private final EmbeddedRegistry server;
    private final EmbeddedBroker broker;
    private final SchemaRegistry registry;
    private final ServiceProcess here;
    private Process elsewhere;

    IngestPair(Path folder) throws InterruptedException, ExecutionException, IOException {
        this.folder = folder;
        Path home = Path.of("target", "registry").toAbsolutePath();
        server = EmbeddedRegistry.start(
                home, folder.resolve("registry"), folder.resolve("logs"), ports.registry(), ports.registryManagement());
        broker = EmbeddedBroker.start(folder.resolve("broker"), ports.kafka(), ports.controller(), _ -> {});
        server.awaitReady();
        registry = new SchemaRegistry(registryUrl(), Map.of());
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap()))) {
            new Provision(admin, registry, Provision.DEFAULT_PARTITIONS, Optional.of((short) 1)).pipeline();
        }
        IngestService service = new IngestService();
        Settings.Read read = Settings.read(settings("here"), Map.of(), service.settings());
        here = ServiceProcess.start(service, ((Settings.Read.Good) read).settings(), SystemTime.clock());
        elsewhere = startElsewhere();
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (!here.isReady()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("ingest is not ready within a minute");
            }
            LockSupport.parkNanos(10_000_000);
        }
    }

    String bootstrap() {
        return "127.0.0.1:" + ports.kafka();
    }

    SchemaRegistry registry() {
        return registry;
    }

    /** What comes out, from the beginning on, as it is committed. */
    KafkaConsumer<byte[], byte[]> articles() {
        KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap(), "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.INGESTED.name()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }

    /** As by {@code kill -9}: nothing is closed, nothing committed. Then the same instance, on the same folder, again. */
    void killAndRestart() throws InterruptedException, IOException {
        if (!elsewhere.isAlive()) {
            throw new AssertionError("the second instance ended by itself with " + elsewhere.exitValue());
        }
        elsewhere.destroyForcibly().waitFor();
        elsewhere = startElsewhere();
    }

    boolean bothRun() {
        return here.isReady() && elsewhere.isAlive();
    }

    private Process startElsewhere() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                Objects.requireNonNull(System.getProperty("java.class.path")),
                "wiredesk.ingest.IngestMain");
        settings("elsewhere")
                .forEach((name, value) ->
                        builder.environment().put(name.replace('.', '_').toUpperCase(Locale.ROOT), value));
        File log = folder.resolve("elsewhere.log").toFile();
        return builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
    }

    private Map<String, String> settings(String instance) {
        return Map.of(
                ServiceSettings.BOOTSTRAP.name(), bootstrap(),
                ServiceSettings.REGISTRY.name(), registryUrl(),
                ServiceSettings.STATE.name(), folder.resolve(instance).toString(),
                ServiceSettings.INSTANCE.name(), instance,
                IngestService.HTTP_PORT.name(), "0");
    }

    private String registryUrl() {
        return "http://127.0.0.1:" + ports.registry() + "/apis/ccompat/v7";
    }

    @Override
    public void close() {
        elsewhere.destroy();
        elsewhere.onExit().join();
        for (AutoCloseable part : List.of(here, registry, broker, server)) {
            try {
                part.close();
            } catch (Exception e) { // The rest still wants closing.
                throw new AssertionError(e);
            }
        }
    }
}
