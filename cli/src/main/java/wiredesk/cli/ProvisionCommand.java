package wiredesk.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import wiredesk.schemas.setup.Provision;
import wiredesk.schemas.wire.SchemaRegistry;

/** Makes what the services need and do not make by themselves. */
@Command(
        name = "provision",
        description = "Creates the topics with their policies and registers the schemas, where they are missing: the"
                + " services never do. Run again, it changes nothing.")
final class ProvisionCommand implements Callable<Integer> {

    @Mixin
    private Connection connection = new Connection();

    @Option(
            names = "--partitions",
            paramLabel = "N",
            defaultValue = "6",
            description =
                    "of topics of articles; the most instances that a service can have; default: ${DEFAULT-VALUE}")
    private int partitions;

    @Option(names = "--replication", paramLabel = "N", description = "replication factor; default: the broker's")
    private @Nullable Short replication;

    @Spec
    @SuppressWarnings("NullAway.Init") // by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws ExecutionException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        try (Admin admin = Admin.create(connection.client());
                SchemaRegistry registry = connection.registry()) {
            List<String> changes =
                    new Provision(admin, registry, partitions, Optional.ofNullable(replication)).pipeline();
            changes.forEach(out::println);
            out.println(changes.isEmpty() ? "Everything was there already." : "Provisioned.");
        }
        out.flush();
        return ExitCode.DONE;
    }
}
