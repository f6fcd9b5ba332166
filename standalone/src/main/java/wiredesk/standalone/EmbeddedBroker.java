package wiredesk.standalone;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wiredesk.runtime.PlatformException;

/** One KRaft broker, its own controller, in this JVM. */
public final class EmbeddedBroker implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedBroker.class);
    private static final String CONTROLLER_LISTENER = "CONTROLLER";

    private final KafkaRaftServer server;

    private EmbeddedBroker(KafkaRaftServer server) {
        this.server = server;
    }

    /**
     * Starts it.
     *
     * @param onEnd hears when it cannot go on
     */
    public static EmbeddedBroker start(Path folder, int port, int controllerPort, Consumer<Throwable> onEnd) {
        // Kafka would end the JVM over its own troubles; ours are to be told in our words.
        Exit.setExitProcedure((status, message) -> refuseToEnd(status, message, onEnd));
        Exit.setHaltProcedure((status, message) -> refuseToEnd(status, message, onEnd));
        if (Files.notExists(folder.resolve("meta.properties"))) {
            format(folder);
        }
        KafkaRaftServer server =
                new KafkaRaftServer(new KafkaConfig(settings(folder, port, controllerPort), false), Time.SYSTEM);
        try {
            server.startup();
            return new EmbeddedBroker(server);
        } catch (RuntimeException e) {
            server.shutdown();
            throw new PlatformException("The broker does not start: " + e.getMessage(), e);
        }
    }

    /** Once: a folder that was formatted keeps its cluster's id. */
    private static void format(Path folder) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try {
            new Formatter()
                    .setPrintStream(new PrintStream(said, true, StandardCharsets.UTF_8))
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(1)
                    .setReleaseVersion(MetadataVersion.latestProduction())
                    .setControllerListenerName(CONTROLLER_LISTENER)
                    .setMetadataLogDirectory(folder.toString())
                    .addDirectory(folder.toString())
                    .run();
            log.debug("{}", said.toString(StandardCharsets.UTF_8));
        } catch (Exception e) {
            throw new PlatformException("The broker's folder " + folder + " cannot be prepared: " + e.getMessage(), e);
        }
    }

    private static Map<String, String> settings(Path folder, int port, int controllerPort) {
        Map<String, String> settings = new HashMap<>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        settings.put("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("controller.listener.names", CONTROLLER_LISTENER);
        settings.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        settings.put("log.dirs", folder.toString());
        settings.put("auto.create.topics.enable", "false");

        settings.put("offsets.topic.replication.factor", "1");
        settings.put("offsets.topic.num.partitions", "5");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("transaction.state.log.num.partitions", "5");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");

        // After a kill -9 the controller waits for the old broker's session to end: 9 s by default.
        settings.put("broker.session.timeout.ms", "1500");
        settings.put("broker.heartbeat.interval.ms", "300");
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("log.cleaner.dedupe.buffer.size", Integer.toString(8 << 20));
        return settings;
    }

    private static void refuseToEnd(int status, String message, Consumer<Throwable> onEnd) {
        log.error("Kafka would have ended this process with status {}: {}", status, message);
        PlatformException why = new PlatformException("The broker cannot go on (status " + status + "): " + message);
        onEnd.accept(why);
        throw why;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
