package wiredesk.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wiredesk.schemas.Topic;
import wiredesk.schemas.Topics;
import wiredesk.schemas.record.PublishedArticle;
import wiredesk.schemas.wire.SchemaRegistry;
import wiredesk.standalone.Newsroom;
import wiredesk.standalone.Ports;
import wiredesk.standalone.Site;

/** {@code wiredesk up} from outside: stopped, killed and started again, and told what it cannot do. */
final class UpIT {

    private static final int ARTICLES = 40;

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    private Path data;

    @Test
    void killedAndStartedAgainItHasLostNothingAndSendsNothingTwice() throws Exception {
        Ports ports = Ports.free();
        List<String> accepted = new ArrayList<>();
        Instant embargo = Instant.now().plus(Duration.ofSeconds(45));
        Map<String, Integer> ids;
        List<ProcessHandle> children;
        // Given: articles on their way, one of them held, when it is killed
        try (UpProcess first = new UpProcess(data, ports).awaitUp()) {
            Newsroom newsroom = new Newsroom(first);
            assertThat(newsroom.sendNinjs(held(embargo)).status()).isEqualTo(202);
            ids = schemaIds(first);
            children = first.children();
            for (int i = 0; i < ARTICLES; i++) {
                accepted.add(
                        newsroom.sendText("urn:example:before-" + i, story(i)).uri());
            }
            first.kill();
        }
        await("the registry to end with the process that started it")
                .atMost(Duration.ofSeconds(10))
                .until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
        // When
        try (UpProcess second = new UpProcess(data, ports).awaitUp()) {
            accepted.add(new Newsroom(second)
                    .sendText("urn:example:after", story(ARTICLES))
                    .uri());
            // Then
            try (Site<PublishedArticle> all = Site.ofChannel(second, "all")) {
                for (String uri : accepted) {
                    all.await(uri, known -> known.key().equals(uri));
                }
                ConsumerRecord<String, PublishedArticle> released =
                        all.await("the held one", known -> known.key().equals("urn:example:held"));
                assertThat(released.value().getPublishedAt()).isAfterOrEqualTo(embargo.minusMillis(1));
                for (String uri : accepted) {
                    assertThat(all.all(uri)).as(uri).hasSize(1);
                }
                assertThat(all.all("urn:example:held")).hasSize(1);
            }
            assertThat(schemaIds(second)).isEqualTo(ids);
        }
    }

    @Test
    void toldToStopItEndsInTimeLeavesNoChildAndFindsEverythingTheNextTime() throws Exception {
        Ports ports = Ports.free();
        // Given
        try (UpProcess first = new UpProcess(data, ports).awaitUp()) {
            new Newsroom(first).sendText("urn:example:kept", story(1));
            try (Site<PublishedArticle> all = Site.ofChannel(first, "all")) {
                all.await("kept", known -> known.key().equals("urn:example:kept"));
            }
            List<ProcessHandle> children = first.children();
            assertThat(children).isNotEmpty();
            // When
            first.terminate();
            int status = first.awaitEnd(10);
            // Then
            assertThat(status).isZero();
            assertThat(first.output()).contains("Stopped.");
            assertThat(children).noneMatch(ProcessHandle::isAlive);
        }
        try (UpProcess second = new UpProcess(data, ports).awaitUp();
                Site<PublishedArticle> all = Site.ofChannel(second, "all")) {
            new Newsroom(second).sendText("urn:example:new", story(2));
            all.await("new", known -> known.key().equals("urn:example:new"));
            assertThat(all.all("urn:example:kept")).hasSize(1);
        }
    }

    @Test
    void aTakenPortAnUnwritableFolderAndAFolderInUseAreSaidWithStatusThree() throws Exception {
        Ports ports = Ports.free();
        // A taken port
        try (ServerSocket taken = new ServerSocket(ports.registry(), 1, InetAddress.getLoopbackAddress());
                UpProcess up = new UpProcess(data.resolve("a"), ports)) {
            assertThat(up.awaitEnd(30)).isEqualTo(ExitCode.PLATFORM);
            assertThat(up.output())
                    .contains("Port " + taken.getLocalPort())
                    .contains("--registry-port")
                    .doesNotContain("\tat ");
        }
        // A folder that cannot be made, whoever asks: its parent is a file
        Path file = Files.writeString(data.resolve("file"), "");
        try (UpProcess up = new UpProcess(file.resolve("data"), ports)) {
            assertThat(up.awaitEnd(30)).isEqualTo(ExitCode.PLATFORM);
            assertThat(up.output())
                    .contains("cannot be written")
                    .contains("--data")
                    .doesNotContain("\tat ");
        }
        // A folder in use
        try (UpProcess first = new UpProcess(data.resolve("b"), ports).awaitUp();
                UpProcess second = new UpProcess(data.resolve("b"), Ports.free())) {
            assertThat(second.awaitEnd(30)).isEqualTo(ExitCode.PLATFORM);
            assertThat(second.output()).contains("in use by another").doesNotContain("\tat ");
            assertThat(new Newsroom(first).get("/readyz").statusCode()).isEqualTo(200);
        }
    }

    private static Map<String, Integer> schemaIds(UpProcess up) {
        Map<String, Integer> ids = new TreeMap<>();
        try (SchemaRegistry registry = new SchemaRegistry(up.registryUrl(), Map.of())) {
            for (Topic<?> topic : Topics.typed()) {
                ids.put(topic.subject(), registry.idOf(topic.subject(), topic.schema()));
            }
        }
        return ids;
    }

    private static String held(Instant embargo) {
        return """
                {"uri":"urn:example:held","version":"1","headline":"Held","language":"en","embargoed":"%s",
                 "body_text":"Not before its time."}""".formatted(embargo);
    }

    private static String story(int i) {
        return "Story number " + i + "\n\nNothing much happened on day " + i + ", and that was that.\n";
    }
}
