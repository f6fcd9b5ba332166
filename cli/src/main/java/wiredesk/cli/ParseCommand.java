package wiredesk.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what ingest makes of files. */
@Command(
        name = "parse",
        description = {
            "Shows what ingest makes of files: their articles with all fields and zones, or why it refuses them.",
            "Nothing is sent, and nothing needs to run."
        })
final class ParseCommand implements Callable<Integer> {

    private static final Path STANDARD_INPUT = Path.of("-");

    /** From so many files on, a person who waits is told how far it is. */
    private static final int MANY = 10;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "files as newsrooms send them; -: standard input")
    private List<Path> files = List.of();

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            description = "the files' media type; default: by their names, or else by looking")
    private @Nullable String type;

    @Option(names = "--json", description = "a line of JSON for each file")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        boolean tell = files.size() >= MANY && Boolean.getBoolean("wiredesk.terminal");
        int refused = 0;
        for (int i = 0; i < files.size(); i++) {
            if (tell) {
                progress("[" + (i + 1) + "/" + files.size() + "]");
            }
            ParsedFile parsed = parse(files.get(i));
            refused += parsed.refusals().isEmpty() ? 0 : 1;
            if (json) {
                out.println(ParsedFileJson.of(parsed));
            } else {
                ParsedFileText.print(parsed, out);
            }
            out.flush();
        }
        if (tell) {
            progress("");
        }
        if (!json && files.size() > 1) {
            out.println(files.size() + " files, " + refused + " of them with something refused");
            out.flush();
        }
        return refused == 0 ? ExitCode.DONE : ExitCode.REFUSED;
    }

    private ParsedFile parse(Path file) {
        try {
            boolean standardInput = file.equals(STANDARD_INPUT);
            byte[] payload = standardInput ? System.in.readAllBytes() : Files.readAllBytes(file);
            String mediaType = type != null ? type : standardInput ? FileTypes.UNKNOWN : FileTypes.of(file);
            return ParsedFile.of(file.toString(), payload, mediaType);
        } catch (NoSuchFileException e) {
            return ParsedFile.unreadable(file.toString(), "there is no such file");
        } catch (IOException e) {
            return ParsedFile.unreadable(file.toString(), "cannot be read: " + e);
        }
    }

    /** Over the last one, so that it is gone when the next thing is printed. */
    private void progress(String text) {
        PrintWriter err = spec.commandLine().getErr();
        err.print("\r" + text + "\033[K\r");
        err.flush();
    }
}
