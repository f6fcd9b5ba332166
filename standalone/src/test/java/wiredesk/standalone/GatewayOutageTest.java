package wiredesk.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wiredesk.ingest.IngestService;
import wiredesk.runtime.ServiceProcess;
import wiredesk.runtime.ServiceSettings;
import wiredesk.runtime.Settings;
import wiredesk.runtime.SystemTime;
import wiredesk.schemas.setup.Provision;
import wiredesk.schemas.wire.SchemaRegistry;
import wiredesk.standalone.GatewayApi.Reply;

/** A gateway whose broker goes away and comes back. */
final class GatewayOutageTest implements Desk {

    private static final int AT_ONCE = 16;

    private final Ports ports = Ports.free();

    @TempDir
    private Path folder;

    private EmbeddedRegistry registry;
    private EmbeddedBroker broker;
    private ServiceProcess ingest;

    @BeforeEach
    void start() throws Exception {
        registry = EmbeddedRegistry.start(
                Path.of("target", "registry").toAbsolutePath(),
                folder.resolve("registry"),
                folder.resolve("logs"),
                ports.registry(),
                ports.registryManagement());
        broker = startBroker();
        registry.awaitReady();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap()));
                SchemaRegistry schemas = new SchemaRegistry(registryUrl(), Map.of())) {
            new Provision(admin, schemas, Provision.DEFAULT_PARTITIONS, Optional.of((short) 1)).pipeline();
        }
        IngestService service = new IngestService();
        Map<String, String> written = Map.of(
                ServiceSettings.BOOTSTRAP.name(), bootstrap(),
                ServiceSettings.REGISTRY.name(), registryUrl(),
                ServiceSettings.STATE.name(), folder.resolve("state").toString(),
                IngestService.HTTP_PORT.name(), Integer.toString(ports.gateway()));
        Settings settings = ((Settings.Read.Good) Settings.read(written, Map.of(), service.settings())).settings();
        ingest = ServiceProcess.start(service, settings, SystemTime.clock());
        await().atMost(Duration.ofMinutes(1)).until(ingest::isReady);
    }

    @AfterEach
    void stop() {
        ingest.close();
        broker.close();
        registry.close();
    }

    private EmbeddedBroker startBroker() {
        return EmbeddedBroker.start(folder.resolve("broker"), ports.kafka(), ports.controller(), why -> {});
    }

    @Override
    public String gatewayUrl() {
        return "http://127.0.0.1:" + ports.gateway();
    }

    @Override
    public String bootstrap() {
        return "127.0.0.1:" + ports.kafka();
    }

    @Override
    public String registryUrl() {
        return "http://127.0.0.1:" + ports.registry() + "/apis/ccompat/v7";
    }

    private record Sent(String uri, Reply reply, Duration took) {}

    @Test
    void withTheLogAwayASenderHearsSoInTimeAndNothingThatWasAcceptedIsMissing() throws Exception {
        try (GatewayApi gateway = new GatewayApi(gatewayUrl(), null)) {
            // Given
            List<Sent> before = sendAll(gateway, "before");
            assertThat(before)
                    .allSatisfy(sent -> assertThat(sent.reply().status()).isEqualTo(202));

            // When
            broker.close();
            List<Sent> away = sendAll(gateway, "away");
            broker = startBroker();

            // Then each is told to come again, in 2 s and what a busy machine adds for so many at once
            assertThat(away).allSatisfy(sent -> {
                assertThat(sent.reply().status()).isEqualTo(503);
                assertThat(sent.reply().response().headers().firstValueAsLong("Retry-After"))
                        .hasValue(5);
                assertThat(sent.took()).isLessThan(Duration.ofSeconds(4));
            });
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> send(gateway, "urn:out:back", false).reply().status() == 202);
            List<Sent> after = sendAll(gateway, "after");
            assertThat(after)
                    .allSatisfy(sent -> assertThat(sent.reply().status()).isEqualTo(202));
            try (Submissions log = new Submissions(this)) {
                assertThat(before)
                        .allSatisfy(sent -> assertThat(log.of(sent.uri())).isNotEmpty());
                assertThat(after)
                        .allSatisfy(sent -> assertThat(log.of(sent.uri())).isNotEmpty());
            }
        }
    }

    /** Every fourth with an Idempotency-Key. */
    private static List<Sent> sendAll(GatewayApi gateway, String when) throws Exception {
        List<Callable<Sent>> calls = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            String uri = "urn:out:" + when + "-" + i;
            boolean once = i % 4 == 0;
            calls.add(() -> send(gateway, uri, once));
        }
        List<Sent> sent = new ArrayList<>();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Sent> one : executor.invokeAll(calls)) {
                sent.add(one.get());
            }
        }
        return sent;
    }

    private static Sent send(GatewayApi gateway, String uri, boolean once) throws Exception {
        long begin = System.nanoTime();
        byte[] text = "The harbour is closed.".getBytes(StandardCharsets.UTF_8);
        Reply reply = once
                ? gateway.post("?uri=" + uri, text, "Content-Type", "text/plain", "Idempotency-Key", uri)
                : gateway.post("?uri=" + uri, text, "Content-Type", "text/plain");
        return new Sent(uri, reply, Duration.ofNanos(System.nanoTime() - begin));
    }
}
