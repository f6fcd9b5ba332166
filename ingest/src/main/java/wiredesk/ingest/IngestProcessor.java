package wiredesk.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wiredesk.ingest.copy.Languages;
import wiredesk.ingest.copy.Zone;
import wiredesk.ingest.copy.Zoning;
import wiredesk.ingest.format.Draft;
import wiredesk.ingest.format.Formats;
import wiredesk.ingest.format.PubStatus;
import wiredesk.ingest.format.Read;
import wiredesk.ingest.format.Reason;
import wiredesk.ingest.revision.Candidate;
import wiredesk.ingest.revision.ContentHash;
import wiredesk.ingest.revision.Decision;
import wiredesk.ingest.revision.Revisions;
import wiredesk.ingest.revision.Standing;
import wiredesk.ingest.similarity.Origin;
import wiredesk.ingest.similarity.Signature;
import wiredesk.ingest.similarity.Told;
import wiredesk.ingest.similarity.Twins;
import wiredesk.runtime.DeadLetters;
import wiredesk.runtime.Metrics;
import wiredesk.runtime.RecordSize;
import wiredesk.runtime.Trace;
import wiredesk.schemas.Topics;
import wiredesk.schemas.record.Article;
import wiredesk.schemas.record.StandingRevision;
import wiredesk.schemas.record.Submission;
import wiredesk.schemas.wire.Decoded;

/** Turns a submission into an article, or says why not, and remembers which version stands. */
final class IngestProcessor implements Processor<byte[], byte[], byte[], byte[]> {

    private static final Logger log = LoggerFactory.getLogger(IngestProcessor.class);

    private final IngestFormats formats;
    private final Metrics metrics;

    private ProcessorContext<byte[], byte[]> context;
    private KeyValueStore<byte[], byte[]> standing;
    private Twins twins;

    @SuppressWarnings("NullAway.Init") // by init()
    IngestProcessor(IngestFormats formats, Metrics metrics) {
        this.formats = formats;
        this.metrics = metrics;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        this.context = context;
        this.standing = context.getStateStore(IngestTopology.STANDING_STORE);
        this.twins =
                context.<TwinsStore>getStateStore(IngestTopology.TWINS_STORE).twins();
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        switch (formats.submissions().decode(record.value())) {
            case Decoded.Poison<Submission>(String reason) -> deadLetter(record, "not-a-submission", reason);
            case Decoded.Value<Submission>(Submission submission) -> read(record, submission);
        }
    }

    private void read(Record<byte[], byte[]> record, Submission submission) {
        int size = submission.getPayload().remaining();
        if (size > Topics.MAX_PAYLOAD_BYTES) { // Through the gateway none comes so far.
            deadLetter(record, "too-large", size + " bytes, where a payload may have " + Topics.MAX_PAYLOAD_BYTES);
            return;
        }
        switch (Formats.read(bytes(submission.getPayload()), submission.getMediaType())) {
            case Read.Refused(Reason reason) -> deadLetter(record, reason.kind().slug(), reason.detail());
            case Read.Accepted(Draft draft) -> {
                String key = text(record.key());
                if (key.isEmpty()) {
                    deadLetter(record, "no-key", "a submission's key is its article's id, in UTF-8");
                    return;
                }
                if (draft.uri() != null && !draft.uri().equals(key)) {
                    deadLetter(record, "key-is-not-the-id", "the key is " + key + ", the payload's id " + draft.uri());
                    return;
                }
                revise(record, submission, draft, key);
            }
        }
    }

