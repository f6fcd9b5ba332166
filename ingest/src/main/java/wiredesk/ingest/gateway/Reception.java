package wiredesk.ingest.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
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

/**
 * Takes payloads in, whichever door they come by, and writes their articles down as submissions: all of a payload's or
 * none. Says 'accepted' only when the log has them.
 */
final class Reception {

    private static final Logger log = LoggerFactory.getLogger(Reception.class);

    private final SubmissionLog submissions;
    private final WireFormat<Submission> format;
    private final InstantSource clock;
    private final Metrics metrics;

    Reception(SubmissionLog submissions, SchemaIds schemas, InstantSource clock, Metrics metrics) {
        this.submissions = submissions;
        this.format = new WireFormat<>(Topics.SUBMISSIONS, schemas);
        this.clock = clock;
        this.metrics = metrics;
    }

    /**
     * What is handed in.
     *
     * @param mediaType as it was said; null: by the payload's looks
     * @param uri the id that was asked for, for the one article that has none of its own
     * @param traceparent valid
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    record Delivery(
            byte[] payload,
            @Nullable String mediaType,
            @Nullable String uri,
            String source,
            Sender sender,
            String traceparent) {}

    sealed interface Outcome {
        /** The log has them all. */
        record Accepted(List<Receipt> receipts) implements Outcome {}

        /** Nothing counts as written. */
        record Refused(Problem problem) implements Outcome {}
    }

    /** @param version as the newsroom gave it; null: ingest will number it */
    record Receipt(String uri, @Nullable String version, String trace) {}

    /** A delivery on its way. Has to be awaited. */
    interface Promise {
        Outcome await() throws InterruptedException;
    }

    Outcome take(Delivery delivery) throws InterruptedException {
        return begin(delivery).await();
    }

    /** Begins to take a payload in. Articles that one thread hands in one by one are written in that order. */
    Promise begin(Delivery delivery) {
        return switch (read(delivery)) {
            case Intake.Refused(Problem problem) -> () -> refused(problem);
            case Intake.Taken(List<Intake.Article> articles) -> {
                SubmissionLog.Pending pending = submissions.begin(records(articles, delivery));
                yield () -> accepted(articles, delivery, pending);
            }
        };
    }

    /** The same, at most once for a key: asked again, the answer is the first one's. */
    Outcome takeOnce(Delivery delivery, String key, Idempotency idempotency) throws InterruptedException {
        return switch (read(delivery)) {
            case Intake.Refused(Problem problem) -> refused(problem);
            case Intake.Taken(List<Intake.Article> articles) -> {
                List<Receipt> receipts = receipts(articles, delivery);
                Idempotency.Request request =
                        new Idempotency.Request(key, ByteBuffer.wrap(Sha256.of(delivery.payload())), receipts);
                yield switch (idempotency.claim(request)) {
                    case Idempotency.Verdict.Known(List<Receipt> first) -> new Outcome.Accepted(first);
                    case Idempotency.Verdict.Refused(Problem problem) -> refused(problem);
                    case Idempotency.Verdict.Ours(ProducerRecord<byte[], byte[]> answer) -> {
                        List<ProducerRecord<byte[], byte[]>> together = new ArrayList<>(records(articles, delivery));
                        together.add(answer);
                        yield accepted(articles, delivery, submissions.begin(together));
                    }
                };
            }
        };
    }

    private static Intake read(Delivery delivery) {
        Problem notAllowed = delivery.sender().refusesSource(delivery.source());
        return notAllowed == null
                ? Intake.of(Formats.parts(delivery.payload(), delivery.mediaType()), delivery.uri(), delivery.sender())
                : new Intake.Refused(notAllowed);
    }

    private Outcome refused(Problem problem) {
        metrics.count("refusals", problem.type());
        return new Outcome.Refused(problem);
    }

    private Outcome accepted(List<Intake.Article> articles, Delivery delivery, SubmissionLog.Pending pending)
            throws InterruptedException {
        try {
            pending.await();
        } catch (SubmissionLog.UnavailableException e) {
            log.atError()
                    .addKeyValue("uri", articles.getFirst().uri())
                    .log("not accepted, the log did not take it: {}", e.getMessage());
            return refused(Problem.logUnavailable());
        }
        List<Receipt> receipts = receipts(articles, delivery);
        for (int i = 0; i < receipts.size(); i++) {
            metrics.event("accepted");
            log.atInfo()
                    .addKeyValue("uri", receipts.get(i).uri())
                    .addKeyValue("trace", receipts.get(i).trace())
                    .log(
                            "accepted from {}, {} bytes",
                            delivery.source(),
                            articles.get(i).part().payload().length);
        }
        return new Outcome.Accepted(receipts);
    }

    private static List<Receipt> receipts(List<Intake.Article> articles, Delivery delivery) {
        String trace = Trace.id(delivery.traceparent());
        return articles.stream()
                .map(one -> new Receipt(one.uri(), one.version(), trace))
                .toList();
    }

    private List<ProducerRecord<byte[], byte[]>> records(List<Intake.Article> articles, Delivery delivery) {
        return articles.stream().map(one -> record(one, delivery)).toList();
    }

    private ProducerRecord<byte[], byte[]> record(Intake.Article one, Delivery delivery) {
        Submission submission = Submission.newBuilder()
                .setSource(delivery.source())
                .setMediaType(one.part().mediaType())
                .setPayload(ByteBuffer.wrap(one.part().payload()))
                .setReceivedAt(clock.instant().truncatedTo(ChronoUnit.MILLIS))
                .build();
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(Topics.SUBMISSIONS.name(), one.uri().getBytes(UTF_8), format.encode(submission));
        Trace.put(record.headers(), delivery.traceparent());
        return record;
    }
}
