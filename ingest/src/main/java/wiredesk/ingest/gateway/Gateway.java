package wiredesk.ingest.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http.UriCompliance.Violation;
import org.eclipse.jetty.server.HttpConfiguration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wiredesk.ingest.gateway.Reception.Delivery;
import wiredesk.ingest.gateway.Reception.Outcome;
import wiredesk.ingest.gateway.Reception.Receipt;
import wiredesk.runtime.Metrics;
import wiredesk.runtime.Trace;
import wiredesk.schemas.Topics;

/** The door over HTTP: who asks, what they may, and in which words they are answered. */
final class Gateway {

    /** In a path, an id in percent-encoding may have slashes and percent signs; no path here is a file's. */
    private static final UriCompliance ANY_ID = UriCompliance.DEFAULT.with(
            "ids in paths",
            Violation.AMBIGUOUS_PATH_SEPARATOR,
            Violation.AMBIGUOUS_PATH_ENCODING,
            Violation.AMBIGUOUS_EMPTY_SEGMENT,
            Violation.AMBIGUOUS_PATH_SEGMENT,
            Violation.SUSPICIOUS_PATH_CHARACTERS);

    private static final Logger log = LoggerFactory.getLogger(Gateway.class);
    private static final Bounds BOUNDS =
            new Bounds(Topics.MAX_PAYLOAD_BYTES, Duration.ofSeconds(60), Duration.ofSeconds(5), 1_000, 100);
    private static final Duration IDLE = Duration.ofSeconds(20);
    private static final int MAX_HEADER_BYTES = 16 << 10;
    private static final int LONGEST_REASON = 2_000;
    private static final Pattern IDEMPOTENCY_KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");
    private static final String NINJS = "application/vnd.iptc.ninjs+json";
    private static final JsonMapper JSON = new JsonMapper();

    private final Reception reception;
    private final Idempotency idempotency;
    private final Keys keys;
    private final InstantSource clock;
    private final Metrics metrics;
    private final Memory memory = new Memory(Runtime.getRuntime().maxMemory() / 16);

    Gateway(Reception reception, Idempotency idempotency, Keys keys, InstantSource clock, Metrics metrics) {
        this.reception = reception;
        this.idempotency = idempotency;
        this.keys = keys;
        this.clock = clock;
        this.metrics = metrics;
    }

    void routes(JavalinConfig config) {
        config.jetty.modifyHttpConfiguration(Gateway::limit);
        config.routes.before(RequestId::give);
        config.routes.post("/articles", context -> guarded(context, this::post));
        config.routes.post("/articles/batch", context -> guarded(context, this::batch));
        config.routes.put("/articles/<uri>", context -> guarded(context, this::put));
        config.routes.delete("/articles/<uri>", context -> guarded(context, this::kill));
        config.routes.get("/openapi.json", Gateway::openApi);
        config.routes.exception(HttpResponseException.class, Gateway::refuse);
        config.routes.exception(Exception.class, Gateway::stumble);
    }

    private static void limit(HttpConfiguration http) {
        http.setUriCompliance(ANY_ID);
        http.setIdleTimeout(IDLE.toMillis());
        http.setRequestHeaderSize(MAX_HEADER_BYTES);
    }

    private interface Door {
        void enter(Context context, Sender sender) throws IOException, InterruptedException;
    }

    /** Lets in who has a key, and answers what is thrown on the way as what it is. */
    private void guarded(Context context, Door door) throws InterruptedException {
        Optional<Sender> sender = keys.sender(context.header("Authorization"));
        if (sender.isEmpty()) {
            context.header("WWW-Authenticate", "Bearer");
            String detail = "Send a key that is known here: Authorization: Bearer KEY";
            refuse(context, new Problem(401, "no-key", "Who is it?", detail));
            return;
        }
        try {
            door.enter(context, sender.get());
        } catch (PayloadStream.RefusedException e) {
            refuse(context, e.problem());
        } catch (IOException e) { // The sender is gone, or was silent for too long; perhaps it still listens.
            log.info("a body did not come in: {}", e.toString());
            refuse(context, new Problem(408, "too-slow", "Too slow", "The body did not come in; send it again"));
        }
    }

    private void refuse(Context context, Problem problem) {
        metrics.count("refusals", problem.type());
        context.header("Connection", "close"); // What is left of the body is not read.
        problem.answer(context);
    }

    private static void unless(@Nullable Problem problem) throws PayloadStream.RefusedException {
        if (problem != null) {
            throw new PayloadStream.RefusedException(problem);
        }
    }

    private void post(Context context, Sender sender) throws IOException, InterruptedException {
        take(context, sender, asked(context));
    }

    private void put(Context context, Sender sender) throws IOException, InterruptedException {
        take(context, sender, context.pathParam("uri"));
    }

    private static @Nullable String asked(Context context) {
        String asked = context.queryParam("uri");
        return asked == null || asked.isBlank() ? null : asked;
    }

