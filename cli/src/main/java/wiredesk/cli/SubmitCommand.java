package wiredesk.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import wiredesk.cli.GatewayClient.Answer;
import wiredesk.runtime.SystemTime;

/** Sends files to the gateway. */
@Command(
        name = "submit",
        description = "Sends articles to the gateway: files, standard input, or all that comes to be in a folder.",
        footerHeading = "%nWith --watch:%n",
        footer = {
            "A file is sent once it is completely written, which is when its size and time have stayed the same for"
                    + " 2 s (empty: 30 s); the oldest first. Hidden files (.name) and sub-folders are left alone: write there, and"
                    + " rename into the folder.",
            "Accepted files are moved to DIR/accepted/, refused ones to DIR/refused/ with the reason beside them in"
                    + " NAME.problem.json; nothing is ever overwritten there (story.txt, story-2.txt).",
            "While the gateway is away, busy or does not take the key, files stay and are sent again later. One that is"
                    + " sent twice, as after a crash, is one article all the same.",
            "Ctrl-C ends it with a summary and the status 0."
        })
final class SubmitCommand implements Callable<Integer> {

    private static final Path STANDARD_INPUT = Path.of("-");
    private static final String KEY_VARIABLE = "WIREDESK_KEY";

    @Parameters(
            paramLabel = "FILE",
            description = "articles, of the type that their names say; none or -: standard input")
    private List<Path> files = List.of();

    @Option(
            names = "--watch",
            paramLabel = "DIR",
            description = "sends every file that is or comes to be in the folder, until it is stopped")
    private @Nullable Path watched;

    @Option(
            names = "--gateway",
            paramLabel = "URL",
            defaultValue = "http://127.0.0.1:8080",
            description = "default: ${DEFAULT-VALUE}")
    @SuppressWarnings("NullAway.Init") // by picocli
    private String gateway;

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description = "for a gateway that asks for keys; default: the environment's " + KEY_VARIABLE
                    + ", where other users of this machine do not see it")
    private @Nullable String key;

    @Option(
            names = "--source",
            paramLabel = "SOURCE",
            description = "who the articles are from; default: the key's first source, or cli without a key")
    private @Nullable String source;

    @Option(names = "--json", description = "a line of JSON for each file")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        try (GatewayClient client = new GatewayClient(gateway, keyOrDefault(), source)) {
            return watched == null ? submit(client) : watch(client, watched);
        }
    }

    private @Nullable String keyOrDefault() {
        String given = key == null ? System.getenv(KEY_VARIABLE) : key;
        return given == null || given.isBlank() ? null : given.strip();
    }

    private int watch(GatewayClient client, Path folder) throws InterruptedException {
        if (!files.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--watch DIR or files, not both");
        }
        if (!Files.isDirectory(folder)) {
            throw new ParameterException(spec.commandLine(), folder + " is no folder");
        }
        WatchReport report =
                new WatchReport(spec.commandLine().getOut(), spec.commandLine().getErr(), json);
        DropFolder drop = new DropFolder(folder, client::send, SystemTime.clock(), report);
        try (Watching watching = new Watching(folder, drop)) {
            watching.untilStopped(report);
        }
        return ExitCode.DONE;
    }

    private int submit(GatewayClient client) throws InterruptedException {
        List<Path> named = files.isEmpty() ? List.of(STANDARD_INPUT) : files;
        int refused = 0;
        for (int i = 0; i < named.size(); i++) {
            Answer answer = send(client, named.get(i));
            refused += answer instanceof Answer.Refused ? 1 : 0;
            print(named.get(i), answer, "[" + (i + 1) + "/" + named.size() + "]");
        }
        return refused == 0 ? ExitCode.DONE : ExitCode.REFUSED;
    }

    private static Answer send(GatewayClient client, Path file) throws InterruptedException {
        try {
            return file.equals(STANDARD_INPUT)
                    ? client.send(System.in.readAllBytes(), FileTypes.UNKNOWN)
                    : client.send(Files.readAllBytes(file), FileTypes.of(file));
        } catch (IOException e) {
            return Answer.Refused.unsent("unreadable", "Unreadable", "cannot be read: " + e);
        }
    }

    private void print(Path file, Answer answer, String count) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(json(file, answer));
        } else {
            lines(file, answer).forEach(line -> out.println(count + " " + line));
        }
        out.flush();
    }

    /** What became of a file, for people. */
    static List<String> lines(Path file, Answer answer) {
        return switch (answer) {
            case Answer.Accepted(List<String> uris, String _) ->
                uris.stream().map(uri -> file + "  accepted  " + uri).toList();
            case Answer.Refused(int status, String detail, var _, var _) ->
                List.of(file + "  REFUSED" + (status == 0 ? "" : " (" + status + ")") + ": " + detail);
        };
    }

    /** What became of a file, for machines. */
    static ObjectNode json(Path file, Answer answer) {
        ObjectNode line = new JsonMapper().createObjectNode().put("file", file.toString());
        switch (answer) {
            case Answer.Accepted(List<String> uris, String trace) -> {
                line.put("accepted", true).put("trace", trace);
                if (uris.size() == 1) {
                    line.put("uri", uris.getFirst());
                } else {
                    uris.forEach(line.putArray("uris")::add);
                }
            }
            case Answer.Refused(int status, String detail, var _, var _) ->
                line.put("accepted", false).put("status", status).put("detail", detail);
        }
        return line;
    }
}
