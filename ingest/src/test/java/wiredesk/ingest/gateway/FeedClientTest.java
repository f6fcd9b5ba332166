package wiredesk.ingest.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wiredesk.ingest.gateway.FeedAnswer.Body;
import wiredesk.ingest.gateway.FeedAnswer.Failed;

/** Against real servers, on addresses of this machine of which the tests' judge calls one public and others not. */
@Timeout(60)
final class FeedClientTest {

    private static final String OPEN = "127.0.0.1";
    private static final String INNER = "127.0.0.2";
    private static final int MOST_BYTES = 2 << 20;
    private static final FeedClient.Judge JUDGE =
            address -> address.getHostAddress().equals(OPEN) ? null : "inside, for this test";

    private final MovingClock clock = new MovingClock();
    private final Deque<String> addresses = new ArrayDeque<>();
    private final Deque<String> lookedUp = new ArrayDeque<>();
    private Publisher open;
    private Publisher inner;

    @BeforeEach
    void start() throws IOException {
        open = new Publisher(OPEN, 0);
        inner = new Publisher(INNER, open.port());
        inner.put("/", Publisher.body("secret"));
    }

    @AfterEach
    void stop() {
        open.close();
        inner.close();
    }

    /** The first of the addresses that the test has lined up; the last one stays. */
    private InetAddress[] find(String host) throws UnknownHostException {
        lookedUp.add(host);
        String address = addresses.size() > 1 ? addresses.remove() : addresses.peek();
        return InetAddress.getAllByName(address == null ? host : address);
    }

    private FeedAnswer get(URI url, boolean allowPrivate, FeedClient.Judge judge, @Nullable String etag)
            throws IOException {
        Feed feed = new Feed("mill", url, null, "mill", false, allowPrivate);
        Bounds bounds = new Bounds(MOST_BYTES, Duration.ofSeconds(60), Duration.ofSeconds(10), 1_000, 100);
        FeedClient.Limits limits = new FeedClient.Limits(Duration.ofSeconds(20), Duration.ofSeconds(2), bounds);
        try (FeedClient client = new FeedClient(feed, this::find, judge, limits, clock)) {
            return client.get(etag, etag == null ? null : "Mon, 02 Mar 2026 08:00:00 GMT");
        }
    }

    private FeedAnswer get(String path) throws IOException {
        return get(open.url(OPEN, path), false, JUDGE, null);
    }

