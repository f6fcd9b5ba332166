package wiredesk.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wiredesk.ingest.IngestService;
import wiredesk.runtime.ServiceProcess;

/** Two instances of ingest with one list of feeds, on one log. */
final class FeedsTest {

    private static final Duration SOON = Duration.ofSeconds(90);
    private static final List<String> NAMES =
            List.of("mill", "harbour", "court", "market", "parliament", "stadium", "theatre", "weather");

    @Test
    void feedsAreSharedOutAndWhoGoesIsReplaced(@TempDir Path folder) throws Exception {
        HttpServer publisher = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        publisher.createContext("/", exchange -> {
            String name = exchange.getRequestURI().getPath().substring(1);
            byte[] feed = """
                    <rss version="2.0"><channel><title>News</title>
                    <item><guid>urn:feeds:%s</guid><title>News of the %1$s</title></item>
                    <item><title>No id</title></item>
                    </channel></rss>""".formatted(name).getBytes(UTF_8);
            try (exchange) {
                exchange.sendResponseHeaders(200, feed.length);
                exchange.getResponseBody().write(feed);
            }
        });
        publisher.start();
        int port = publisher.getAddress().getPort();
        Map<String, String> list = Map.of(
                "feeds",
                Files.writeString(
                                folder.resolve("feeds.yaml"),
                                NAMES.stream()
                                        .map(name ->
                                                "- {name: %s, url: \"http://127.0.0.1:%d/%1$s\", every: 10s, allow-private: true}\n"
                                                        .formatted(name, port))
                                        .collect(Collectors.joining()))
                        .toString());
        try (EmbeddedDesk desk = new EmbeddedDesk(folder.resolve("data"));
                ServiceProcess first = desk.another(new IngestService(), folder.resolve("first"), list)) {
            // Given one instance that polls them all
            await().atMost(SOON).until(() -> polledBy(first).containsAll(NAMES));
            ServiceProcess second = desk.another(new IngestService(), folder.resolve("second"), list);
            try (second) {
                // When a second one comes, then it gets a part of them
                await().atMost(SOON).until(() -> !polledBy(second).isEmpty());
                assertThat(polledBy(second)).hasSizeLessThan(NAMES.size());
                // And when the first one goes, then all of them
                end(first);
                await().atMost(SOON).until(() -> polledBy(second).containsAll(NAMES));
            }
            try (Submissions log = new Submissions(desk)) {
                for (String name : NAMES) {
                    // By each instance that had it, since what they remember is their own; ingest drops the second.
                    assertThat(log.of("urn:feeds:" + name))
                            .hasSizeBetween(1, 2)
                            .allSatisfy(
                                    one -> assertThat(one.value().getSource()).isEqualTo(name));
                }
            }
        } finally {
            publisher.stop(0);
        }
    }

    private static void end(ServiceProcess process) {
        process.close();
    }

    private static Collection<String> polledBy(ServiceProcess process) {
        return NAMES.stream()
                .filter(name -> Stream.of("items", "unchanged", "failed")
                        .anyMatch(outcome ->
                                process.metrics().counted("feed.polls", Map.of("feed", name, "outcome", outcome)) > 0))
                .toList();
    }
}
