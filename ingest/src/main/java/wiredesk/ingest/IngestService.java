package wiredesk.ingest;

import java.util.List;
import wiredesk.ingest.copy.Languages;
import wiredesk.ingest.gateway.Doors;
import wiredesk.runtime.Service;
import wiredesk.runtime.ServiceProcess;
import wiredesk.runtime.ServiceSettings;
import wiredesk.runtime.Setting;
import wiredesk.schemas.Topics;
import wiredesk.schemas.wire.SchemaRegistry;

/** The ingest service, ready to be run as a process: the gateway and the topology behind it. */
public final class IngestService implements Service {

    public static final Setting<Integer> HTTP_PORT = ServiceSettings.httpPort(8080);

    @Override
    public String name() {
        return "ingest";
    }

    @Override
    public String purpose() {
        return "takes what newsrooms send and puts each article's versions in order";
    }

    @Override
    public List<Setting<?>> settings() {
        return ServiceSettings.with(HTTP_PORT, Doors.SETTINGS.toArray(Setting<?>[]::new));
    }

    @Override
    public void start(ServiceProcess process) throws InterruptedException {
        process.require(List.of(
                Topics.SUBMISSIONS.name(),
                Topics.IDEMPOTENCY.name(),
                Topics.INGESTED.name(),
                Topics.SIGNATURES.name(),
                Topics.DEAD_LETTERS));
        SchemaRegistry registry = process.owned(new SchemaRegistry(
                process.get(ServiceSettings.REGISTRY), process.settings().registry()));
        process.health().readyWhen("registry", registry::reachable);
        Doors.open(process, registry, HTTP_PORT);
        Languages.load();
        process.run(new IngestTopology(registry, process.metrics()));
    }
}