    private static void isFailed(FeedAnswer answer, String reason, String detail) {
        assertThat(answer).isInstanceOfSatisfying(Failed.class, failed -> {
            assertThat(failed.reason()).as(failed.toString()).isEqualTo(reason);
            assertThat(failed.detail()).contains(detail);
            assertThat(failed.advice()).isNotBlank();
        });
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    @Test
    void aFeedComesWithWhatItIsKnownBy() throws Exception {
        open.put(
                "/rss",
                Publisher.body(
                        "<rss/>",
                        "ETag",
                        "\"one\"",
                        "Last-Modified",
                        "Mon, 02 Mar 2026 08:00:00 GMT",
                        "Content-Type",
                        "text/xml; charset=ISO-8859-1"));
        assertThat(get("/rss")).isInstanceOfSatisfying(Body.class, body -> {
            assertThat(new String(body.bytes(), UTF_8)).isEqualTo("<rss/>");
            assertThat(body.etag()).isEqualTo("\"one\"");
            assertThat(body.lastModified()).isEqualTo("Mon, 02 Mar 2026 08:00:00 GMT");
            assertThat(body.mediaType()).isEqualTo("text/xml; charset=ISO-8859-1");
        });
        assertThat(open.asked().getFirst().etag()).isNull();
    }

    @Test
    void whatIsKnownIsNotSentAgain() throws Exception {
        open.put("/rss", Publisher.tagged("\"one\"", "<rss/>"));
        assertThat(get(open.url(OPEN, "/rss"), false, JUDGE, "\"one\"")).isEqualTo(new FeedAnswer.Unchanged());
        assertThat(open.asked())
                .containsExactly(new Publisher.Asked("/rss", "\"one\"", "Mon, 02 Mar 2026 08:00:00 GMT", "gzip"));
    }

    @Test
    void aPackedBodyIsUnpackedWithinBounds() throws Exception {
        open.put("/good", Publisher.bytes(gzip("<rss/>".getBytes(UTF_8)), "Content-Encoding", "gzip"));
        open.put("/bomb", Publisher.bytes(gzip(new byte[100 << 20]), "Content-Encoding", "gzip"));
        open.put("/broken", Publisher.body("no gzip at all", "Content-Encoding", "gzip"));
        open.put("/other", Publisher.body("?", "Content-Encoding", "br"));
        assertThat(get("/good"))
                .isInstanceOfSatisfying(
                        Body.class, body -> assertThat(body.bytes()).isEqualTo("<rss/>".getBytes(UTF_8)));
        isFailed(get("/bomb"), "grows-too-much", "100-fold");
        isFailed(get("/broken"), "broken-encoding", "gzip");
        isFailed(get("/other"), "unsupported-encoding", "br");
    }

    @Test
    void aBodyOfAllItMayHaveIsTakenAndOneByteMoreIsNot() throws Exception {
        open.put("/most", Publisher.bytes(new byte[MOST_BYTES]));
        open.put("/more", Publisher.bytes(new byte[MOST_BYTES + 1]));
        assertThat(get("/most")).isInstanceOf(Body.class);
        isFailed(get("/more"), "too-large", "more than");
    }

    @ParameterizedTest
    @CsvSource({"200, too-large", "404, refused", "500, broken"})
    void aBodyThatNeverEndsIsNotReadToItsEnd(int status, String reason) throws Exception {
        open.put("/endless", Publisher.endless(status));
        isFailed(get("/endless"), reason, "");
    }

    @Test
    void aBodyThatDripsInIsGivenUp() throws Exception {
        open.put("/slow", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            while (true) {
                exchange.getResponseBody().write('<');
                exchange.getResponseBody().flush();
                clock.move(Duration.ofSeconds(2));
            }
        });
        isFailed(get("/slow"), "too-slow", "slowly");
    }

