package wiredesk.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wiredesk.ingest.format.Formats;
import wiredesk.runtime.Metrics;
import wiredesk.runtime.Trace;
import wiredesk.schemas.Topics;
import wiredesk.schemas.record.Submission;
import wiredesk.schemas.wire.SchemaIds;
import wiredesk.schemas.wire.WireFormat;

/** Takes articles over HTTP and writes them down as submissions. Says 'accepted' only when the log has them. */
final class Gateway implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Gateway.class);
    private static final int RETRY_AFTER_SECONDS = 5;
    private static final int LONGEST_SOURCE = 200;
    private static final String DEFAULT_SOURCE = "http";

    private final SubmissionLog submissions;
    private final WireFormat<Submission> format;
    private final InstantSource clock;
    private final Metrics metrics;
    private final JsonMapper json = new JsonMapper();

    Gateway(Map<String, Object> client, SchemaIds schemas, InstantSource clock, Metrics metrics) {
        this.submissions = new SubmissionLog(client);
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
        String source = context.queryParam("source");
        if (source != null && source.length() > LONGEST_SOURCE) {
            String detail = "A source may have " + LONGEST_SOURCE + " characters";
            new Problem(422, "too-long", "Too long", detail, null).answer(context);
            return;
        }
        List<Formats.Part> parts = Formats.parts(context.bodyAsBytes(), context.contentType());
        switch (Intake.of(parts, asked(context))) {
            case Intake.Refused(Problem problem) -> {
                metrics.count("refusals", problem.type());
                problem.answer(context);
            }
            case Intake.Taken(List<Intake.Article> articles) ->
                write(context, source == null || source.isBlank() ? DEFAULT_SOURCE : source, articles);
        }
    }

    private static @Nullable String asked(Context context) {
        String asked = context.queryParam("uri");
        return asked == null || asked.isBlank() ? null : asked;
    }

    /** All of them or none. */
    private void write(Context context, String source, List<Intake.Article> articles) throws InterruptedException {
        String traceparent = Trace.continued(context.header(Trace.HEADER));
        List<ProducerRecord<byte[], byte[]>> records =
                articles.stream().map(one -> record(one, source, traceparent)).toList();
        try {
            submissions.write(records);
        } catch (SubmissionLog.UnavailableException e) {
            log.atError()
                    .addKeyValue("uri", articles.getFirst().uri())
                    .log("not accepted, the log did not take it: {}", e.getMessage());
            metrics.count("refusals", "log-unavailable");
            context.header("Retry-After", Integer.toString(RETRY_AFTER_SECONDS));
            new Problem(503, "log-unavailable", "The log cannot take it", "Not accepted; send it again later", null)
                    .answer(context);
            return;
        }
        ArrayNode answers = json.createArrayNode();
        for (int i = 0; i < articles.size(); i++) {
            answers.add(accepted(articles.get(i), source, records.get(i).headers()));
        }
        JsonNode answer =
                answers.size() == 1 ? answers.get(0) : json.createObjectNode().set("articles", answers);
        context.status(202).contentType("application/json").result(answer.toString());
    }

    private ProducerRecord<byte[], byte[]> record(Intake.Article one, String source, String traceparent) {
        Submission submission = Submission.newBuilder()
                .setSource(source)
                .setMediaType(one.part().mediaType())
                .setPayload(ByteBuffer.wrap(one.part().payload()))
                .setReceivedAt(clock.instant().truncatedTo(ChronoUnit.MILLIS))
                .build();
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(Topics.SUBMISSIONS.name(), one.uri().getBytes(UTF_8), format.encode(submission));
        Trace.put(record.headers(), traceparent);
        return record;
    }

    private ObjectNode accepted(Intake.Article one, String source, Headers headers) {
        metrics.event("accepted");
        String trace = Trace.id(headers);
        log.atInfo()
                .addKeyValue("uri", one.uri())
                .addKeyValue("trace", trace)
                .log("accepted from {}, {} bytes", source, one.part().payload().length);
        ObjectNode answer = json.createObjectNode();
        answer.put("uri", one.uri());
        answer.put("version", one.version()); // null: ingest will number it
        answer.put("trace", trace);
        return answer;
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

    @Override
    public void close() {
        submissions.close();
    }
}
