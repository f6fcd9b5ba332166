package wiredesk.bench.stream;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import wiredesk.ingest.gateway.Doors;
import wiredesk.runtime.Service;
import wiredesk.runtime.ServiceProcess;
import wiredesk.runtime.ServiceSettings;
import wiredesk.runtime.Setting;
import wiredesk.runtime.Settings;
import wiredesk.runtime.SystemTime;
import wiredesk.schemas.wire.FixedSchemas;

/** A gateway in this process, without the topology that is behind it. */
public final class GatewayProcess implements AutoCloseable {

    private static final Setting<Integer> PORT = ServiceSettings.httpPort(0);

    private final ServiceProcess process;

    private GatewayProcess(ServiceProcess process) {
        this.process = process;
    }

    private record Gateway() implements Service {

        @Override
        public String name() {
            return "gateway";
        }

        @Override
        public String purpose() {
            return "takes articles";
        }

        @Override
        public List<Setting<?>> settings() {
            return ServiceSettings.with(PORT, Doors.SETTINGS.toArray(Setting<?>[]::new));
        }

        @Override
        public void start(ServiceProcess process) throws InterruptedException {
            Doors.open(process, new FixedSchemas(), PORT);
        }
    }

    public static GatewayProcess start(String bootstrap, Path state) throws InterruptedException {
        Service service = new Gateway();
        Map<String, String> written =
                Map.of(ServiceSettings.BOOTSTRAP.name(), bootstrap, ServiceSettings.STATE.name(), state.toString());
        return switch (Settings.read(written, Map.of(), service.settings())) {
            case Settings.Read.Good(Settings settings) ->
                new GatewayProcess(ServiceProcess.start(service, settings, SystemTime.clock()));
            case Settings.Read.Bad(List<String> problems) -> throw new IllegalStateException(problems.toString());
        };
    }

    /** What a producer of the gateway's is given, for one that is to be compared with it. */
    public static Map<String, Object> producer(String bootstrap) {
        return Map.of(
                "bootstrap.servers",
                bootstrap,
                "acks",
                "all",
                "enable.idempotence",
                true,
                "compression.type",
                "lz4",
                "linger.ms",
                2);
    }

    public int port() {
        return process.httpPort();
    }

    @Override
    public void close() {
        process.close();
    }
}