    @Test
    void whoNeverAnswersIsGivenUp() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        open.put("/never", exchange -> over.await());
        isFailed(get("/never"), "unreachable", "too long");
        over.countDown();
    }

    @ParameterizedTest
    @CsvSource({
        "404, refused, mend its url",
        "401, refused, permission",
        "403, refused, permission",
        "410, refused, take it off",
        "429, refused, raise its every",
        "418, refused, browser",
        "500, broken, nothing to do",
        "503, broken, nothing to do"
    })
    void aStatusIsAReasonWithAdvice(int status, String reason, String advice) throws Exception {
        open.put("/rss", Publisher.status(status, "Retry-After", "90"));
        isFailed(get("/rss"), reason, "it answers " + status);
        assertThat(get("/rss")).isInstanceOfSatisfying(Failed.class, failed -> {
            assertThat(failed.advice()).contains(advice);
            assertThat(failed.retryAfter()).isEqualTo(Duration.ofSeconds(90));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "junk",
                "HTTP/1.1 abc\r\n\r\n",
                "HTTP/1.1 200 OK\r\nno colon\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: -7\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n<rss",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "HTTP/1.1 302 Found\r\nLocation: http://\r\n\r\n",
                "HTTP/1.1 302 Found\r\nLocation: %\r\n\r\n"
            })
    void whatIsNoAnswerIsAFailureAndNoException(String junk) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> {
                try (Socket socket = server.accept()) {
                    socket.getInputStream().read(new byte[4_096]);
                    socket.getOutputStream().write(junk.getBytes(UTF_8));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            URI url = URI.create("http://" + OPEN + ":" + server.getLocalPort() + "/");
            assertThat(get(url, false, JUDGE, null)).isInstanceOf(Failed.class);
        }
    }

    @Test
    void aHeaderThatNeverEndsIsNotReadToItsEnd() throws Exception {
        open.put("/long", Publisher.body("<rss/>", "X-Long", "x".repeat(1 << 20)));
        assertThat(get("/long")).isInstanceOf(Failed.class);
    }

    @Test
    void whoIsNotThereIsSaidToBeUnreachable() throws Exception {
        int port = inner.port();
        inner.close();
        isFailed(get(URI.create("http://" + INNER + ":" + port), true, JUDGE, null), "unreachable", "answer");
        addresses.add("no-such-host.invalid");
        isFailed(get("/rss"), "unreachable", "not known");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectIsFollowed(int status) throws Exception {
        open.put("/old", Publisher.status(status, "Location", "new"));
        open.put("/new", Publisher.body("<rss/>"));
        assertThat(get("/old")).isInstanceOf(Body.class);
    }

    @Test
    void fiveRedirectsAreFollowedAndNotSix() throws Exception {
        for (int i = 0; i < 6; i++) {
            open.put("/" + i, Publisher.status(302, "Location", "/" + (i + 1)));
        }
        open.put("/6", Publisher.body("<rss/>"));
        assertThat(get("/1")).isInstanceOf(Body.class);
        isFailed(get("/0"), "bad-redirect", "more than 5 times");
        open.put("/round", Publisher.status(302, "Location", "/round"));
        isFailed(get("/round"), "bad-redirect", "more than 5 times");
    }

    @Test
    void aRedirectWithoutAPlaceToGoIsSaid() throws Exception {
        open.put("/nowhere", Publisher.status(302));
        open.put("/file", Publisher.status(302, "Location", "file:///etc/passwd"));
        isFailed(get("/nowhere"), "bad-redirect", "where to");
        isFailed(get("/file"), "bad-redirect", "https://");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.2", "2130706434", "127.2", "[::ffff:127.0.0.2]"})
    void whatIsInsideIsNotConnectedTo(String host) throws Exception {
        isFailed(get(inner.url(host, "/"), false, JUDGE, null), "refused-address", "");
        assertThat(inner.asked()).isEmpty();
    }

    @Test
    void thisMachineIsInsideByTheRealJudge() throws Exception {
        open.put("/rss", Publisher.body("<rss/>"));
        isFailed(
                get(open.url("localhost", "/rss"), false, Addresses::notPublic, null),
                "refused-address",
                "this machine's own");
        assertThat(open.asked()).isEmpty();
    }

    @Test
    void whatIsInsideIsConnectedToWhereTheListAllowsIt() throws Exception {
        assertThat(get(inner.url(INNER, "/"), true, JUDGE, null)).isInstanceOf(Body.class);
    }

    @Test
    void aRedirectToTheInsideIsNotFollowed() throws Exception {
        open.put("/rss", Publisher.status(302, "Location", inner.url(INNER, "/").toString()));
        isFailed(get("/rss"), "refused-address", INNER);
        assertThat(inner.asked()).isEmpty();
    }

    @Test
    void aHostWithOneAddressInsideIsRefused() throws Exception {
        FeedClient.Lookup both =
                host -> new InetAddress[] {InetAddress.getAllByName(OPEN)[0], InetAddress.getAllByName(INNER)[0]};
        Feed feed = new Feed("mill", open.url("mill.example", "/"), null, "mill", false, false);
        try (FeedClient client = new FeedClient(feed, both, JUDGE, FeedClient.Limits.USUAL, clock)) {
            isFailed(client.get(null, null), "refused-address", INNER);
        }
        assertThat(open.asked()).isEmpty();
    }

    @Test
    void theAddressThatWasCheckedIsTheOneThatIsConnectedTo() throws Exception {
        // Given a name server that says something public first, and something inside whenever it is asked again
        open.put("/", Publisher.body("<rss/>"));
        addresses.addAll(List.of(OPEN, INNER));
        // When
        FeedAnswer first = get(open.url("mill.example", "/"), false, JUDGE, null);
        FeedAnswer second = get(open.url("mill.example", "/"), false, JUDGE, null);
        // Then
        assertThat(first).isInstanceOf(Body.class);
        isFailed(second, "refused-address", "mill.example has the address " + INNER);
        assertThat(lookedUp).containsExactly("mill.example", "mill.example");
        assertThat(inner.asked()).isEmpty();
    }

    @Test
    void aNameThatTurnsInwardsBetweenRedirectsIsRefused() throws Exception {
        open.put("/", Publisher.status(302, "Location", "/rss"));
        addresses.addAll(List.of(OPEN, INNER));
        isFailed(get(open.url("mill.example", "/"), false, JUDGE, null), "refused-address", INNER);
        assertThat(inner.asked()).isEmpty();
    }
}
