package wiredesk.ingest.gateway;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import wiredesk.runtime.ServiceProcess;
import wiredesk.runtime.Setting;
import wiredesk.schemas.wire.SchemaIds;

/** Opens the doors by which payloads come in. */
public final class Doors {

    /** Empty: no keys are asked. */
    private static final Setting<Optional<Path>> KEYS = new Setting<>(
            "gateway.keys",
            "",
            "a file",
            "the keys of those who may send, in YAML; empty: whoever reaches the port may",
            text -> text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text)));

    public static final List<Setting<?>> SETTINGS = List.of(KEYS);

    private Doors() {}

    /** Opens them; they close with the process. */
    public static void open(ServiceProcess process, SchemaIds schemas, Setting<Integer> port)
            throws InterruptedException {
        Keys keys =
                process.get(KEYS).map(file -> Keys.read(file, process.clock())).orElseGet(Keys::notAsked);
        SubmissionLog log = process.owned(new SubmissionLog(process.client("gateway")));
        Idempotency idempotency = process.owned(
                new Idempotency(process.client("idempotency"), schemas, log, process.clock(), process::fail));
        idempotency.awaitLoaded();
        Reception reception = new Reception(log, schemas, process.clock(), process.metrics());
        Gateway gateway = new Gateway(reception, idempotency, keys, process.clock(), process.metrics());
        process.serve(port, gateway::routes);
    }
}
