package wiredesk.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
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
import wiredesk.enrich.tagging.Evidence;
import wiredesk.enrich.tagging.Tag;
import wiredesk.enrich.tagging.Tagger;
import wiredesk.enrich.tagging.Texts;
import wiredesk.enrich.tagging.Verdict;
import wiredesk.enrich.text.Zone;

/** Shows what tags texts would earn, without a broker. */
@Command(
        name = "try",
        description = {
            "Shows the tags that articles would earn, with their evidence. Nothing is sent.",
            "FILE is an article as ingest reads it (plain text, ninjs). Without FILE, standard input is JSON Lines of id,"
                    + " language, headline and body (paragraphs parted by blank lines), and for each line comes one of id and"
                    + " tags."
        })
final class RulesTryCommand implements Callable<Integer> {

    private static final JsonMapper JSON = new JsonMapper();

    @Parameters(paramLabel = "FILE", description = "articles; none: JSON Lines on standard input")
    private List<Path> files = List.of();

    @Option(names = "--rules", paramLabel = "PATH", description = "rule files or folders; default: taxonomy/")
    private @Nullable List<Path> rules;

    @Option(names = "--language", paramLabel = "CODE", description = "the files' language; default: as ingest finds it")
    private @Nullable String language;

    @Option(names = "--json", description = "a line of JSON for each file")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        int status = switch (RulesCommand.read(rules)) {
            case RuleFiles.Read.Bad(List<String> problems) -> {
                problems.forEach(out::println);
                yield ExitCode.REFUSED;
            }
            case RuleFiles.Read.Good good -> {
                Tagger tagger = new Tagger(good.book());
                yield files.isEmpty() ? lines(tagger, out) : files(tagger, out);
            }
        };
        out.flush();
        return status;
    }

    private static int lines(Tagger tagger, PrintWriter out) throws IOException {
        int status = ExitCode.DONE;
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (!line.isBlank()) {
                ObjectNode answer = answer(tagger, line);
                status = answer.has("error") ? ExitCode.REFUSED : status;
                out.println(answer);
                out.flush();
            }
        }
        return status;
    }

    private static ObjectNode answer(Tagger tagger, String line) {
        try {
            JsonNode item = JSON.readTree(line);
            ObjectNode answer = JSON.createObjectNode();
            answer.set("id", item.path("id"));
            List<Zone> zones = Texts.zones(
                    item.path("headline").asText(), item.path("body").asText());
            answer.set(
                    "tags",
                    tags(tagger.tag(item.path("language").asText(), zones).tags()));
            return answer;
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode().putNull("id").put("error", "no JSON: " + e.getOriginalMessage());
        }
    }

    private int files(Tagger tagger, PrintWriter out) {
        int status = ExitCode.DONE;
        for (Path file : files) {
            try {
                ReadArticle text = ReadArticle.of(Files.readAllBytes(file), FileTypes.of(file), language);
                if (json) {
                    ObjectNode answer = JSON.createObjectNode().put("file", file.toString());
                    answer.put("language", text.language());
                    answer.set(
                            "tags",
                            tags(tagger.tag(text.language(), text.zones()).tags()));
                    out.println(answer);
                } else {
                    print(out, file, text, tagger);
                }
            } catch (IOException | InputException e) {
                status = ExitCode.REFUSED;
                out.println(
                        json
                                ? JSON.createObjectNode()
                                        .put("file", file.toString())
                                        .put("error", e.getMessage())
                                : file + ": " + e.getMessage());
            }
        }
        return status;
    }

    private static void print(PrintWriter out, Path file, ReadArticle text, Tagger tagger) {
        out.printf(Locale.ROOT, "%s (%s)%n", file, text.language());
        if (!tagger.covers(text.language())) {
            out.println("  no rules for this language");
        }
        for (Verdict verdict : tagger.verdicts(text.language(), text.zones())) {
            out.printf(
                    Locale.ROOT,
                    "  %s %.2f%s%n",
                    verdict.tag(),
                    verdict.score(),
                    verdict.earned() ? "" : "  not earned");
            for (Verdict.Finding finding : verdict.findings()) {
                out.printf(Locale.ROOT, "    %+.2f %s%n", finding.weight() * finding.strength(), finding.rule());
                for (Evidence evidence : finding.evidence()) {
                    out.printf(
                            Locale.ROOT,
                            "          zone %d (%s), %d to %d: “%s”%n",
                            evidence.zone(),
                            text.zones().get(evidence.zone()).kind().label(),
                            evidence.begin(),
                            evidence.end(),
                            evidence.text());
                }
            }
        }
    }

    private static ArrayNode tags(List<Tag> tags) {
        ArrayNode list = JSON.createArrayNode();
        for (Tag tag : tags) {
            ObjectNode node = list.addObject()
                    .put("code", tag.code())
                    .put("score", tag.score())
                    .put("bookVersion", tag.bookVersion());
            ArrayNode evidence = node.putArray("evidence");
            tag.evidence()
                    .forEach(piece -> evidence.addObject()
                            .put("rule", piece.rule())
                            .put("zone", piece.zone())
                            .put("begin", piece.begin())
                            .put("end", piece.end())
                            .put("text", piece.text()));
        }
        return list;
    }
}
