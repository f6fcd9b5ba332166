package wiredesk.ingest.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wiredesk.ingest.format.Formats;
import wiredesk.ingest.gateway.Reception.Delivery;
import wiredesk.ingest.gateway.Reception.Outcome;
import wiredesk.ingest.gateway.Reception.Receipt;
import wiredesk.runtime.Metrics;

/** A real server is polled; what it gives is read as the gateway reads it, and a list stands for the log. */
final class FeedPollerTest {

    private static final Duration EVERY = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    private final MovingClock clock = new MovingClock();
    private final Metrics metrics = new Metrics("test");
    private final List<String> accepted = new ArrayList<>();
    private final List<String> sources = new ArrayList<>();
    private final List<Problem> refused = new ArrayList<>();
    private int logTakes = Integer.MAX_VALUE;
    private Publisher publisher;
    private FeedPoller poller;

    @BeforeEach
    void start() throws IOException {
        publisher = new Publisher();
        poller = poller(EVERY, false);
    }

    @AfterEach
    void stop() throws IOException {
        poller.close();
        publisher.close();
        metrics.close();
    }

    private FeedPoller poller(@Nullable Duration every, boolean kill) {
        Feed feed = new Feed("mill", publisher.url("127.0.0.1", "/rss"), every, "mill-desk", kill, true);
        FeedClient client =
                new FeedClient(feed, InetAddress::getAllByName, Addresses::notPublic, FeedClient.Limits.USUAL, clock);
        return new FeedPoller(feed, client, FeedMemory.of(feed, folder), this::take, clock, metrics);
    }

    private void restart() throws IOException {
        poller.close();
        poller = poller(EVERY, false);
    }

    private Outcome take(Delivery delivery) {
        Intake intake =
                Intake.of(Formats.parts(delivery.payload(), delivery.mediaType()), delivery.uri(), delivery.sender());
        return switch (intake) {
            case Intake.Refused(Problem problem) -> {
                refused.add(problem);
                yield new Outcome.Refused(problem);
            }
            case Intake.Taken(List<Intake.Article> articles) -> {
                if (logTakes-- <= 0) {
                    yield new Outcome.Refused(Problem.logUnavailable());
                }
                sources.add(delivery.source());
                List<Receipt> receipts = articles.stream()
                        .map(one -> new Receipt(one.uri(), null, "trace"))
                        .toList();
                receipts.forEach(receipt -> accepted.add(receipt.uri()));
                yield new Outcome.Accepted(receipts);
            }
        };
    }

    private static String item(String id, String title) {
        return "<item><guid>urn:mill:" + id + "</guid><title>" + title + "</title></item>";
    }

    private static String feed(String... items) {
        return "<rss version='2.0'><channel><title>Mill</title>" + String.join("", items) + "</channel></rss>";
    }

    private void publish(String... items) {
        publisher.put("/rss", Publisher.body(feed(items)));
    }

    /** Polls when it is time to; says how long it then wants to wait. */
    private Duration poll() throws InterruptedException {
        Instant next = poller.poll();
        Duration wait = Duration.between(clock.instant(), next);
        clock.moveTo(next);
        return wait;
    }

    private long counted(String what, String tag, String value) {
        return metrics.counted("feed." + what, Map.of("feed", "mill", tag, value));
    }

    @Test
    void whatStandsInTheFeedIsTakenOnceTheOldestFirst() throws Exception {
        publish(item("2", "The mill stands still"), item("1", "The mill turns"));
        assertThat(poll()).isEqualTo(EVERY);
        assertThat(poll()).isEqualTo(EVERY);
        assertThat(accepted).containsExactly("urn:mill:1", "urn:mill:2");
        assertThat(sources).containsOnly("mill-desk");
        assertThat(counted("polls", "outcome", "items")).isEqualTo(2);
        assertThat(counted("items", "outcome", "accepted")).isEqualTo(2);
    }

