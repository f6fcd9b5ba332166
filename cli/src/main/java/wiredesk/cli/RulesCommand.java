package wiredesk.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import wiredesk.enrich.RuleFiles;
import wiredesk.schemas.wire.SchemaRegistry;

/** What editors do with rule files. */
@Command(
        name = "rules",
        description = "Tagging rules: their errors, their own examples, how good they are, putting them live.",
        subcommands = {RulesTryCommand.class, RulesEvalCommand.class, RulesFitCommand.class})
final class RulesCommand {

    @Spec
    @SuppressWarnings("NullAway.Init") // by picocli
    private CommandSpec spec;

    @Command(name = "check", description = "Says what is wrong with rule files.")
    int check(
            @Parameters(paramLabel = "FILE", arity = "0..*", description = "files or folders; default: taxonomy/")
                    List<Path> named)
            throws IOException {
        return switch (read(named)) {
            case RuleFiles.Read.Bad bad -> refused(bad);
            case RuleFiles.Read.Good good -> {
                List<String> warnings = RuleFiles.warnings(good);
                warnings.forEach(warning -> say("warning: " + warning));
                say(good.files().size() + " rule files, no errors, " + warnings.size() + " warnings.");
                yield ExitCode.DONE;
            }
        };
    }

    @Command(name = "test", description = "Runs the rule files' own examples.")
    int test(
            @Parameters(paramLabel = "FILE", arity = "0..*", description = "files or folders; default: taxonomy/")
                    List<Path> named)
            throws IOException {
        return switch (read(named)) {
            case RuleFiles.Read.Bad bad -> refused(bad);
            case RuleFiles.Read.Good good -> test(good);
        };
    }

    @Command(name = "apply", description = "Checks and tests rule files, then puts them live.")
    int apply(
            @Parameters(paramLabel = "FILE", arity = "0..*", description = "files or folders; default: taxonomy/")
                    List<Path> named,
            @Option(names = "--force", description = "even when an example fails") boolean force,
            @Mixin Connection connection)
            throws IOException, ExecutionException, InterruptedException {
        return switch (read(named)) {
            case RuleFiles.Read.Bad bad -> refused(bad);
            case RuleFiles.Read.Good good -> apply(good, force, connection);
        };
    }

    @Command(name = "remove", description = "Takes tags out of use: articles that come after it do not get them.")
    int remove(
            @Parameters(paramLabel = "TAG", arity = "1..*", description = "codes, as wiredesk:regulation")
                    List<String> codes,
            @Mixin Connection connection)
            throws ExecutionException, InterruptedException {
        RuleFiles.remove(codes, connection.client());
        say("Removed: " + String.join(", ", codes));
        return ExitCode.DONE;
    }

    private int apply(RuleFiles.Read.Good good, boolean force, Connection connection)
            throws ExecutionException, InterruptedException {
        if (test(good) != ExitCode.DONE && !force) {
            say("Nothing was applied. --force applies it all the same.");
            return ExitCode.REFUSED;
        }
        try (SchemaRegistry registry = connection.registry()) {
            RuleFiles.apply(good, connection.client(), registry);
        }
        say("Live: " + String.join(", ", good.files().keySet()));
        return ExitCode.DONE;
    }

    static RuleFiles.Read read(@Nullable List<Path> named) throws IOException {
        return RuleFiles.read(named == null || named.isEmpty() ? List.of(Home.taxonomy()) : named);
    }

    private int test(RuleFiles.Read.Good good) {
        List<String> failures = RuleFiles.failures(good);
        failures.forEach(this::say);
        int examples = good.files().values().stream()
                .mapToInt(file -> file.rules().examples().size())
                .sum();
        say(examples + " examples, " + failures.size() + " failed.");
        return failures.isEmpty() ? ExitCode.DONE : ExitCode.REFUSED;
    }

    private int refused(RuleFiles.Read.Bad bad) {
        bad.problems().forEach(this::say);
        return ExitCode.REFUSED;
    }

    private void say(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
