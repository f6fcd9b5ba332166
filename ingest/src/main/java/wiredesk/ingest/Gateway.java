package wiredesk.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wiredesk.ingest.format.Draft;
import wiredesk.ingest.format.Formats;
import wiredesk.ingest.format.PubStatus;
import wiredesk.ingest.format.Read;
import wiredesk.ingest.format.Reason;
import wiredesk.runtime.Metrics;
import wiredesk.runtime.Trace;
import wiredesk.schemas.Topics;
import wiredesk.schemas.record.Submission;
import wiredesk.schemas.wire.SchemaIds;
import wiredesk.schemas.wire.WireFormat;

/** Takes articles over HTTP and writes them down as submissions. Says 'accepted' only when the log has them. */
final class Gateway implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Gateway.class);
    private static final int LARGEST_SUBMISSION_BYTES = Topics.MAX_PAYLOAD_BYTES + (64 << 10);
    private static final int RETRY_AFTER_SECONDS = 5;
    private static final int LONGEST_URI = 2_048;
    private static final int LONGEST_SOURCE = 200;
    private static final String DEFAULT_SOURCE = "http";

    private final KafkaProducer<byte[], byte[]> producer;
    private final WireFormat<Submission> format;
    private final InstantSource clock;
    private final Metrics metrics;
    private final JsonMapper json = new JsonMapper();

    Gateway(Map<String, Object> client, SchemaIds schemas, InstantSource clock, Metrics metrics) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 2);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.putAll(client);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_SUBMISSION_BYTES);
        // A caller waits for this; after it the answer is 503, and what was not acknowledged is given up.
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 2_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 2_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 5_000);
        this.producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        this.format = new WireFormat<>(Topics.SUBMISSIONS, schemas);
        this.clock = clock;
        this.metrics = metrics;
    }

    void routes(JavalinConfig config) {
        config.http.maxRequestSize = Topics.MAX_PAYLOAD_BYTES;
        config.routes.post("/articles", this::submit);
        config.routes.exception(HttpResponseException.class, Gateway::refuse);
        config.routes.exception(Exception.class, Gateway::stumble);
    }

    private void submit(Context context) throws InterruptedException {
        if (context.contentLength() > Topics.MAX_PAYLOAD_BYTES) {
            tooLarge().answer(context); // Before the body is read at all.
            return;
        }
        byte[] payload = context.bodyAsBytes();
        switch (Formats.read(payload, context.contentType())) {
            case Read.Refused(Reason reason) -> {
                metrics.count("refusals", reason.kind().slug());
                Problem.of(reason).answer(context);
            }
            case Read.Accepted(Draft draft) -> identify(context, payload, draft);
        }
    }

    private void identify(Context context, byte[] payload, Draft draft) throws InterruptedException {
        String asked = context.queryParam("uri");
        if (asked != null && draft.uri() != null && !asked.equals(draft.uri())) {
            new Problem(
                            422,
                            "two-ids",
                            "Two ids",
                            "?uri= is " + asked + ", but the payload's is " + draft.uri(),
                            "/uri")
                    .answer(context);
            return;
        }
        if (draft.pubStatus() == PubStatus.CANCELED && draft.uri() == null && (asked == null || asked.isBlank())) {
            new Problem(422, "kill-without-id", "Which article?", "A kill names its article: uri, or ?uri=", "/uri")
                    .answer(context);
            return;
        }
        String uri = draft.uri() != null ? draft.uri() : asked != null && !asked.isBlank() ? asked : hashUri(payload);
        String source = context.queryParam("source");
        if (uri.length() > LONGEST_URI || (source != null && source.length() > LONGEST_SOURCE)) {
            new Problem(
                            422,
                            "too-long",
                            "Too long",
                            "An id may have " + LONGEST_URI + " characters, a source " + LONGEST_SOURCE,
                            null)
                    .answer(context);
            return;
        }
        String media = context.contentType();
        Submission submission = Submission.newBuilder()
                .setSource(source == null || source.isBlank() ? DEFAULT_SOURCE : source)
                .setMediaType(media)
                .setPayload(ByteBuffer.wrap(payload))
                .setReceivedAt(clock.instant().truncatedTo(ChronoUnit.MILLIS))
                .build();
        write(context, uri, draft.version(), submission);
    }

    private void write(Context context, String uri, @Nullable String version, Submission submission)
            throws InterruptedException {
        String traceparent = Trace.continued(context.header(Trace.HEADER));
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(Topics.SUBMISSIONS.name(), uri.getBytes(UTF_8), format.encode(submission));
        Trace.put(record.headers(), traceparent);
        try {
            producer.send(record).get();
        } catch (ExecutionException | KafkaException e) {
            log.atError().addKeyValue("uri", uri).log("not accepted, the log did not take it: {}", e.getMessage());
            metrics.count("refusals", "log-unavailable");
            context.header("Retry-After", Integer.toString(RETRY_AFTER_SECONDS));
            new Problem(503, "log-unavailable", "The log cannot take it", "Not accepted; send it again later", null)
                    .answer(context);
            return;
        }
        metrics.event("accepted");
        log.atInfo()
                .addKeyValue("uri", uri)
                .addKeyValue("trace", Trace.id(record.headers()))
                .log(
                        "accepted from {}, {} bytes",
                        submission.getSource(),
                        submission.getPayload().remaining());
        ObjectNode body = json.createObjectNode();
        body.put("uri", uri);
        body.put("version", version); // null: ingest will number it
        body.put("trace", Trace.id(record.headers()));
        context.status(202).contentType("application/json").result(body.toString());
    }

    private static Problem tooLarge() {
        return new Problem(
                413,
                "too-large",
                "Payload too large",
                "A payload may have " + Topics.MAX_PAYLOAD_BYTES + " bytes",
                null);
    }

    /** What the server itself refuses: an unknown path, another method, a body that grows too large. */
    private static void refuse(HttpResponseException e, Context context) {
        Problem problem = e.getStatus() == 413
                ? tooLarge()
                : new Problem(e.getStatus(), "http", "Not done", String.valueOf(e.getMessage()), null);
        problem.answer(context);
    }

    private static void stumble(Exception e, Context context) {
        log.error("a request failed", e);
        new Problem(500, "internal", "Internal error", "Not accepted. The log of the gateway says more", null)
                .answer(context);
    }

    private static String hashUri(byte[] payload) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(payload);
            return "urn:sha256:" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