    @Test
    void whatIsNewOrChangedIsTakenAndNothingElse() throws Exception {
        publish(item("1", "The mill turns"), item("0", "The mill is built"));
        poll();
        accepted.clear();
        publish(item("2", "The mill burns"), item("1", "CORRECTED: The mill turns"), item("0", "The mill is built"));
        poll();
        assertThat(accepted).containsExactly("urn:mill:1", "urn:mill:2");
    }

    @Test
    void whatIsPutBackIsTakenAgain() throws Exception {
        for (String title : List.of("The mill turns", "The mill burns", "The mill turns")) {
            publish(item("1", title));
            poll();
            poll();
        }
        assertThat(accepted).containsExactly("urn:mill:1", "urn:mill:1", "urn:mill:1");
    }

    @Test
    void anItemThatIsGoneForAMomentIsNotNew() throws Exception {
        publish(item("1", "The mill turns"));
        poll();
        publish(item("2", "The mill burns"));
        poll();
        publish(item("2", "The mill burns"), item("1", "The mill turns"));
        poll();
        assertThat(accepted).containsExactly("urn:mill:1", "urn:mill:2");
    }

    @Test
    void aFeedThatIsBuiltAnewIsNotNews() throws Exception {
        for (String day : List.of("Mon, 02 Mar 2026", "Tue, 03 Mar 2026")) {
            publish("<lastBuildDate>" + day + " 08:00:00 GMT</lastBuildDate>", item("1", "The mill turns"), "<item/>");
            poll();
        }
        assertThat(accepted).containsExactly("urn:mill:1");
        assertThat(refused).hasSize(1);
    }

    @Test
    void twoItemsOfOneIdAreBothTakenAndOnce() throws Exception {
        publish(item("1", "The mill burns"), item("1", "The mill turns"));
        poll();
        poll();
        assertThat(accepted).containsExactly("urn:mill:1", "urn:mill:1");
    }

    @Test
    void aRefusedItemHoldsUpNobodyAndIsToldOnce() throws Exception {
        publish(item("2", "The mill burns"), "<item><title>No id</title></item>", item("1", "The mill turns"));
        poll();
        poll();
        restart();
        poll();
        assertThat(accepted).containsExactly("urn:mill:1", "urn:mill:2");
        assertThat(refused).hasSize(1);
        assertThat(counted("items", "outcome", "refused")).isEqualTo(1);
        // Once it is mended it is taken.
        publish(item("3", "An id"));
        poll();
        assertThat(accepted).endsWith("urn:mill:3");
    }

    @Test
    void aTombstoneKillsOnlyWhereTheListAllowsIt() throws Exception {
        String tombstone = """
                <feed xmlns='http://www.w3.org/2005/Atom' xmlns:at='http://purl.org/atompub/tombstones/1.0'>
                <title>Mill</title>
                <at:deleted-entry ref='urn:mill:1' when='2026-03-02T07:00:00Z'/>
                <entry><id>urn:mill:2</id><title>The mill turns</title><updated>2026-03-02T07:00:00Z</updated></entry>
                </feed>""";
        publisher.put("/rss", Publisher.body(tombstone));
        poll();
        assertThat(accepted).containsExactly("urn:mill:2");
        assertThat(refused).extracting(Problem::type).containsExactly("may-not-kill");
        poller.close();
        Files.delete(folder.resolve("mill.json"));
        poller = poller(EVERY, true);
        poll();
        assertThat(accepted).endsWith("urn:mill:2", "urn:mill:1");
    }

    @Test
    void nothingIsLostWhileTheLogIsAway() throws Exception {
        // Given a log that takes the first of three items
        publisher.put("/rss", Publisher.tagged("\"v1\"", feed(item("3", "C"), item("2", "B"), item("1", "A"))));
        logTakes = 1;
        // When
        Duration wait = poll();
        // Then it is tried again, later, and the rest is not passed over
        assertThat(accepted).containsExactly("urn:mill:1");
        assertThat(wait).isEqualTo(EVERY);
        assertThat(counted("failures", "reason", "log-unavailable")).isEqualTo(1);
        restart();
        logTakes = Integer.MAX_VALUE;
        poll();
        assertThat(accepted).containsExactly("urn:mill:1", "urn:mill:2", "urn:mill:3");
        poll();
        assertThat(publisher.asked()).extracting(Publisher.Asked::etag).containsExactly(null, null, "\"v1\"");
        assertThat(counted("polls", "outcome", "unchanged")).isEqualTo(1);
    }

