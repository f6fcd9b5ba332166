package wiredesk.cli;

import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.RestartPolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.startupcheck.OneShotStartupCheckStrategy;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.containers.wait.strategy.WaitStrategy;
import org.testcontainers.images.builder.ImageFromDockerfile;
import org.testcontainers.lifecycle.Startables;
import wiredesk.standalone.Desk;
import wiredesk.standalone.Ports;

/** The desk in containers as {@code docker-compose.yml} has it: broker, registry, our own images, on one network. */
final class ContainerDesk implements Desk, AutoCloseable {

    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    /** Generous: the services start at once and take a minute on two cores, longer where these have other work. */
    private static final Duration STARTS_WITHIN = Duration.ofMinutes(5);

    private static final String BASE =
            Optional.ofNullable(System.getenv("WIREDESK_BASE")).orElse("eclipse-temurin:25-jre");
    private static final int HTTP = 8080;
    private static final int REGISTRY_MANAGEMENT = 9000;
    private static final Map<String, String> CLIENTS = Map.of(
            "KAFKA_BOOTSTRAP_SERVERS", "broker:19092",
            "SCHEMA_REGISTRY_URL", "http://registry:8080/apis/ccompat/v7");

    private final Deque<Runnable> stops = new ArrayDeque<>();
    private final Network network = network();
    private final String bootstrap = DockerClientFactory.instance().dockerHostIpAddress() + ":"
            + Ports.free().kafka();
    private final GenericContainer<?> registry = registry();
    private final GenericContainer<?> ingest = service("ingest");

    private ContainerDesk() {}

    static boolean hasEngine() {
        return DockerClientFactory.instance().isDockerAvailable();
    }

    /** Starts everything; what was started is gone again where something does not start. */
    static ContainerDesk start() {
        ContainerDesk desk = new ContainerDesk();
        boolean started = false;
        try {
            desk.startInOrder();
            started = true;
            return desk;
        } finally {
            if (!started) {
                desk.close();
            }
        }
    }

    private void startInOrder() {
        broker().start();
        registry.start();
        setUp().start();
        Startables.deepStart(ingest, service("enrich"), service("publish")).join();
    }

    private Network network() {
        Network made = Network.newNetwork();
        stops.push(made::close);
        return made;
    }

    /** With a listener for each side. The host's has to name the port that the host sees, so that one is chosen here. */
    private GenericContainer<?> broker() {
        GenericContainer<?> broker = container(new GenericContainer<>("apache/kafka:4.3.1"), "broker")
                .withEnv("KAFKA_NODE_ID", "1")
                .withEnv("KAFKA_PROCESS_ROLES", "broker,controller")
                .withEnv("KAFKA_CONTROLLER_QUORUM_VOTERS", "1@localhost:9093")
                .withEnv("KAFKA_CONTROLLER_LISTENER_NAMES", "CONTROLLER")
                .withEnv("KAFKA_INTER_BROKER_LISTENER_NAME", "CONTAINERS")
                .withEnv(
                        "KAFKA_LISTENER_SECURITY_PROTOCOL_MAP",
                        "CONTAINERS:PLAINTEXT,HOST:PLAINTEXT,CONTROLLER:PLAINTEXT")
                .withEnv("KAFKA_LISTENERS", "CONTAINERS://:19092,HOST://:9092,CONTROLLER://localhost:9093")
                .withEnv("KAFKA_ADVERTISED_LISTENERS", "CONTAINERS://broker:19092,HOST://" + bootstrap)
                .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                .withEnv("KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR", "1")
                .withEnv("KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR", "1")
                .withEnv("KAFKA_TRANSACTION_STATE_LOG_MIN_ISR", "1")
                .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0")
                .waitingFor(within(Wait.forSuccessfulCommand("nc -z localhost 9092")));
        broker.setPortBindings(List.of(bootstrap.substring(bootstrap.lastIndexOf(':') + 1) + ":9092"));
        return broker;
    }

    private GenericContainer<?> registry() {
        return container(new GenericContainer<>("apicurio/apicurio-registry:3.3.3"), "registry")
                .withEnv("APICURIO_STORAGE_KIND", "kafkasql")
                .withEnv("APICURIO_KAFKASQL_BOOTSTRAP_SERVERS", "broker:19092")
                .withEnv("APICURIO_KAFKASQL_CONSUMER_POLL_TIMEOUT", "100")
                .withExposedPorts(HTTP, REGISTRY_MANAGEMENT)
                .waitingFor(within(Wait.forHttp("/health/ready").forPort(REGISTRY_MANAGEMENT)));
    }

    private GenericContainer<?> setUp() {
        return container(new GenericContainer<>(image("cli")), "setup")
                .withEnv(CLIENTS)
                .withCreateContainerCmdModifier(create -> create.withEntrypoint(
                        "sh", "-ec", "wiredesk provision; wiredesk rules apply; wiredesk channels apply"))
                .withStartupCheckStrategy(new OneShotStartupCheckStrategy().withTimeout(STARTS_WITHIN));
    }

    /**
     * Waits for the image's own health check, which is thereby tested too. A service that finds the platform in trouble
     * stops and is started again, as by compose.
     */
    private GenericContainer<?> service(String name) {
        return container(new GenericContainer<>(image(name)), name)
                .withEnv(CLIENTS)
                .withExposedPorts(HTTP)
                .withCreateContainerCmdModifier(create -> Optional.ofNullable(create.getHostConfig())
                        .orElseThrow()
                        .withRestartPolicy(RestartPolicy.unlessStoppedRestart()))
                .waitingFor(within(Wait.forHealthcheck()));
    }

    /** Of what the Dockerfile copies and nothing else, so that not all of target/ is sent to the engine. */
    private ImageFromDockerfile image(String service) {
        String jar = service + "/target/wiredesk-" + service + ".jar";
        String name = "wiredesk-it/" + service;
        stops.push(() -> remove(name));
        return new ImageFromDockerfile(name)
                .withFileFromPath("Dockerfile", HOME.resolve("Dockerfile"))
                .withFileFromPath(jar, HOME.resolve(jar))
                .withFileFromPath(service + "/target/lib", HOME.resolve(service + "/target/lib"))
                .withFileFromPath("taxonomy", HOME.resolve("taxonomy"))
                .withFileFromPath("channels", HOME.resolve("channels"))
                .withBuildArg("SERVICE", service)
                .withBuildArg("BASE", BASE);
    }

    private static void remove(String image) {
        try {
            DockerClientFactory.lazyClient()
                    .removeImageCmd(image)
                    .withForce(true)
                    .exec();
        } catch (NotFoundException e) {
            // It was never built.
        }
    }

    private GenericContainer<?> container(GenericContainer<?> container, String alias) {
        stops.push(container::close);
        container.withNetwork(network).withNetworkAliases(alias);
        return container;
    }

    private static WaitStrategy within(WaitStrategy strategy) {
        return strategy.withStartupTimeout(STARTS_WITHIN);
    }

    private static String address(GenericContainer<?> container) {
        return "http://" + container.getHost() + ":" + container.getMappedPort(HTTP);
    }

    @Override
    public String gatewayUrl() {
        return address(ingest);
    }

    @Override
    public String bootstrap() {
        return bootstrap;
    }

    @Override
    public String registryUrl() {
        return address(registry) + "/apis/ccompat/v7";
    }

    @Override
    public void close() {
        while (!stops.isEmpty()) {
            stops.pop().run();
        }
    }
}
