package wiredesk.ingest.gateway;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import wiredesk.runtime.ServiceProcess;
import wiredesk.runtime.ServiceSettings;
import wiredesk.runtime.Setting;
import wiredesk.schemas.Topics;
import wiredesk.schemas.record.RequestClaim;
import wiredesk.schemas.wire.SchemaIds;
import wiredesk.schemas.wire.WireFormat;

/** Opens the doors by which payloads come in. */
public final class Doors {

    private static final Setting<Optional<Path>> KEYS = Setting.file(
            "gateway.keys", "the keys of those who may send, in YAML; empty: whoever reaches the port may");
    private static final Setting<Optional<Path>> FEEDS =
            Setting.file("feeds", "the feeds that are polled for articles, in YAML; empty: none");

    public static final List<Setting<?>> SETTINGS = List.of(KEYS, FEEDS);

    private Doors() {}

    /** Opens them; they close with the process. */
    public static void open(ServiceProcess process, SchemaIds schemas, Setting<Integer> port)
            throws InterruptedException {
        Keys keys =
                process.get(KEYS).map(file -> Keys.read(file, process.clock())).orElseGet(Keys::notAsked);
        List<Feed> feeds = process.get(FEEDS).map(FeedList::read).orElseGet(List::of);
        SubmissionLog log = process.owned(new SubmissionLog(process.client("gateway")));
        WireFormat<RequestClaim> format = new WireFormat<>(Topics.IDEMPOTENCY, schemas);
        ClaimLog claims =
                process.owned(new ClaimLog(process.client("idempotency"), format, process.clock(), process::fail));
        claims.awaitLoaded();
        Idempotency idempotency = new Idempotency(log, format, process.clock(), claims);
        Reception reception = new Reception(log, schemas, process.clock(), process.metrics());
        Gateway gateway = new Gateway(reception, idempotency, keys, process.clock(), process.metrics());
        process.serve(port, gateway::routes);
        if (!feeds.isEmpty()) {
            poll(feeds, process, reception);
        }
    }

    private static void poll(List<Feed> feeds, ServiceProcess process, Reception reception) {
        Path folder = process.get(ServiceSettings.STATE).resolve("ingest").resolve("feeds");
        List<FeedPoller> pollers = feeds.stream()
                .map(feed -> new FeedPoller(
                        feed,
                        new FeedClient(
                                feed,
                                InetAddress::getAllByName,
                                Addresses::notPublic,
                                FeedClient.Limits.USUAL,
                                process.clock()),
                        FeedMemory.of(feed, folder),
                        reception::take,
                        process.clock(),
                        process.metrics()))
                .toList();
        FeedShares shares = process.owned(new FeedShares(process.client("feeds")));
        process.owned(new Feeds(pollers, shares, process.clock(), process::fail))
                .start();
    }
}