    private void revise(Record<byte[], byte[]> record, Submission submission, Draft draft, String uri) {
        List<Zone> zones = Zoning.zones(draft.headline(), draft.body());
        String hash = ContentHash.of(draft, zones);
        boolean kill = draft.pubStatus() == PubStatus.CANCELED;
        Candidate candidate = new Candidate(draft.version(), draft.versionCreated(), hash, kill);
        Remembered known = known(record.key());
        switch (Revisions.decide(known == null ? null : known.standing(), candidate)) {
            case Decision.Accept(String version, Standing next, boolean refresh) -> {
                Languages.Found language = Languages.of(draft.language(), zones);
                Optional<Signature> signature = kill ? Optional.empty() : Signature.of(zones);
                Instant now = Instant.ofEpochMilli(record.timestamp());
                Origin origin = twins.origin(uri, known == null ? null : known.origin(), signature, now);
                Article article = ArticleMapper.article(uri, version, hash, draft, language, zones, origin, submission);
                if (accept(record, article, new Remembered(next, origin))) {
                    signature.ifPresent(found -> tell(record, new Told(uri, origin, now, found)));
                    overruled(article, language);
                }
            }
            case Decision.Duplicate(Standing learned) -> {
                remember(
                        record.key(),
                        new Remembered(learned, Objects.requireNonNull(known).origin()));
                drop(record, uri, "duplicate");
            }
            case Decision.Stale() -> {
                if (kill) {
                    log.atError().addKeyValue("uri", uri).log("a kill is older than what stands and changes nothing");
                    metrics.count("alarms", "stale-kill");
                }
                drop(record, uri, "stale");
            }
            case Decision.KilledAlready() -> deadLetter(record, "killed", uri + " was killed, which is final");
        }
    }

    private boolean accept(Record<byte[], byte[]> record, Article article, Remembered next) {
        Record<byte[], byte[]> out = record.withValue(formats.articles().encode(article));
        if (RecordSize.of(out) > Topics.MAX_RECORD_BYTES) {
            deadLetter(
                    record,
                    "too-large",
                    RecordSize.of(out) + " bytes as an article, where " + Topics.MAX_RECORD_BYTES + " are allowed");
            return false;
        }
        remember(record.key(), next);
        context.forward(out, IngestTopology.ARTICLES_SINK);
        metrics.event("ingested");
        log.atDebug()
                .addKeyValue("uri", article.getUri())
                .addKeyValue("trace", Trace.id(record.headers()))
                .log(
                        "version {} ingested, {} zones, language {}",
                        article.getVersion(),
                        article.getZones().size(),
                        article.getLanguage());
        return true;
    }

    /**
     * Told to all instances when this one commits, and to this one at once: copies that come together are then known
     * for what they are. Should the transaction be aborted, the article comes again, here or elsewhere, and nothing that
     * was marked with it is wrong.
     */
    private void tell(Record<byte[], byte[]> record, Told told) {
        byte[] value = formats.told().encode(ArticleMapper.record(told));
        context.forward(new Record<>(record.key(), value, record.timestamp()), IngestTopology.SIGNATURES_SINK);
        twins.add(told);
    }

    /** By source, it says whose declarations are wrong. */
    private void overruled(Article article, Languages.Found language) {
        if (language.overruled() != null) {
            metrics.count("overruled", "language");
            log.atInfo()
                    .addKeyValue("uri", article.getUri())
                    .addKeyValue("source", article.getSource())
                    .log("declared as {}, but it reads as {}", language.overruled(), article.getLanguage());
        }
    }

    private @Nullable Remembered known(byte[] key) {
        byte[] stored = standing.get(key);
        if (stored == null) {
            return null;
        }
        return switch (formats.standing().decode(stored)) {
            case Decoded.Value<StandingRevision>(StandingRevision revision) -> ArticleMapper.remembered(revision);
            case Decoded.Poison<StandingRevision>(String reason) ->
                throw new IllegalStateException("the store of standing versions is damaged: " + reason);
        };
    }

    private void remember(byte[] key, Remembered next) {
        standing.put(key, formats.standing().encode(ArticleMapper.record(next)));
    }

    private void drop(Record<byte[], byte[]> record, String uri, String outcome) {
        metrics.event(outcome);
        log.atInfo()
                .addKeyValue("uri", uri)
                .addKeyValue("trace", Trace.id(record.headers()))
                .log("{}, dropped", outcome);
    }

    private void deadLetter(Record<byte[], byte[]> record, String reason, String detail) {
        context.recordMetadata()
                .ifPresent(from -> context.forward(
                        DeadLetters.of(record, from, "ingest", reason, detail), IngestTopology.DEAD_LETTERS_SINK));
        metrics.event("dead-lettered");
        log.atWarn().addKeyValue("trace", Trace.id(record.headers())).log("dead letter: {}: {}", reason, detail);
    }

    /** Empty for what is no text: an id with replacement characters in it would be another article's. */
    private static String text(byte @Nullable [] key) {
        try {
            return key == null
                    ? ""
                    : UTF_8.newDecoder().decode(ByteBuffer.wrap(key)).toString();
        } catch (CharacterCodingException e) {
            return "";
        }
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
