package wiredesk.runtime;

import io.javalin.config.JavalinConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running service: owns everything that it started, and closes it in the reverse order. */
public final class ServiceProcess implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ServiceProcess.class);
    private static final int KAFKA_ANSWERS_WITHIN_SECONDS = 30;
    private static final int INSTANCE_ID_BYTES = 8;

    private final Service service;
    private final Settings settings;
    private final InstantSource clock;
    private final Health health = new Health();
    private final Metrics metrics;
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final CompletableFuture<Throwable> failure = new CompletableFuture<>();
    private int httpPort;
    private volatile @Nullable StreamsRunner runner;

    private ServiceProcess(Service service, Settings settings, InstantSource clock) {
        this.service = service;
        this.settings = settings;
        this.clock = clock;
        this.metrics = owned(new Metrics(service.name()));
        health.readyWhen("streams", this::streamsRun);
    }

    /**
     * Starts the service.
     *
     * @throws PlatformException when Kafka or a port cannot be had
     */
    public static ServiceProcess start(Service service, Settings settings, InstantSource clock)
            throws InterruptedException {
        ServiceProcess process = new ServiceProcess(service, settings, clock);
        boolean started = false;
        try {
            service.start(process);
            started = true;
            return process;
        } finally {
            if (!started) {
                process.close();
            }
        }
    }

    public <T> T get(Setting<T> setting) {
        return settings.get(setting);
    }

    public Settings settings() {
        return settings;
    }

    public InstantSource clock() {
        return clock;
    }

    public Health health() {
        return health;
    }

    public Metrics metrics() {
        return metrics;
    }

    public int httpPort() {
        return httpPort;
    }

    /** Settings for a plain Kafka client of this service: where the brokers are, and all that the operator passes. */
    public Map<String, Object> client(String role) {
        Map<String, Object> client = new HashMap<>(settings.kafka());
        client.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, settings.get(ServiceSettings.BOOTSTRAP));
        client.put(CommonClientConfigs.CLIENT_ID_CONFIG, "wiredesk-" + service.name() + "-" + role);
        return client;
    }

    /** Makes sure that Kafka answers and has the topics, so that a service fails at its start and with a reason. */
    public void require(Collection<String> topics) throws InterruptedException {
        Set<String> missing = new TreeSet<>(topics);
        try (Admin admin = Admin.create(client("start"))) {
            missing.removeAll(admin.listTopics().names().get(KAFKA_ANSWERS_WITHIN_SECONDS, TimeUnit.SECONDS));
        } catch (ExecutionException | TimeoutException e) {
            throw new PlatformException(
                    "Kafka at " + settings.get(ServiceSettings.BOOTSTRAP) + " does not answer: " + e, e);
        }
        if (!missing.isEmpty()) {
            throw new PlatformException("Kafka lacks the topics " + missing + ". Make them first: wiredesk provision");
        }
    }

    /** Follows a small topic; returns when all that stands in it has been read. */
    public <V> void follow(String topic, TopicTable.Reader<V> reader, Consumer<Map<String, V>> onChange)
            throws InterruptedException {
        Map<String, Object> client = client("table");
        client.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        client.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        client.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        owned(new TopicTable<>(topic, client, reader, onChange, this::fail)).awaitLoaded();
    }

    /** Opens the HTTP side, with the service's own routes besides health and metrics. */
    public void serve(Setting<Integer> port, Consumer<JavalinConfig> routes) {
        HttpServer server = owned(
                HttpServer.start(settings.get(ServiceSettings.HTTP_HOST), settings.get(port), health, metrics, routes));
        httpPort = server.port();
        log.info("{} listens on port {}", service.name(), httpPort);
    }

    /** Runs the topology; the service is ready while it does. */
    public void run(Supplier<Topology> topology) {
        Path stateFolder = settings.get(ServiceSettings.STATE).resolve(service.name());
        Map<String, Object> passed = new HashMap<>(settings.kafka());
        passed.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, settings.get(ServiceSettings.BOOTSTRAP));
        Map<String, Object> streams =
                StreamsRunner.settings("wiredesk-" + service.name(), instanceId(stateFolder), stateFolder, passed);
        StreamsRunner runner = owned(new StreamsRunner(topology.get(), streams, metrics, this::fail));
        this.runner = runner;
        runner.start();
    }

    private boolean streamsRun() {
        StreamsRunner started = runner;
        return started != null && started.isRunning();
    }

    /** Has something closed with the process. */
    public <T extends AutoCloseable> T owned(T part) {
        parts.push(part);
        return part;
    }

    /** Says that the service cannot go on. Whoever runs it then ends it. */
    public void fail(Throwable why) {
        health.failed();
        log.error("{} cannot go on", service.name(), why);
        failure.complete(why);
    }

    /** Completes when the service cannot go on, with the reason. */
    public CompletableFuture<Throwable> failure() {
        return failure;
    }

    public boolean isReady() {
        return health.isReady();
    }

    /** Kept beside the state that it stands for: an instance that comes back is known at once, and gets its own back. */
    private String instanceId(Path stateFolder) {
        String given = settings.get(ServiceSettings.INSTANCE);
        if (!given.isEmpty()) {
            return given;
        }
        Path file = stateFolder.resolve("instance-id");
        try {
            if (Files.notExists(file)) {
                Files.createDirectories(stateFolder);
                Files.writeString(file, service.name() + "-" + SystemTime.randomHex(INSTANCE_ID_BYTES));
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new PlatformException(
                    "The folder " + stateFolder + " cannot be written; choose another with state.dir", e);
        }
    }

    @Override
    public synchronized void close() {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) { // The rest still wants closing.
                log.warn("{}: closing", service.name(), e);
            }
        }
    }
}
