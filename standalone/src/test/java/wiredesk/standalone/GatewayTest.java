package wiredesk.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import wiredesk.ingest.IngestService;
import wiredesk.runtime.ServiceProcess;
import wiredesk.standalone.GatewayApi.Reply;

/** Two gateways that ask for keys, on one log. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class GatewayTest {

    private static final String TEXT = "The harbour will be closed on Monday, the port authority said.";

    private Path folder;
    private EmbeddedDesk desk;
    private ServiceProcess first;
    private ServiceProcess second;
    private GatewayApi wire;
    private GatewayApi blog;
    private GatewayApi noisy;
    private GatewayApi elsewhere;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        this.folder = folder;
        desk = new EmbeddedDesk(folder.resolve("data"));
        Map<String, String> keys = Map.of(
                "gateway.keys",
                Files.writeString(folder.resolve("keys.yaml"), """
                        - {name: wire, sha256: %s, sources: [wire, wire-sport], kill: true}
                        - {name: blog, sha256: %s, sources: [blog]}
                        - {name: noisy, sha256: %s, sources: [noise], per-second: 5}
                        """.formatted(
                                        hash("wire-key"), hash("blog-key"), hash("noisy-key")))
                        .toString());
        first = desk.another(new IngestService(), folder.resolve("first"), keys);
        second = desk.another(new IngestService(), folder.resolve("second"), keys);
        wire = new GatewayApi("http://127.0.0.1:" + first.httpPort(), "wire-key");
        blog = new GatewayApi("http://127.0.0.1:" + first.httpPort(), "blog-key");
        noisy = new GatewayApi("http://127.0.0.1:" + first.httpPort(), "noisy-key");
        elsewhere = new GatewayApi("http://127.0.0.1:" + second.httpPort(), "wire-key");
    }

    @AfterAll
    void stop() {
        for (AutoCloseable part : List.of(wire, blog, noisy, elsewhere, first, second, desk)) {
            try {
                part.close();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }
    }

    private static String hash(String key) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(UTF_8)));
    }

    private static String ninjs(String uri, String headline) {
        return """
                {"uri": "%s", "headline": "%s", "body_text": "%s"}""".formatted(uri, headline, TEXT);
    }

    @Test
    void whoHasNoKeyIsNotLetIn() throws Exception {
        String url = "http://127.0.0.1:" + first.httpPort();
        try (GatewayApi nobody = new GatewayApi(url, null);
                GatewayApi stranger = new GatewayApi(url, "wire-kez")) {
            assertThat(nobody.ninjs(ninjs("urn:gate:nobody", "No")).status()).isEqualTo(401);
            assertThat(stranger.put("urn:gate:stranger", TEXT).status()).isEqualTo(401);
            assertThat(stranger.kill("urn:gate:stranger", "?reason=x").status()).isEqualTo(401);
            assertThat(stranger.batch(ninjs("urn:gate:stranger", "No").getBytes(UTF_8))
                            .status())
                    .isEqualTo(401);
        }
    }

    @Test
    void aKeyWritesItsOwnSourcesAndKillsOnlyWhereItMay() throws Exception {
        // Given
        Reply own =
                wire.post("?source=wire-sport&uri=urn:gate:own", TEXT.getBytes(UTF_8), "Content-Type", "text/plain");
        assertThat(own.status()).as(own.body().toString()).isEqualTo(202);
        // When
        Reply foreign = blog.post("?source=wire&uri=urn:gate:own", TEXT.getBytes(UTF_8), "Content-Type", "text/plain");
        Reply kill = blog.kill("urn:gate:own", "?reason=rivalry");
        Reply hidden = blog.ninjs("""
                {"uri": "urn:gate:own", "pubstatus": "canceled"}""");
        // Then
        assertThat(List.of(foreign.status(), kill.status(), hidden.status())).containsOnly(403);
        assertThat(foreign.problem()).isEqualTo("not-your-source");
        assertThat(hidden.problem()).isEqualTo("may-not-kill");
        try (Submissions log = new Submissions(desk)) {
            assertThat(log.of("urn:gate:own"))
                    .extracting(one -> one.value().getSource())
                    .containsExactly("wire-sport");
        }
    }

    @Test
    void anIdInThePathMayHaveSlashesAndPercentSigns() throws Exception {
        String uri = "https://news.example/a/100%25 sure?id=7#x";
        // When
        Reply put = wire.put(uri, TEXT, "Content-Type", "text/plain");
        Reply kill = wire.kill(uri, "?reason=" + GatewayApi.encoded("a court's order"));
        // Then
        assertThat(put.body().path("uri").asText()).isEqualTo(uri);
        assertThat(kill.body().path("uri").asText()).as(kill.body().toString()).isEqualTo(uri);
        try (Submissions log = new Submissions(desk)) {
            List<String> payloads =
                    log.of(uri).stream().map(Submissions::payload).toList();
            assertThat(payloads).hasSize(2);
            assertThat(payloads.getLast()).contains("canceled", "a court's order");
        }
    }

    @Test
    void aKillSaysWhy() throws Exception {
        assertThat(wire.kill("urn:gate:why", "").problem()).isEqualTo("no-reason");
        assertThat(wire.kill("urn:gate:why", "?reason=%20").problem()).isEqualTo("no-reason");
    }

    @Test
    void aRequestWithAKeyIsDoneOnceWhicheverGatewayItComesTo() throws Exception {
        // Given
        String payload = ninjs("urn:gate:once", "Once");
        // When
        Reply once = wire.ninjs(payload, "Idempotency-Key", "k-1");
        Reply again = wire.ninjs(payload, "Idempotency-Key", "k-1");
        Reply there = elsewhere.ninjs(payload, "Idempotency-Key", "k-1");
        Reply other = elsewhere.ninjs(ninjs("urn:gate:once", "Twice"), "Idempotency-Key", "k-1");
        // Then
        assertThat(once.status()).as(once.body().toString()).isEqualTo(202);
        assertThat(again.body()).isEqualTo(once.body());
        assertThat(there.body()).isEqualTo(once.body());
        assertThat(other.problem()).isEqualTo("key-of-another-body");
        try (Submissions log = new Submissions(desk)) {
            assertThat(log.of("urn:gate:once")).hasSize(1);
        }
    }

    @Test
    void manyAtOnceWithOneKeyAreDoneOnce() throws Exception {
        List<Callable<Reply>> calls = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            GatewayApi gateway = i % 2 == 0 ? wire : elsewhere;
            calls.add(() -> gateway.ninjs(ninjs("urn:gate:race", "Race"), "Idempotency-Key", "k-race"));
        }
        // When
        List<Reply> replies = atOnce(calls);
        // Then
        assertThat(replies).extracting(Reply::status).containsAnyOf(202).isSubsetOf(202, 409, 503);
        assertThat(replies.stream()
                        .filter(reply -> reply.status() == 202)
                        .map(Reply::body)
                        .distinct())
                .hasSize(1);
        try (Submissions log = new Submissions(desk)) {
            assertThat(log.of("urn:gate:race")).hasSize(1);
        }
    }

    @Test
    void aKeyIsRememberedAcrossARestart() throws Exception {
        // Given
        Map<String, String> open = Map.of();
        String payload = ninjs("urn:gate:restart", "Restart");
        Reply before;
        try (ServiceProcess process = desk.another(new IngestService(), folder.resolve("restarted"), open);
                GatewayApi gateway = new GatewayApi("http://127.0.0.1:" + process.httpPort(), null)) {
            before = gateway.ninjs(payload, "Idempotency-Key", "k-restart");
        }
        // When
        Reply after;
        try (ServiceProcess process = desk.another(new IngestService(), folder.resolve("restarted"), open);
                GatewayApi gateway = new GatewayApi("http://127.0.0.1:" + process.httpPort(), null)) {
            after = gateway.ninjs(payload, "Idempotency-Key", "k-restart");
        }
        // Then
        assertThat(before.status()).isEqualTo(202);
        assertThat(after.body()).isEqualTo(before.body());
        // And a key belongs to its sender: another's is another key
        assertThat(wire.ninjs(payload, "Idempotency-Key", "k-restart").body()).isNotEqualTo(before.body());
    }

    @Test
    void aBatchIsAnsweredLineByLine() throws Exception {
        // Given
        List<String> lines = new ArrayList<>();
        for (int i = 1; i <= 1_200; i++) {
            lines.add(i % 100 == 7 ? "{\"uri\": 7" : i % 100 == 50 ? "" : ninjs("urn:gate:batch-" + i, "Line " + i));
        }
        // When
        Reply reply = wire.batch(String.join("\n", lines).getBytes(UTF_8));
        // Then
        List<JsonNode> results =
                StreamSupport.stream(reply.body().spliterator(), false).toList();
        assertThat(results).hasSize(1_188);
        assertThat(results).extracting(result -> result.path("line").asInt()).isSorted();
        assertThat(results.stream().filter(result -> result.path("status").asInt() == 400))
                .extracting(result -> result.path("line").asInt() % 100)
                .hasSize(12)
                .containsOnly(7);
        try (Submissions log = new Submissions(desk)) {
            assertThat(log.of("urn:gate:batch-1200")).hasSize(1);
            assertThat(log.of("urn:gate:batch-7")).isEmpty();
        }
    }

    @Test
    void aBatchAnswersALineBeforeTheNextOneComes() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), first.httpPort())) {
            socket.setSoTimeout(10_000);
            String head = String.join(
                    "\r\n",
                    "POST /articles/batch HTTP/1.1",
                    "Host: x",
                    "Authorization: Bearer wire-key",
                    "Transfer-Encoding: chunked",
                    "",
                    "");
            socket.getOutputStream().write(head.getBytes(UTF_8));
            for (int i = 1; i <= 3; i++) {
                String line = ninjs("urn:gate:live-" + i, "Live") + "\n";
                String chunk = Integer.toHexString(line.getBytes(UTF_8).length) + "\r\n" + line + "\r\n";
                socket.getOutputStream().write(chunk.getBytes(UTF_8));
                socket.getOutputStream().flush();
                assertThat(until(socket, "\"line\":" + i)).contains("202");
            }
        }
    }

    private static String until(Socket socket, String wanted) throws IOException {
        StringBuilder read = new StringBuilder();
        while (read.indexOf(wanted) < 0 || read.indexOf("}}", read.indexOf(wanted)) < 0) {
            int next = socket.getInputStream().read();
            assertThat(next).as(read.toString()).isNotNegative();
            read.append((char) next);
        }
        return read.toString();
    }

    @Test
    void aSenderThatIsTooFastIsToldWhenToComeBackAndSlowsNobodyElse() throws Exception {
        // When
        List<Callable<Reply>> calls = IntStream.range(0, 30)
                .mapToObj(i -> (Callable<Reply>) () -> noisy.ninjs(ninjs("urn:gate:noisy-" + i, "Noise")))
                .toList();
        List<Reply> replies = atOnce(calls);
        // Then
        assertThat(replies).extracting(Reply::status).contains(202, 429);
        assertThat(wire.ninjs(ninjs("urn:gate:quiet", "Quiet")).status()).isEqualTo(202);
        Reply refused = replies.stream()
                .filter(reply -> reply.status() == 429)
                .findFirst()
                .orElseThrow();
        assertThat(refused.response().headers().firstValueAsLong("Retry-After").orElseThrow())
                .isEqualTo(1);
    }

    private static List<Reply> atOnce(List<Callable<Reply>> calls) throws Exception {
        List<Reply> replies = new ArrayList<>();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Reply> reply : executor.invokeAll(calls)) {
                replies.add(reply.get());
            }
        }
        return replies;
    }

    @Test
    void aBatchThatIsTooFastIsSlowedDown() throws Exception {
        String lines = IntStream.range(0, 15)
                .mapToObj(i -> ninjs("urn:gate:slowed-" + i, "Slowed") + "\n")
                .reduce("", String::concat);
        long begin = System.nanoTime();
        Reply reply = noisy.batch(lines.getBytes(UTF_8));
        assertThat(reply.body())
                .hasSize(15)
                .allSatisfy(line -> assertThat(line.path("status").asInt()).isEqualTo(202));
        assertThat(System.nanoTime() - begin)
                .as("15 lines at 5 a second, 5 of them at once")
                .isGreaterThan(1_900_000_000L);
    }

    @Test
    void aBodyMayBeInGzipButNotABomb() throws Exception {
        String gzip = "gzip";
        assertThat(wire.ninjs(ninjs("urn:gate:plain", "Plain")).status()).isEqualTo(202);
        Reply packed = wire.post("?uri=urn:gate:packed", gzip(TEXT.getBytes(UTF_8)), "Content-Encoding", gzip);
        Reply bomb = wire.post("?uri=urn:gate:bomb", gzip(new byte[3 << 20]), "Content-Encoding", gzip);
        Reply large = wire.post("?uri=urn:gate:large", gzip(noise(5 << 20)), "Content-Encoding", gzip);
        Reply broken = wire.post("?uri=urn:gate:broken", TEXT.getBytes(UTF_8), "Content-Encoding", gzip);
        byte[] whole = gzip(TEXT.getBytes(UTF_8));
        Reply cut = wire.post("?uri=urn:gate:cut", Arrays.copyOf(whole, whole.length - 12), "Content-Encoding", gzip);
        Reply brotli = wire.post("?uri=urn:gate:br", TEXT.getBytes(UTF_8), "Content-Encoding", "br");
        assertThat(packed.status()).isEqualTo(202);
        assertThat(bomb.problem()).isEqualTo("grows-too-much");
        assertThat(large.problem()).isEqualTo("too-large");
        assertThat(List.of(broken.problem(), cut.problem())).containsOnly("broken-encoding");
        assertThat(brotli.problem()).isEqualTo("unsupported-encoding");
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }

    private static byte[] noise(int length) {
        byte[] noise = new byte[length];
        new Random(1).nextBytes(noise);
        return noise;
    }

    @Test
    void ofTheRequestsHeadersOnlyTheTraceTravels() throws Exception {
        String trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        // When
        Reply reply = wire.ninjs(
                ninjs("urn:gate:headers", "Headers"),
                "traceparent",
                trace,
                "tracestate",
                "x=1",
                "X-Request-Id",
                "desk-7",
                "wiredesk-reason",
                "forged");
        // Then
        assertThat(reply.response().headers().firstValue("X-Request-Id")).contains("desk-7");
        assertThat(reply.body().path("trace").asText()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
        try (Submissions log = new Submissions(desk)) {
            ConsumerRecord<String, ?> record = log.of("urn:gate:headers").getFirst();
            assertThat(record.headers()).extracting(Header::key).containsExactly("traceparent");
        }
    }

    @Test
    void anAnswerNamesItsRequest() throws Exception {
        Reply refused = wire.ninjs("{", "X-Request-Id", "not a valid id");
        String id = refused.response().headers().firstValue("X-Request-Id").orElseThrow();
        assertThat(id).matches("[0-9a-f]{24}");
        assertThat(refused.body().path("instance").asText()).isEqualTo("urn:wiredesk:request:" + id);
    }

    @Test
    void everyOperationOfTheDocumentIsThereAndAnswersAsItSays() throws Exception {
        // What the other tests call is held against the document as they call it; the rest is called here.
        assertThat(wire.get("/openapi.json").body()).isEqualTo(wire.document());
        assertThat(wire.get("/healthz").status()).isEqualTo(200);
        assertThat(wire.get("/readyz").status()).isEqualTo(200);
        assertThat(wire.get("/metrics").body().asText()).contains("wiredesk_events_total");
        assertThat(wire.operations())
                .containsExactlyInAnyOrder(
                        "POST /articles",
                        "POST /articles/batch",
                        "PUT /articles/{uri}",
                        "DELETE /articles/{uri}",
                        "GET /openapi.json",
                        "GET /healthz",
                        "GET /readyz",
                        "GET /metrics");
    }
}
