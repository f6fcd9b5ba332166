package wiredesk.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wiredesk.runtime.SystemTime;
import wiredesk.schemas.Topics;

@Timeout(60)
final class DropFolderTest {

    private static final Instant MORNING = Instant.parse("2026-03-02T08:00:00Z");

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final WatchReport report = new WatchReport(new PrintWriter(out), new PrintWriter(err), false);
    private Instant now = MORNING;
    private FakeGateway gateway;
    private GatewayClient client;
    private DropFolder drop;

    @BeforeEach
    void start() throws IOException {
        gateway = new FakeGateway();
        client = new GatewayClient(gateway.url());
        drop = new DropFolder(folder, client::send, () -> now, report);
    }

    @AfterEach
    void stop() {
        client.close();
        gateway.close();
    }

    private Path write(String name, String text, int minute) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        Files.setLastModifiedTime(file, FileTime.from(MORNING.minus(Duration.ofMinutes(60 - minute))));
        return file;
    }

    /** Twice, with the time between that a file takes to count as complete. */
    private Duration lookTwice() throws InterruptedException {
        drop.look();
        now = now.plus(DropFolder.SETTLES);
        return drop.look();
    }

    private List<String> names(String subfolder) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(subfolder))) {
            return List.copyOf(new TreeSet<>(
                    files.map(file -> file.getFileName().toString()).toList()));
        }
    }

    @Test
    void filesAreSentTheOldestFirstAndMovedAway() throws Exception {
        write("a.txt", "third", 3);
        write("b.json", "first", 1);
        write("c.xml", "second", 2);
        assertThat(lookTwice()).isEqualTo(DropFolder.LOOKS_EVERY);
        assertThat(gateway.bodies()).containsExactly("first", "second", "third");
        assertThat(gateway.requests())
                .extracting(FakeGateway.Request::type)
                .containsExactly("application/json", "application/xml", "text/plain");
        assertThat(names("accepted")).containsExactly("a.txt", "b.json", "c.xml");
        assertThat(names(".")).containsExactly("accepted", "refused");
        assertThat(out.toString()).contains("accepted  urn:mill:1");
    }

    @Test
    void aFileThatIsBeingWrittenIsNotSent() throws Exception {
        write("story.txt", "The mill", 1);
        assertThat(drop.look()).isEqualTo(DropFolder.SETTLES);
        for (int i = 2; i < 5; i++) {
            now = now.plusSeconds(1);
            write("story.txt", "The mill " + "turns ".repeat(i), i);
            drop.look();
        }
        now = now.plus(DropFolder.SETTLES).minusMillis(1);
        assertThat(drop.look()).isEqualTo(Duration.ofMillis(1));
        assertThat(gateway.requests()).isEmpty();
        now = now.plusMillis(1);
        drop.look();
        assertThat(gateway.bodies()).containsExactly("The mill " + "turns ".repeat(4));
    }

    @Test
    void anEmptyFileIsGivenTimeToBeFilled() throws Exception {
        write("story.txt", "", 1);
        lookTwice();
        now = now.plus(DropFolder.EMPTY_SETTLES).minus(DropFolder.SETTLES).minusMillis(1);
        drop.look();
        assertThat(gateway.requests()).isEmpty();
        now = now.plusMillis(1);
        drop.look();
        assertThat(gateway.bodies()).containsExactly("");
    }

    @Test
    void aFileThatIsRenamedInIsSent() throws Exception {
        lookTwice();
        Path hidden = write(".story.txt.part", "The mill turns", 1);
        lookTwice();
        assertThat(gateway.requests()).isEmpty();
        Files.move(hidden, folder.resolve("story.txt"), StandardCopyOption.ATOMIC_MOVE);
        lookTwice();
        assertThat(gateway.bodies()).containsExactly("The mill turns");
    }

    @Test
    void whatIsNoFileOfTheFolderIsLeftAlone(@TempDir Path elsewhere) throws Exception {
        write(".hidden", "hidden", 1);
        Files.createDirectories(folder.resolve("drafts"));
        write("drafts/draft.txt", "draft", 1);
        write("accepted/old.txt", "old", 1);
        Path secret = Files.writeString(elsewhere.resolve("secret"), "secret");
        Files.createSymbolicLink(folder.resolve("link.txt"), secret);
        lookTwice();
        assertThat(gateway.requests()).isEmpty();
        assertThat(names(".")).contains("link.txt", ".hidden", "drafts");
    }

    @Test
    void aRefusedFileIsMovedWithTheReasonBesideIt() throws Exception {
        gateway.answers(_ -> FakeGateway.problem(422, "invalid", "it has no words", null));
        write("story.txt", "?", 1);
        lookTwice();
        assertThat(names("refused")).containsExactly("story.txt", "story.txt.problem.json");
        assertThat(Files.readString(folder.resolve("refused/story.txt.problem.json")))
                .contains("urn:wiredesk:problem:invalid", "it has no words", "422");
        assertThat(out.toString()).contains("REFUSED (422): it has no words");
        lookTwice();
        assertThat(gateway.requests()).hasSize(1);
    }

    @Test
    void nothingThatWasMovedBeforeIsOverwritten() throws Exception {
        for (String text : List.of("one", "two", "three")) {
            write("story.txt", text, 1);
            write("LICENCE", text, 1);
            lookTwice();
        }
        assertThat(names("accepted"))
                .containsExactly("LICENCE", "LICENCE-2", "LICENCE-3", "story-2.txt", "story-3.txt", "story.txt");
        assertThat(Files.readString(folder.resolve("accepted/story.txt"))).isEqualTo("one");
        assertThat(Files.readString(folder.resolve("accepted/story-3.txt"))).isEqualTo("three");
    }

    @ParameterizedTest
    @CsvSource({
        "503, log-unavailable, 7, 7",
        "429, too-many, 3, 3",
        "429, too-many, , 1",
        "500, internal, , 1",
        "401, no-key, , 1",
        "403, not-your-source, , 1",
        "409, in-progress, 4, 4"
    })
    void whatIsNotTheFilesFaultLetsItWait(int status, String type, Integer retryAfter, int seconds) throws Exception {
        gateway.answers(_ -> FakeGateway.problem(status, type, "not now", retryAfter));
        write("a.txt", "first", 1);
        write("b.txt", "second", 2);
        // The first is tried, and holds up the second, which must not overtake it.
        assertThat(lookTwice()).isEqualTo(Duration.ofSeconds(seconds));
        assertThat(gateway.bodies()).containsExactly("first");
        assertThat(names(".")).contains("a.txt", "b.txt");
        assertThat(err.toString()).contains("not now", "Files that wait: 2", "in " + seconds + " s");
        // Before its time nothing is tried.
        gateway.answers(_ -> FakeGateway.accepted());
        now = now.plusSeconds(seconds).minusMillis(1);
        assertThat(drop.look()).isEqualTo(Duration.ofMillis(1));
        assertThat(gateway.requests()).hasSize(1);
        now = now.plusMillis(1);
        drop.look();
        assertThat(gateway.bodies()).containsExactly("first", "first", "second");
        assertThat(names("accepted")).containsExactly("a.txt", "b.txt");
    }

    @Test
    void aKillThatTheKeyMayNotSendIsTheFilesFault() throws Exception {
        gateway.answers(_ -> FakeGateway.problem(403, "may-not-kill", "no", null));
        write("kill.json", "{}", 1);
        lookTwice();
        assertThat(names("refused")).contains("kill.json");
    }

    @Test
    void aGatewayThatIsAwayIsWaitedForLongerAndLonger() throws Exception {
        int port = gateway.port();
        gateway.close();
        write("story.txt", "The mill turns", 1);
        Duration wait = lookTwice();
        assertThat(wait).isEqualTo(Duration.ofSeconds(1));
        for (int seconds : new int[] {2, 4, 8, 16, 32, 60, 60}) {
            now = now.plus(wait);
            wait = drop.look();
            assertThat(wait).isEqualTo(Duration.ofSeconds(seconds));
        }
        assertThat(err.toString()).contains("No gateway answers at");
        gateway = new FakeGateway(port);
        now = now.plus(wait);
        drop.look();
        assertThat(names("accepted")).containsExactly("story.txt");
    }

    @Test
    void afterACrashTheGatewayKnowsTheFileByItsKey(@TempDir Path elsewhere) throws Exception {
        // Given a file that was sent, and is still there as if the move had never been
        write("story.txt", "The mill turns", 1);
        lookTwice();
        Files.move(folder.resolve("accepted/story.txt"), elsewhere.resolve("story.txt"));
        drop = new DropFolder(elsewhere, client::send, () -> now, report);
        lookTwice();
        // And one that is dropped anew, and others
        drop = new DropFolder(folder, client::send, () -> now, report);
        write("story.txt", "The mill turns", 2);
        write("other.txt", "The mill turns", 1);
        lookTwice();
        // Then
        List<String> keys = gateway.requests().stream()
                .map(request -> String.valueOf(request.key()))
                .toList();
        assertThat(keys).hasSize(4);
        assertThat(keys.get(0)).matches("[!-~]{1,255}").isEqualTo(keys.get(1));
        assertThat(new TreeSet<>(keys)).hasSize(3);
    }

    @Test
    void aFileThatIsWrittenAnewWhileItIsSentIsSentAgain() throws Exception {
        Path story = write("story.txt", "The mill turns", 1);
        gateway.answers(request -> {
            if (request.body().equals("The mill turns")) {
                try {
                    write("story.txt", "The mill burns", 2);
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            }
            return FakeGateway.accepted();
        });
        lookTwice();
        assertThat(story).exists();
        lookTwice();
        assertThat(gateway.bodies()).containsExactly("The mill turns", "The mill burns");
        assertThat(Files.readString(folder.resolve("accepted/story.txt"))).isEqualTo("The mill burns");
    }

    @Test
    void aFileThatIsTooLargeIsNotEvenRead() throws Exception {
        try (RandomAccessFile large =
                new RandomAccessFile(folder.resolve("film.mp4").toFile(), "rw")) {
            large.setLength(Topics.MAX_PAYLOAD_BYTES + 1L);
        }
        lookTwice();
        assertThat(gateway.requests()).isEmpty();
        assertThat(names("refused")).containsExactly("film.mp4", "film.mp4.problem.json");
        assertThat(Files.readString(folder.resolve("refused/film.mp4.problem.json")))
                .contains("too-large");
    }

    @Test
    void aWatchedFolderIsEmptiedUntilItIsTold() throws Exception {
        drop = new DropFolder(folder, client::send, SystemTime.clock(), report);
        try (Watching watching = new Watching(folder, drop)) {
            Thread thread = Thread.ofVirtual().start(() -> {
                try {
                    watching.run();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            write("story.txt", "The mill turns", 1);
            await().until(() -> Files.exists(folder.resolve("accepted/story.txt")));
            write("more.txt", "The mill burns", 1);
            await().until(() -> Files.exists(folder.resolve("accepted/more.txt")));
            watching.stop();
            assertThat(thread.join(Duration.ofSeconds(10))).isTrue();
        }
        report.summary(drop.waiting());
        assertThat(out.toString()).endsWith("2 accepted, 0 refused, 0 still there" + System.lineSeparator());
    }
}
