package wiredesk.cli;

import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;
import wiredesk.runtime.PlatformException;
import wiredesk.schemas.wire.RegistryUnavailableException;

/** The command line of Wiredesk. */
@Command(
        name = "wiredesk",
        description = "The wire desk of a newsroom, as software.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:done",
            "1:an input was refused",
            "2:wrong usage",
            "3:a platform (this machine, Kafka, the registry) that cannot be had"
        },
        subcommands = {
            UpCommand.class,
            DemoCommand.class,
            ParseCommand.class,
            SubmitCommand.class,
            TailCommand.class,
            ProvisionCommand.class,
            RulesCommand.class,
            ChannelsCommand.class
        })
final class Wiredesk {

    private Wiredesk() {}

    public static void main(String[] args) {
        Logs.quiet();
        int status = ExitCode.PLATFORM;
        try {
            status = commandLine().execute(args);
        } finally { // Whatever escaped, threads of a half-started desk must not keep the process.
            System.exit(status);
        }
    }

    static CommandLine commandLine() {
        return new CommandLine(new Wiredesk())
                .setExecutionExceptionHandler((failure, command, parsed) -> report(failure, command))
                .setUsageHelpAutoWidth(true);
    }

    private static int report(Exception failure, CommandLine command) {
        Throwable cause =
                failure instanceof ExecutionException && failure.getCause() != null ? failure.getCause() : failure;
        String message = switch (cause) {
            case PlatformException e -> e.getMessage();
            case InputException e -> e.getMessage();
            case RegistryUnavailableException e -> e.getMessage();
            case KafkaException e -> "Kafka does not do it: " + innermost(e).getMessage();
            default -> cause.toString();
        };
        command.getErr().println(command.getColorScheme().errorText("wiredesk: " + message));
        return cause instanceof InputException ? ExitCode.REFUSED : ExitCode.PLATFORM;
    }

    /** Kafka's clients wrap what is wrong in what they were doing. */
    private static Throwable innermost(Throwable failure) {
        Throwable inner = failure;
        while (inner.getCause() != null) {
            inner = inner.getCause();
        }
        return inner;
    }
}
