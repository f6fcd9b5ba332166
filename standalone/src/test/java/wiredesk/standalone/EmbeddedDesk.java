package wiredesk.standalone;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import wiredesk.runtime.Service;
import wiredesk.runtime.ServiceProcess;
import wiredesk.runtime.ServiceSettings;
import wiredesk.runtime.Settings;
import wiredesk.runtime.SystemTime;

/** A desk in this JVM, on ports of its own. */
public final class EmbeddedDesk implements Desk, AutoCloseable {

    private final Standalone standalone;

    public EmbeddedDesk(Path data) throws InterruptedException {
        Path home = Path.of("..").toAbsolutePath().normalize();
        standalone = Standalone.start(
                new Standalone.Options(
                        data,
                        Ports.free(),
                        home.resolve("standalone/target/registry"),
                        home.resolve("taxonomy"),
                        home.resolve("channels")),
                step -> {});
    }

    /**
     * Another instance of one of its services, on a port that is free, once it is ready.
     *
     * @param state its folder
     * @param more settings besides where Kafka and the registry are
     */
    ServiceProcess another(Service service, Path state, Map<String, String> more) throws InterruptedException {
        Map<String, String> written = new HashMap<>(more);
        written.put(ServiceSettings.BOOTSTRAP.name(), bootstrap());
        written.put(ServiceSettings.REGISTRY.name(), registryUrl());
        written.put(ServiceSettings.STATE.name(), state.toString());
        written.put("http.port", "0");
        ServiceProcess process = switch (Settings.read(written, Map.of(), service.settings())) {
            case Settings.Read.Good(Settings settings) -> ServiceProcess.start(service, settings, SystemTime.clock());
            case Settings.Read.Bad(List<String> problems) -> throw new AssertionError(problems);
        };
        await().atMost(Duration.ofMinutes(1)).until(process::isReady);
        return process;
    }

    @Override
    public String gatewayUrl() {
        return standalone.gatewayUrl();
    }

    @Override
    public String bootstrap() {
        return standalone.bootstrap();
    }

    @Override
    public String registryUrl() {
        return standalone.registryUrl();
    }

    @Override
    public void close() {
        standalone.close();
    }
}
