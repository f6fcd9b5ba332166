package wiredesk.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import wiredesk.publish.ChannelFiles;
import wiredesk.publish.routing.ChannelQuery;
import wiredesk.schemas.setup.Provision;
import wiredesk.schemas.wire.SchemaRegistry;

/** What operators do with channels. */
@Command(name = "channels", description = "Channels: sites' subscriptions.")
final class ChannelsCommand {

    @Spec
    @SuppressWarnings("NullAway.Init") // by picocli
    private CommandSpec spec;

    @Command(name = "apply", description = "Checks channel files, makes their topics and puts them live.")
    int apply(
            @Parameters(paramLabel = "FILE", arity = "0..*", description = "files or folders; default: channels/")
                    List<Path> named,
            @Option(
                            names = "--partitions",
                            paramLabel = "N",
                            defaultValue = "6",
                            description = "of a new channel's topic; default: ${DEFAULT-VALUE}")
                    int partitions,
            @Option(
                            names = "--replication",
                            paramLabel = "N",
                            description = "replication factor; default: the broker's")
                    @Nullable
                    Short replication,
            @Mixin Connection connection)
            throws IOException, ExecutionException, InterruptedException {
        return switch (ChannelFiles.read(named == null || named.isEmpty() ? List.of(Home.channels()) : named)) {
            case ChannelFiles.Read.Bad(List<String> problems) -> {
                say(String.join("\n", problems));
                yield ExitCode.REFUSED;
            }
            case ChannelFiles.Read.Good(List<ChannelQuery> channels) -> {
                try (Admin admin = Admin.create(connection.client());
                        SchemaRegistry registry = connection.registry()) {
                    Provision provision = new Provision(admin, registry, partitions, Optional.ofNullable(replication));
                    ChannelFiles.apply(channels, provision, connection.client(), registry);
                }
                say("Live: " + channels.stream().map(ChannelQuery::name).collect(Collectors.joining(", ")));
                yield ExitCode.DONE;
            }
        };
    }

    private void say(String text) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(text);
        out.flush();
    }
}
