package wiredesk.standalone;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wiredesk.enrich.EnrichService;
import wiredesk.enrich.RuleFiles;
import wiredesk.ingest.IngestService;
import wiredesk.publish.ChannelFiles;
import wiredesk.publish.PublishService;
import wiredesk.runtime.PlatformException;
import wiredesk.runtime.Service;
import wiredesk.runtime.ServiceProcess;
import wiredesk.runtime.ServiceSettings;
import wiredesk.runtime.Settings;
import wiredesk.runtime.SystemTime;
import wiredesk.schemas.setup.Provision;
import wiredesk.schemas.wire.SchemaRegistry;

/** A running Wiredesk in one JVM. Closing it stops everything, the registry's process too, and keeps the data. */
public final class Standalone implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Standalone.class);
    private static final long READY_WITHIN_NANOS = 60_000_000_000L;
    private static final long LOOK_EVERY_NANOS = 20_000_000L;

    private final Options options;
    private final Consumer<String> progress;
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final CompletableFuture<Throwable> failure = new CompletableFuture<>();
    private volatile boolean closing;

    /**
     * What to run with.
     *
     * @param data where everything that outlives the run is kept
     * @param registryHome the unpacked registry
     * @param taxonomy the folder with the tags' rule files, put live at the start
     * @param channels the folder with the channels' files, put live at the start
     */
    public record Options(Path data, Ports ports, Path registryHome, Path taxonomy, Path channels) {}

    private Standalone(Options options, Consumer<String> progress) {
        this.options = options;
        this.progress = progress;
    }

    /**
     * Starts everything; returns when an article can be taken.
     *
     * @param progress hears what is being done, in a word or two
     * @throws PlatformException when something cannot be had; then nothing is left running
     */
    public static Standalone start(Options options, Consumer<String> progress) throws InterruptedException {
        Standalone standalone = new Standalone(options, progress);
        boolean started = false;
        try {
            standalone.start();
            started = true;
            return standalone;
        } catch (IOException | ExecutionException e) {
            throw new PlatformException("Start-up failed: " + e.getMessage(), e);
        } finally {
            if (!started) {
                standalone.close();
            }
        }
    }

    public String bootstrap() {
        return "127.0.0.1:" + options.ports().kafka();
    }

    public String registryUrl() {
        return "http://127.0.0.1:" + options.ports().registry() + "/apis/ccompat/v7";
    }

    public String gatewayUrl() {
        return "http://127.0.0.1:" + options.ports().gateway();
    }

    /** Completes when a part of it cannot go on, with the reason. */
    public CompletableFuture<Throwable> failure() {
        return failure;
    }

    private void start() throws IOException, ExecutionException, InterruptedException {
        Ports ports = options.ports();
        DataFolder data = owned(DataFolder.take(options.data()));
        ports.requireFree();

        progress.accept("registry and broker");
        EmbeddedRegistry registry = owned(EmbeddedRegistry.start(
                options.registryHome(), data.registry(), data.logs(), ports.registry(), ports.registryManagement()));
        registry.onEnd(() -> fail(new PlatformException("The registry ended. Its log is in " + data.logs())));
        owned(EmbeddedBroker.start(data.broker(), ports.kafka(), ports.controller(), this::fail));
        registry.awaitReady();

        progress.accept("topics, schemas, rules, channels");
        setUp();

        progress.accept("services");
        List<ServiceProcess> services = List.of(
                run(new IngestService(), IngestService.HTTP_PORT.name(), ports.gateway(), data),
                run(new EnrichService(), EnrichService.HTTP_PORT.name(), ports.enrich(), data),
                run(new PublishService(), PublishService.HTTP_PORT.name(), ports.publish(), data));
        awaitReady(services);
    }

    private void setUp() throws IOException, ExecutionException, InterruptedException {
        Map<String, Object> client = Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap());
        try (Admin admin = Admin.create(client);
                SchemaRegistry registry = new SchemaRegistry(registryUrl(), Map.of())) {
            Provision provision = new Provision(admin, registry, Provision.DEFAULT_PARTITIONS, Optional.of((short) 1));
            provision.pipeline().forEach(log::info);
            switch (RuleFiles.read(List.of(options.taxonomy()))) {
                case RuleFiles.Read.Bad(List<String> problems) -> throw refused("rules", problems);
                case RuleFiles.Read.Good good -> RuleFiles.apply(good, client, registry);
            }
            switch (ChannelFiles.read(List.of(options.channels()))) {
                case ChannelFiles.Read.Bad(List<String> problems) -> throw refused("channels", problems);
                case ChannelFiles.Read.Good good -> ChannelFiles.apply(good.channels(), provision, client, registry);
            }
        }
    }

    private static PlatformException refused(String what, List<String> problems) {
        return new PlatformException("The " + what + " cannot be put live:\n  " + String.join("\n  ", problems));
    }

    private ServiceProcess run(Service service, String portSetting, int port, DataFolder data)
            throws InterruptedException {
        Map<String, String> written = new HashMap<>();
        written.put(ServiceSettings.BOOTSTRAP.name(), bootstrap());
        written.put(ServiceSettings.REGISTRY.name(), registryUrl());
        written.put(ServiceSettings.STATE.name(), data.state().toString());
        written.put(portSetting, Integer.toString(port));
        ServiceProcess process = switch (Settings.read(written, Map.of(), service.settings())) {
            case Settings.Read.Good(Settings settings) ->
                owned(ServiceProcess.start(service, settings, SystemTime.clock()));
            case Settings.Read.Bad(List<String> problems) -> throw refused("settings", problems);
        };
        var _ = process.failure().thenAccept(this::fail);
        return process;
    }

    private void awaitReady(List<ServiceProcess> services) {
        long deadline = System.nanoTime() + READY_WITHIN_NANOS;
        while (!services.stream().allMatch(ServiceProcess::isReady)) {
            if (failure.isDone()) {
                throw new PlatformException(
                        "A service did not start: " + failure.join().getMessage(), failure.join());
            }
            if (System.nanoTime() > deadline) {
                throw new PlatformException("The services were not ready in time. The log is in " + options.data());
            }
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
        }
    }

    private void fail(Throwable why) {
        if (!closing) { // While it is closing, parts end because they are told to.
            failure.complete(why);
        }
    }

    private <T extends AutoCloseable> T owned(T part) {
        parts.push(part);
        return part;
    }

    @Override
    public synchronized void close() {
        closing = true;
        while (!parts.isEmpty()) {
            AutoCloseable part = parts.pop();
            try {
                part.close();
            } catch (Exception e) { // The rest still wants closing.
                log.warn("closing {}", part, e);
            }
        }
    }
}
