package wiredesk.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
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
import wiredesk.enrich.tuning.Evaluation;
import wiredesk.enrich.tuning.LabelledItem;
import wiredesk.enrich.tuning.Tally;

/** Says how good the rules are on items that somebody has labelled. */
@Command(
        name = "eval",
        description = {
            "Says how well the rules tag labelled items: precision, recall and F1 with 95 %% intervals, by tag and language,"
                    + " and the worst errors with their reasons.",
            "An item is a line of JSON: language, headline, body (paragraphs parted by blank lines), labels (a list of tags);"
                    + " id and borderline (tags not to count it for) may be left out."
        })
final class RulesEvalCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "JSON Lines of labelled items; -: standard input")
    @SuppressWarnings("NullAway.Init") // by picocli
    private Path items;

    @Option(names = "--rules", paramLabel = "PATH", description = "rule files or folders; default: taxonomy/")
    private @Nullable List<Path> rules;

    @Option(
            names = "--errors",
            paramLabel = "N",
            defaultValue = "10",
            description = "how many of each tag's worst errors to show; default: ${DEFAULT-VALUE}")
    private int errors;

    @Option(names = "--json", description = "one line of JSON for each tag")
    private boolean json;

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
                List<LabelledItem> labelled = LabelledItems.read(items);
                Evaluation.of(good.book(), labelled).tags().forEach((code, result) -> print(out, code, result));
                out.flush();
                yield ExitCode.DONE;
            }
        };
    }

    private void print(PrintWriter out, String code, Evaluation.TagResult result) {
        if (json) {
            ObjectNode line = new JsonMapper().createObjectNode().put("tag", code);
            put(line, result.all());
            ObjectNode languages = line.putObject("languages");
            result.byLanguage().forEach((language, own) -> put(languages.putObject(language), own));
            out.println(line);
            return;
        }
        out.println(code);
        out.println("        items  deserving  precision           recall              F1");
        out.println(row("all", result.all()));
        result.byLanguage().forEach((language, own) -> out.println(row(language, own)));
        result.mistakes().stream().limit(errors).forEach(mistake -> print(out, mistake));
        out.println();
    }

    private static void print(PrintWriter out, Evaluation.Mistake mistake) {
        LabelledItem item = mistake.item();
        out.printf(
                Locale.ROOT,
                "%n  %s %.2f  %s %s  %s%n",
                mistake.verdict().earned() ? "wrong " : "missed",
                mistake.verdict().score(),
                item.id(),
                item.language(),
                item.headline());
        if (!mistake.verdict().findings().isEmpty()) {
            out.println("      " + mistake.verdict().reasons());
        }
        mistake.nearest().forEach(line -> out.println("      near: " + line));
    }

    private static String row(String name, Evaluation.Result result) {
        Tally tally = result.tally();
        return String.format(
                Locale.ROOT,
                "  %-4s %6d  %9d  %s  %s  %s",
                name,
                result.items(),
                result.deserving(),
                share(tally.precision(), tally.precisionInterval()),
                share(tally.recall(), tally.recallInterval()),
                share(tally.f1(), result.f1()));
    }

    private static String share(double value, Tally.Interval interval) {
        return String.format(Locale.ROOT, "%.3f (%.2f to %.2f)", value, interval.low(), interval.high());
    }

    private static void put(ObjectNode node, Evaluation.Result result) {
        Tally tally = result.tally();
        node.put("items", result.items())
                .put("deserving", result.deserving())
                .put("right", tally.right())
                .put("wrong", tally.wrong())
                .put("missed", tally.missed())
                .put("precision", tally.precision())
                .put("recall", tally.recall())
                .put("f1", tally.f1());
    }
}