    private void take(Context context, Sender sender, @Nullable String uri) throws IOException, InterruptedException {
        unless(sender.refusesRate());
        if (context.contentLength() > BOUNDS.bytes()) {
            throw new PayloadStream.RefusedException(Problem.tooLarge()); // Before the body is read at all.
        }
        try (Memory.Lease lease = memory.lease()) {
            byte[] payload = new Payload(BOUNDS.bytes(), lease).all(open(context));
            answer(context, sender, delivery(context, sender, payload, context.contentType(), uri));
        }
    }

    private PayloadStream open(Context context) throws IOException {
        InputStream body = context.req().getInputStream();
        return PayloadStream.open(body, context.header("Content-Encoding"), BOUNDS, clock);
    }

    private static Delivery delivery(
            Context context, Sender sender, byte[] payload, @Nullable String mediaType, @Nullable String uri) {
        String source = sender.source(context.queryParam("source"));
        return new Delivery(payload, mediaType, uri, source, sender, Trace.continued(context.header(Trace.HEADER)));
    }

    /** A kill is a version of the article like any other, in a payload that is written here; its id stands outside. */
    private void kill(Context context, Sender sender) throws IOException, InterruptedException {
        String reason =
                Objects.requireNonNullElse(context.queryParam("reason"), "").strip();
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            String detail = "A kill says why: ?reason=, " + LONGEST_REASON + " characters at most";
            throw new PayloadStream.RefusedException(new Problem(422, "no-reason", "Why?", detail));
        }
        unless(sender.refusesRate());
        ObjectNode ninjs = JSON.createObjectNode();
        ninjs.put("pubstatus", "canceled");
        ninjs.put("ednote", reason);
        String version = context.queryParam("version");
        if (version != null) {
            ninjs.put("version", version);
        }
        byte[] payload = ninjs.toString().getBytes(UTF_8);
        answer(context, sender, delivery(context, sender, payload, NINJS, context.pathParam("uri")));
    }

    private void answer(Context context, Sender sender, Delivery delivery) throws IOException, InterruptedException {
        String key = context.header("Idempotency-Key");
        if (key != null && !IDEMPOTENCY_KEY.matcher(key).matches()) {
            String detail = "An Idempotency-Key has 1 to 255 printable ASCII characters";
            throw new PayloadStream.RefusedException(new Problem(422, "bad-key", "Not a key", detail));
        }
        Outcome outcome = key == null
                ? reception.take(delivery)
                : reception.takeOnce(delivery, sender.name() + "/" + key, idempotency);
        switch (outcome) {
            case Outcome.Refused(Problem problem) -> problem.answer(context);
            case Outcome.Accepted(List<Receipt> receipts) ->
                context.status(202)
                        .contentType("application/json")
                        .result(json(receipts).toString());
        }
    }

    static ObjectNode json(List<Receipt> receipts) {
        if (receipts.size() == 1) {
            return json(receipts.getFirst());
        }
        ArrayNode all = JSON.createArrayNode();
        receipts.forEach(receipt -> all.add(json(receipt)));
        ObjectNode answer = JSON.createObjectNode();
        answer.set("articles", all);
        return answer;
    }

    private static ObjectNode json(Receipt receipt) {
        ObjectNode answer = JSON.createObjectNode();
        answer.put("uri", receipt.uri());
        answer.put("version", receipt.version());
        answer.put("trace", receipt.trace());
        return answer;
    }

    private void batch(Context context, Sender sender) throws IOException, InterruptedException {
        if (context.header("Idempotency-Key") != null) {
            String detail = "An Idempotency-Key is for one payload; a batch goes on from its last result";
            throw new PayloadStream.RefusedException(new Problem(422, "key-for-batch", "Not for a batch", detail));
        }
        context.status(200).contentType(Batch.MEDIA_TYPE);
        try (Memory.Lease lease = memory.lease();
                PayloadStream lines = open(context)) {
            Batch batch = new Batch(
                    new Payload(BOUNDS.bytes(), lease), lines, context.res().getOutputStream());
            batch.run(line -> {
                sender.awaitRate();
                return reception.begin(delivery(context, sender, line, NINJS, null));
            });
        }
    }

    private static void openApi(Context context) {
        InputStream document = Objects.requireNonNull(Gateway.class.getResourceAsStream("openapi.json"));
        context.contentType("application/json").result(document);
    }

    /** What the server itself refuses: an unknown path, another method. */
    private static void refuse(HttpResponseException e, Context context) {
        new Problem(e.getStatus(), "http", "Not done", String.valueOf(e.getMessage())).answer(context);
    }

    private static void stumble(Exception e, Context context) {
        log.atError().addKeyValue("request", RequestId.of(context)).log("a request failed", e);
        String detail = "Not accepted. The log of the gateway says more";
        new Problem(500, "internal", "Internal error", detail).answer(context);
    }
}
