package wiredesk.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import wiredesk.cli.GatewayClient.Answer;

/** Sends files to the gateway. */
@Command(name = "submit", description = "Sends articles to the gateway: files, or standard input.")
final class SubmitCommand implements Callable<Integer> {

    private static final Path STANDARD_INPUT = Path.of("-");

    @Parameters(
            paramLabel = "FILE",
            description = "articles, of the type that their names say; none or -: standard input")
    private List<Path> files = List.of();

    @Option(
            names = "--gateway",
            paramLabel = "URL",
            defaultValue = "http://127.0.0.1:8080",
            description = "default: ${DEFAULT-VALUE}")
    @SuppressWarnings("NullAway.Init") // by picocli
    private String gateway;

    @Option(names = "--json", description = "a line of JSON for each file")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        List<Path> named = files.isEmpty() ? List.of(STANDARD_INPUT) : files;
        int refused = 0;
        try (GatewayClient client = new GatewayClient(gateway)) {
            for (int i = 0; i < named.size(); i++) {
                Answer answer = send(client, named.get(i));
                refused += answer instanceof Answer.Refused ? 1 : 0;
                print(named.get(i), answer, "[" + (i + 1) + "/" + named.size() + "]");
            }
        }
        return refused == 0 ? ExitCode.DONE : ExitCode.REFUSED;
    }

    private static Answer send(GatewayClient client, Path file) throws InterruptedException {
        try {
            return file.equals(STANDARD_INPUT)
                    ? client.send(System.in.readAllBytes(), FileTypes.UNKNOWN)
                    : client.send(Files.readAllBytes(file), FileTypes.of(file));
        } catch (IOException e) {
            return new Answer.Refused(0, "cannot be read: " + e);
        }
    }

    private void print(Path file, Answer answer, String count) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
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
                case Answer.Refused(int status, String detail) ->
                    line.put("accepted", false).put("status", status).put("detail", detail);
            }
            out.println(line);
        } else {
            switch (answer) {
                case Answer.Accepted(List<String> uris, String _) ->
                    uris.forEach(uri -> out.println(count + " " + file + "  accepted  " + uri));
                case Answer.Refused(int status, String detail) ->
                    out.println(count + " " + file + "  REFUSED" + (status == 0 ? "" : " (" + status + ")") + ": "
                            + detail);
            }
        }
        out.flush();
    }
}
