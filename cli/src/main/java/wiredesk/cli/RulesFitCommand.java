package wiredesk.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import wiredesk.enrich.RuleFiles;
import wiredesk.enrich.rule.Rule;
import wiredesk.enrich.rule.TagRules;
import wiredesk.enrich.tuning.Fit;
import wiredesk.enrich.tuning.Reweighing;

/** Learns the rules' weights from items that somebody has labelled. */
@Command(
        name = "fit",
        description = {
            "Learns the rules' weights, and the tags' priors and thresholds, from labelled items (as eval reads them), by"
                    + " logistic regression that draws them back to what they are.",
            "Shows what would change and what it gains on items not learnt from (cross-validation); writes it into the rule"
                    + " files only with --write."
        })
final class RulesFitCommand implements Callable<Integer> {

    private static final double SHOWN = 0.005;

    @Parameters(paramLabel = "FILE", description = "JSON Lines of labelled items; -: standard input")
    @SuppressWarnings("NullAway.Init") // by picocli
    private Path items;

    @Option(names = "--rules", paramLabel = "PATH", description = "rule files or folders; default: taxonomy/")
    private @Nullable List<Path> rules;

    @Option(names = "--write", description = "writes the numbers into the rule files; nothing else in them changes")
    private boolean write;

    @Spec
    @SuppressWarnings("NullAway.Init") // by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        return switch (RulesCommand.read(rules)) {
            case RuleFiles.Read.Bad(List<String> problems) -> {
                problems.forEach(out::println);
                yield ExitCode.REFUSED;
            }
            case RuleFiles.Read.Good good -> {
                for (Fit fit : Fit.of(good.book(), LabelledItems.read(items))) {
                    RuleFiles.RuleFile file = good.files().get(fit.tag());
                    if (file != null) {
                        print(out, fit, file.rules());
                        if (write) {
                            String yaml = Files.readString(file.file());
                            Files.writeString(file.file(), Reweighing.write(yaml, fit));
                        }
                    }
                }
                out.println(write ? "Written." : "Nothing was written; --write writes it into the rule files.");
                out.flush();
                yield ExitCode.DONE;
            }
        };
    }

    private static void print(PrintWriter out, Fit fit, TagRules tag) {
        out.printf(
                Locale.ROOT,
                "%s%n  F1 %.3f as it is, %.3f expected on items not learnt from (drawn back by %s)%n",
                fit.tag(),
                fit.before(),
                fit.expected(),
                fit.pull());
        line(out, "prior", tag.prior(), fit.prior());
        line(out, "threshold", tag.threshold(), fit.threshold());
        for (Rule rule : tag.rules()) {
            line(out, rule.id(), rule.weight(), fit.weights().getOrDefault(rule.id(), rule.weight()));
        }
        out.println();
    }

    private static void line(PrintWriter out, String what, double from, double to) {
        if (Math.abs(from - to) >= SHOWN) {
            out.printf(Locale.ROOT, "  %-40s %6.2f -> %6.2f%n", what, from, to);
        }
    }
}
