package wiredesk.ingest.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wiredesk.runtime.SystemTime;
import wiredesk.schemas.Topics;
import wiredesk.schemas.record.RequestClaim;
import wiredesk.schemas.wire.WireFormat;

/**
 * Remembers for 24 h which request came with which Idempotency-Key and what it was answered, across instances and
 * restarts. Who wants to answer a key first writes a claim to the topic, and reads on until it comes back: the log's
 * order says who was first, whichever instances they came to. The answer is written in the transaction that writes the
 * articles, so that there are both or neither.
 */
final class Idempotency {

    private static final Logger log = LoggerFactory.getLogger(Idempotency.class);
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration ANSWER_WITHIN = Duration.ofMillis(900);

    private final SubmissionLog submissions;
    private final WireFormat<RequestClaim> format;
    private final InstantSource clock;
    private final ClaimLog claims;

    /** @param receipts what is to be answered when the articles are written */
    record Request(String key, ByteBuffer bodyHash, List<Reception.Receipt> receipts) {}

    /** What a request with a key may do. */
    sealed interface Verdict {
        /** It is the first: the record goes into the transaction with the articles. */
        record Ours(ProducerRecord<byte[], byte[]> answer) implements Verdict {}

        /** It came before, and was answered so. */
        record Known(List<Reception.Receipt> receipts) implements Verdict {}

        record Refused(Problem problem) implements Verdict {}
    }

    Idempotency(SubmissionLog submissions, WireFormat<RequestClaim> format, InstantSource clock, ClaimLog claims) {
        this.submissions = submissions;
        this.format = format;
        this.clock = clock;
        this.claims = claims;
    }

    /** Claims the request's key. */
    Verdict claim(Request request) throws InterruptedException {
        Claims.Standing known = claims.of(request.key());
        if (known != null && known.entry().answer() != null) {
            return verdict(request, known);
        }
        String claim = SystemTime.randomHex(16);
        CompletableFuture<Claims.Standing> back = claims.expect(claim);
        try {
            submissions.begin(List.of(record(request, claim, null))).await();
            Claims.Standing standing = back.get(ANSWER_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
            return standing.entry().claim().equals(claim)
                    ? new Verdict.Ours(record(request, claim, json(request.receipts())))
                    : verdict(request, claims.awaitAnswer(request.key(), standing, ANSWER_WITHIN));
        } catch (SubmissionLog.UnavailableException | TimeoutException | ExecutionException e) {
            log.error("a claim did not come back from {}: {}", Topics.IDEMPOTENCY.name(), e.toString());
            return new Verdict.Refused(Problem.logUnavailable());
        } finally {
            claims.expectNoMore(claim);
        }
    }

    /** Where another claim stands. */
    private static Verdict verdict(Request request, Claims.Standing standing) {
        if (!standing.entry().body().equals(request.bodyHash())) {
            return new Verdict.Refused(new Problem(
                    422,
                    "key-of-another-body",
                    "Another body",
                    "This Idempotency-Key came with another body; a new request takes a new key"));
        }
        String answer = standing.entry().answer();
        return answer == null
                ? new Verdict.Refused(new Problem(
                        409,
                        "in-progress",
                        "In progress",
                        "The first request with this Idempotency-Key is not answered yet; ask again",
                        null,
                        Duration.ofSeconds(2)))
                : new Verdict.Known(receipts(answer));
    }

    private ProducerRecord<byte[], byte[]> record(Request request, String claim, @Nullable String answer) {
        RequestClaim value = new RequestClaim(claim, request.bodyHash().duplicate(), answer);
        return new ProducerRecord<>(
                Topics.IDEMPOTENCY.name(), null, clock.millis(), request.key().getBytes(UTF_8), format.encode(value));
    }

    private static String json(List<Reception.Receipt> receipts) {
        try {
            return JSON.writeValueAsString(receipts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("receipts are plain text", e);
        }
    }

    private static List<Reception.Receipt> receipts(String json) {
        try {
            return JSON.readValue(json, new TypeReference<List<Reception.Receipt>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(Topics.IDEMPOTENCY.name() + " has an answer that is none: " + json, e);
        }
    }
}
