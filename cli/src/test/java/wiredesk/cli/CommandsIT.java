package wiredesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import wiredesk.standalone.EmbeddedDesk;

/** The commands that people give to a desk that runs elsewhere, with their exit statuses. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CommandsIT {

    private static final Path EXAMPLES = Path.of("..", "examples");

    private Path folder;
    private EmbeddedDesk desk;

    private record Ran(int status, String out, String err) {}

    @BeforeAll
    void start(@TempDir Path temporary) throws InterruptedException {
        folder = temporary;
        desk = new EmbeddedDesk(temporary.resolve("data"));
    }

    @AfterAll
    void stop() {
        desk.close();
    }

    @Test
    void whatIsSubmittedIsSeenByTail() {
        Ran submitted = run(
                "submit",
                "--gateway",
                desk.gatewayUrl(),
                EXAMPLES.resolve("quaybell-porto.en.txt").toString(),
                EXAMPLES.resolve("fournil.fr.json").toString());
        assertThat(submitted.status()).isEqualTo(ExitCode.DONE);
        assertThat(submitted.out()).contains("[1/2]").contains("[2/2]").contains("accepted");

        Ran people = atDesk("tail", "europe", "--from-beginning", "--max", "1");
        assertThat(people.status()).isEqualTo(ExitCode.DONE);
        assertThat(people.out()).contains("publish").contains("Quaybell").contains("wiredesk:europe-expansion");

        Ran scripts = atDesk("tail", "europe", "--from-beginning", "--max", "1", "--json");
        assertThat(scripts.out()).startsWith("{").contains("\"delivery\":\"publish\"");
    }

    @Test
    void aFileOfSeveralArticlesNamesEachOfThem() throws Exception {
        Path feed = Files.writeString(folder.resolve("mill.rss"), """
                <rss version="2.0"><channel><title>Mill news</title><language>en</language>
                <item><guid>urn:mill:1</guid><title>The mill turns</title></item>
                <item><guid>urn:mill:2</guid><title>The mill stands still</title></item>
                </channel></rss>""");
        Ran people = run("submit", "--gateway", desk.gatewayUrl(), feed.toString());
        assertThat(people.status()).isEqualTo(ExitCode.DONE);
        assertThat(people.out().lines()).hasSize(2);
        assertThat(people.out()).contains("accepted  urn:mill:1").contains("accepted  urn:mill:2");

        Ran scripts = run("submit", "--json", "--gateway", desk.gatewayUrl(), feed.toString());
        assertThat(scripts.out()).contains("\"uris\":[\"urn:mill:1\",\"urn:mill:2\"]");
    }

    @Test
    void aFileThatIsRefusedIsSaidAndCounts() throws Exception {
        Path empty = Files.writeString(folder.resolve("empty.txt"), "");
        Ran refused = run(
                "submit",
                "--json",
                "--gateway",
                desk.gatewayUrl(),
                empty.toString(),
                folder.resolve("absent").toString());
        assertThat(refused.status()).isEqualTo(ExitCode.REFUSED);
        assertThat(refused.out().lines()).hasSize(2).allMatch(line -> line.contains("\"accepted\":false"));
    }

    @Test
    void whatIsThereAlreadyIsNotProvisionedTwice() {
        assertThat(atDesk("provision")).isEqualTo(new Ran(ExitCode.DONE, "Everything was there already.\n", ""));
    }

    @Test
    void rulesAndChannelsAreCheckedBeforeTheyAreApplied() throws Exception {
        Path broken = Files.writeString(folder.resolve("broken.yaml"), "name: [\n");

        assertThat(atDesk("rules", "apply").status()).isEqualTo(ExitCode.DONE);
        assertThat(atDesk("channels", "apply").out()).isEqualTo("Live: all, europe, policy\n");
        for (String kind : new String[] {"rules", "channels"}) {
            Ran refused = atDesk(kind, "apply", broken.toString());
            assertThat(refused.status()).as(kind).isEqualTo(ExitCode.REFUSED);
            assertThat(refused.out()).as(kind).contains("broken.yaml:");
        }
        assertThat(run("rules", "test").out()).contains("0 failed.");
        assertThat(run("rules", "check").status()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void aPlatformThatIsAwayIsSaidWithStatusThreeAndWrongUsageWithTwo() {
        Ran away = run(
                "submit",
                "--gateway",
                "http://127.0.0.1:1",
                EXAMPLES.resolve("fournil.fr.json").toString());
        assertThat(away.status()).isEqualTo(ExitCode.PLATFORM);
        assertThat(away.err()).contains("./wiredesk up").doesNotContain("\tat ");
        assertThat(run("tail").status()).isEqualTo(ExitCode.USAGE);
        assertThat(run("dance").status()).isEqualTo(ExitCode.USAGE);
    }

    private Ran atDesk(String... arguments) {
        return run(Stream.concat(
                        Stream.of(arguments),
                        Stream.of("--bootstrap", desk.bootstrap(), "--registry", desk.registryUrl()))
                .toArray(String[]::new));
    }

    private static Ran run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commandLine =
                Wiredesk.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        int status = commandLine.execute(arguments);
        return new Ran(status, out.toString(), err.toString());
    }
}