    @Test
    void aRestartSendsNothingTwice() throws Exception {
        publisher.put("/rss", Publisher.tagged("\"v1\"", feed(item("1", "The mill turns"))));
        poll();
        restart();
        poll();
        assertThat(publisher.asked()).extracting(Publisher.Asked::etag).containsExactly(null, "\"v1\"");
        publisher.put(
                "/rss", Publisher.tagged("\"v2\"", feed(item("2", "The mill burns"), item("1", "The mill turns"))));
        restart();
        poll();
        assertThat(accepted).containsExactly("urn:mill:1", "urn:mill:2");
    }

    @Test
    void whatIsRememberedMayBeLostOrBroken() throws Exception {
        publish(item("1", "The mill turns"));
        poll();
        for (String broken : List.of("{", "{}", "null", "[1]", "{\"url\":\"x\"}")) {
            Files.writeString(folder.resolve("mill.json"), broken);
            restart();
            poll();
        }
        assertThat(accepted).hasSize(6).containsOnly("urn:mill:1");
    }

    @Test
    void afterFailuresItIsAskedForLessAndLessUntilItIsBack() throws Exception {
        publisher.put("/rss", Publisher.status(500));
        List<Duration> waits = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            waits.add(poll());
        }
        assertThat(waits).isSorted();
        assertThat(waits.getFirst()).isBetween(Duration.ofMinutes(2), Duration.ofSeconds(132));
        assertThat(waits.getLast()).isBetween(Duration.ofHours(1), Duration.ofMinutes(66));
        publish(item("1", "The mill turns"));
        assertThat(poll()).isEqualTo(EVERY);
        publisher.put("/rss", Publisher.status(429, "Retry-After", "7200"));
        assertThat(poll()).isEqualTo(Duration.ofHours(2));
        assertThat(counted("polls", "outcome", "failed")).isEqualTo(10);
        assertThat(counted("failures", "reason", "broken")).isEqualTo(9);
    }

    @Test
    void aPageInThePlaceOfAFeedIsNoNews() throws Exception {
        String page = "<html><head><title>Moved</title></head><body><p>We have moved our feeds.</p></body></html>";
        publisher.put("/rss", Publisher.body(page, "Content-Type", "text/html"));
        poll();
        publisher.put("/rss", Publisher.body("We have moved our feeds.", "Content-Type", "text/plain"));
        poll();
        publisher.put("/rss", Publisher.body(""));
        poll();
        assertThat(accepted).isEmpty();
        assertThat(counted("failures", "reason", "no-feed")).isEqualTo(3);
    }

    @Test
    void aFeedThatIsSentAsSomethingElseIsAFeedAllTheSame() throws Exception {
        publisher.put("/rss", Publisher.body(feed(item("1", "The mill turns")), "Content-Type", "text/html"));
        poll();
        assertThat(accepted).containsExactly("urn:mill:1");
    }

    @Test
    void withoutAWordInTheListTheFeedSaysHowOftenWithinReason() throws Exception {
        poller.close();
        poller = poller(null, false);
        Map<String, Duration> said = Map.of(
                "", Duration.ofMinutes(5),
                "<ttl>15</ttl>", Duration.ofMinutes(15),
                "<ttl>0</ttl>", Duration.ofMinutes(5),
                "<ttl>1440</ttl>", Duration.ofHours(1),
                "<ttl>soon</ttl>", Duration.ofMinutes(5));
        for (Map.Entry<String, Duration> one : said.entrySet()) {
            publish(one.getKey(), item("1", "The mill turns"));
            assertThat(poll()).as(one.getKey()).isEqualTo(one.getValue());
        }
    }
}
