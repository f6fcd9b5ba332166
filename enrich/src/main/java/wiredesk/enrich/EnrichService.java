package wiredesk.enrich;

import java.util.List;
import wiredesk.runtime.Service;
import wiredesk.runtime.ServiceProcess;
import wiredesk.runtime.ServiceSettings;
import wiredesk.runtime.Setting;
import wiredesk.schemas.Topics;
import wiredesk.schemas.wire.SchemaRegistry;
import wiredesk.schemas.wire.WireFormat;

/** The enrich service, ready to be run as a process. */
public final class EnrichService implements Service {

    public static final Setting<Integer> HTTP_PORT = ServiceSettings.httpPort(8082);

    @Override
    public String name() {
        return "enrich";
    }

    @Override
    public String purpose() {
        return "tags articles by the rules that stand on " + Topics.RULES.name();
    }

    @Override
    public List<Setting<?>> settings() {
        return ServiceSettings.with(HTTP_PORT);
    }

    @Override
    public void start(ServiceProcess process) throws InterruptedException {
        process.require(
                List.of(Topics.INGESTED.name(), Topics.ENRICHED.name(), Topics.RULES.name(), Topics.DEAD_LETTERS));
        SchemaRegistry registry = process.owned(new SchemaRegistry(
                process.get(ServiceSettings.REGISTRY), process.settings().registry()));
        process.health().readyWhen("registry", registry::reachable);
        process.serve(HTTP_PORT, routes -> {});

        LiveRules live = new LiveRules(new WireFormat<>(Topics.RULES, registry), process.metrics());
        process.follow(Topics.RULES.name(), live::read, live::rules);
        process.run(new EnrichTopology(registry, live::tagger, process.metrics()));
    }
}
