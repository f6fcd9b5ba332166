package wiredesk.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class SubmitCommandTest {

    @TempDir
    private Path folder;

    private FakeGateway gateway;
    private String file;

    private record Ran(int status, String out, String err) {}

    @BeforeEach
    void start() throws IOException {
        gateway = new FakeGateway();
        file = Files.writeString(folder.resolve("story.txt"), "The mill turns").toString();
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    private Ran submit(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command =
                Wiredesk.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        List<String> all = new ArrayList<>(List.of("submit", "--gateway", gateway.url()));
        all.addAll(List.of(arguments));
        int status = command.execute(all.toArray(String[]::new));
        return new Ran(status, out.toString(), err.toString());
    }

    @Test
    void aKeyAndASourceGoWithWhatIsSent() {
        assertThat(submit("--key", "k3y", "--source", "mill & co", file).status())
                .isEqualTo(ExitCode.DONE);
        assertThat(submit("--key", "k3y", file).status()).isEqualTo(ExitCode.DONE);
        assertThat(gateway.requests())
                .extracting(FakeGateway.Request::authorization, FakeGateway.Request::query)
                .containsExactly(tuple("Bearer k3y", "source=mill+%26+co"), tuple("Bearer k3y", null));
    }

    @Test
    void whoIsNotLetInIsToldWhatToDo() {
        gateway.answers(_ -> FakeGateway.problem(401, "no-key", "Send a key", null));
        assertThat(submit("--key", "k3y", file).out())
                .contains("REFUSED (401): Send a key (the key of --key or WIREDESK_KEY is not one");
        gateway.answers(_ -> FakeGateway.problem(403, "not-your-source", "The key mill may write mill", null));
        assertThat(submit("--key", "k3y", file).out()).contains("The key mill may write mill (another --key, or");
        gateway.answers(_ -> FakeGateway.problem(429, "too-many", "Too fast", 3));
        Ran tooFast = submit("--key", "k3y", file);
        assertThat(tooFast.out()).contains("Too fast (again in 3 s)");
        assertThat(tooFast.status()).isEqualTo(ExitCode.REFUSED);
    }

    @Test
    void aFolderIsWatchedOrFilesAreSentAndNotBoth() {
        assertThat(submit("--watch", folder.toString(), file))
                .satisfies(ran -> assertThat(ran.status()).isEqualTo(ExitCode.USAGE))
                .satisfies(ran -> assertThat(ran.err()).contains("not both"));
        assertThat(submit("--watch", file))
                .satisfies(ran -> assertThat(ran.status()).isEqualTo(ExitCode.USAGE))
                .satisfies(ran -> assertThat(ran.err()).contains("is no folder"));
        assertThat(gateway.requests()).isEmpty();
    }

    @Test
    @Timeout(120)
    void aProcessThatWatchesEndsWithASummaryAndStatusZeroWhenItIsTold() throws Exception {
        Path drop = Files.createDirectories(folder.resolve("drop"));
        Path log = folder.resolve("log");
        Files.writeString(drop.resolve("mill.txt"), "The mill turns");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Wiredesk.class.getName(),
                        "submit",
                        "--json",
                        "--gateway",
                        gateway.url(),
                        "--watch",
                        drop.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> Files.readString(log).contains("\"accepted\":true"));
            process.destroy(); // SIGTERM, which the JVM takes as it takes Ctrl-C.
            assertThat(process.waitFor()).isEqualTo(ExitCode.DONE);
        } finally {
            process.destroyForcibly();
        }
        assertThat(drop.resolve("accepted/mill.txt")).exists();
        assertThat(Files.readString(log).lines().toList().getLast())
                .isEqualTo("{\"summary\":{\"accepted\":1,\"refused\":0,\"left\":0}}");
    }

    @Test
    void theHelpSaysWhatWatchingDoes() {
        assertThat(submit("--help").out())
                .contains("--watch=DIR", "--key=KEY", "WIREDESK_KEY", "accepted/", ".problem.json", "Ctrl-C");
    }
}
