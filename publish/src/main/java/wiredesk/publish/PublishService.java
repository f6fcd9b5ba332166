package wiredesk.publish;

import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wiredesk.runtime.Service;
import wiredesk.runtime.ServiceProcess;
import wiredesk.runtime.ServiceSettings;
import wiredesk.runtime.Setting;
import wiredesk.schemas.Topics;
import wiredesk.schemas.record.Channel;
import wiredesk.schemas.wire.Decoded;
import wiredesk.schemas.wire.SchemaRegistry;
import wiredesk.schemas.wire.WireFormat;

/** The publish service, ready to be run as a process. */
public final class PublishService implements Service {

    public static final Setting<Integer> HTTP_PORT = ServiceSettings.httpPort(8083);

    private static final Logger log = LoggerFactory.getLogger(PublishService.class);

    @Override
    public String name() {
        return "publish";
    }

    @Override
    public String purpose() {
        return "sends every channel what it is owed, when it is owed";
    }

    @Override
    public List<Setting<?>> settings() {
        return ServiceSettings.with(HTTP_PORT);
    }

    @Override
    public void start(ServiceProcess process) throws InterruptedException {
        process.require(List.of(Topics.ENRICHED.name(), Topics.CHANNELS.name(), Topics.DEAD_LETTERS));
        SchemaRegistry registry = process.owned(new SchemaRegistry(
                process.get(ServiceSettings.REGISTRY), process.settings().registry()));
        process.health().readyWhen("registry", registry::reachable);
        process.serve(HTTP_PORT, routes -> {});

        Admin admin = process.owned(Admin.create(process.client("channels")));
        ChannelDirectory directory = new ChannelDirectory(admin, new PublishFormats(registry));
        WireFormat<Channel> format = new WireFormat<>(Topics.CHANNELS, registry);
        process.follow(Topics.CHANNELS.name(), (name, value) -> read(format, name, value), directory::channels);
        process.run(new PublishTopology(registry, directory::routes, process.clock(), process.metrics()));
    }

    private static Optional<Channel> read(WireFormat<Channel> format, String name, byte[] value) {
        return switch (format.decode(value)) {
            case Decoded.Value<Channel>(Channel channel) ->
                channel.getName().equals(name)
                        ? Optional.of(channel)
                        : refused(name, "it is that of " + channel.getName());
            case Decoded.Poison<Channel>(String reason) -> refused(name, reason);
        };
    }

    private static Optional<Channel> refused(String name, String why) {
        log.error("Channel {} stays as it was, its new definition cannot be used: {}", name, why);
        return Optional.empty();
    }
}
