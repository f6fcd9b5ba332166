package wiredesk.publish;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wiredesk.publish.release.Embargo;
import wiredesk.publish.routing.Delivered;
import wiredesk.publish.routing.Delivery;
import wiredesk.publish.routing.Incoming;
import wiredesk.publish.routing.Router;
import wiredesk.publish.routing.Routes;
import wiredesk.runtime.DeadLetters;
import wiredesk.runtime.Metrics;
import wiredesk.runtime.RecordSize;
import wiredesk.runtime.Trace;
import wiredesk.schemas.Topics;
import wiredesk.schemas.record.Article;
import wiredesk.schemas.record.DeliveryRecord;
import wiredesk.schemas.record.EnrichedArticle;
import wiredesk.schemas.record.HeldArticle;
import wiredesk.schemas.record.PubStatus;
import wiredesk.schemas.wire.Decoded;
import wiredesk.schemas.wire.RecordJson;

/** Holds a version for its embargo, or sends it to the channels that are owed it, and remembers what each has. */
final class PublishProcessor implements Processor<byte[], byte[], byte[], byte[]> {

    private static final Logger log = LoggerFactory.getLogger(PublishProcessor.class);
    private static final Duration TICK = Duration.ofMillis(100);
    /** Versions released a tick; the rest follow a tick later, so that no transaction grows without bound. */
    private static final int RELEASED_PER_TICK = 1_000;

    private static final byte[] NOT_HELD = {};

    /** Where a version came from that a timer released: its offset is no longer known, and is given as -1. */
    private record Released(String topic, int partition, long offset) implements RecordMetadata {}

    private final PublishFormats formats;
    private final Supplier<Routes> routes;
    private final InstantSource clock;
    private final Metrics metrics;

    private ProcessorContext<byte[], byte[]> context;
    private KeyValueStore<byte[], byte[]> deliveries;
    private KeyValueStore<byte[], byte[]> held;

    @SuppressWarnings("NullAway.Init") // by init()
    PublishProcessor(PublishFormats formats, Supplier<Routes> routes, InstantSource clock, Metrics metrics) {
        this.formats = formats;
        this.routes = routes;
        this.clock = clock;
        this.metrics = metrics;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        this.context = context;
        this.deliveries = context.getStateStore(PublishTopology.DELIVERIES_STORE);
        this.held = context.getStateStore(PublishTopology.HELD_STORE);
        context.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, tick -> release());
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        switch (formats.enriched.decode(record.value())) {
            case Decoded.Poison<EnrichedArticle>(String reason) -> {
                deadLetter(record, "not-an-enriched-article", reason);
                metrics.event("dead-lettered");
            }
            case Decoded.Value<EnrichedArticle>(EnrichedArticle enriched) -> holdOrDeliver(record, enriched);
        }
    }

    private void holdOrDeliver(Record<byte[], byte[]> record, EnrichedArticle enriched) {
        DeliveryRecord before = deliveryRecord(record.key());
        ByteBuffer replaced = before.getHeldUnder();
        if (replaced != null) {
            held.delete(bytes(replaced));
            metrics.event("superseded");
        }
        Article article = enriched.getArticle();
        Embargo embargo = ArticleMapper.embargo(article);
        // An embargo keeps a story back, never the word that one is not to be used.
        if (article.getPubStatus() == PubStatus.usable && !embargo.isOver(clock.instant())) {
            hold(record, enriched, embargo.heldKey(record.key()), ArticleMapper.delivered(before));
        } else {
            deliver(record, enriched, ArticleMapper.delivered(before));
        }
    }

    private void hold(
            Record<byte[], byte[]> record, EnrichedArticle enriched, byte[] heldKey, Map<String, Delivered> had) {
        Header trace = record.headers().lastHeader(Trace.HEADER);
        HeldArticle version = HeldArticle.newBuilder()
                .setTraceparent(trace == null || trace.value() == null ? null : new String(trace.value(), US_ASCII))
                .setEnriched(enriched)
                .build();
        held.put(heldKey, formats.held.encode(version));
        remember(record.key(), had, heldKey);
        metrics.count("held", "embargo");
    }

    private void deliver(Record<byte[], byte[]> record, EnrichedArticle enriched, Map<String, Delivered> had) {
        Instant now = clock.instant();
        Incoming incoming = ArticleMapper.incoming(enriched, contentHash(enriched));
        List<Delivery> owed = Router.decide(incoming, had, routes.get());
        Map<String, Delivered> has = new HashMap<>(had);
        List<Record<byte[], byte[]>> ready = new ArrayList<>();
        for (Delivery delivery : owed) {
            byte[] value =
                    formats.published(delivery.channel()).encode(ArticleMapper.published(enriched, delivery, now));
            Record<byte[], byte[]> out = record.withValue(value).withHeaders(record.headers());
            ChannelHeader.put(out.headers(), delivery.channel());
            if (RecordSize.of(out) > Topics.MAX_RECORD_BYTES) {
                deadLetter(
                        record,
                        "too-large",
                        "for channel " + delivery.channel() + ": " + RecordSize.of(out) + " bytes where "
                                + Topics.MAX_RECORD_BYTES + " are allowed");
                continue;
            }
            ready.add(out);
            has.put(delivery.channel(), new Delivered(incoming.version(), incoming.contentHash(), delivery.kind()));
        }
        remember(record.key(), has, NOT_HELD);
        ready.forEach(out -> context.forward(out, PublishTopology.CHANNELS_SINK));
        metrics.event(outcome(owed, ready));
        log.atDebug()
                .addKeyValue("uri", enriched.getArticle().getUri())
                .addKeyValue("trace", Trace.id(record.headers()))
                .log("version {} delivered: {}", incoming.version(), owed);
    }

    /** An event counts once, whatever it comes to on each channel. */
    private static String outcome(List<Delivery> owed, List<Record<byte[], byte[]>> ready) {
        if (!ready.isEmpty()) {
            return "published";
        }
        return owed.isEmpty() ? "unmatched" : "dead-lettered";
    }

    /** Sends out what is due. Its clock is the one that held it back, so nothing goes out early by it. */
    private void release() {
        Instant now = clock.instant();
        List<KeyValue<byte[], byte[]>> due = new ArrayList<>();
        try (KeyValueIterator<byte[], byte[]> all = held.range(null, Embargo.firstKeyAfter(now))) {
            while (all.hasNext() && due.size() < RELEASED_PER_TICK) {
                due.add(all.next());
            }
        }
        for (KeyValue<byte[], byte[]> entry : due) {
            held.delete(entry.key);
            switch (formats.held.decode(entry.value)) {
                case Decoded.Poison<HeldArticle>(String reason) ->
                    throw new IllegalStateException("the store of held articles is damaged: " + reason);
                case Decoded.Value<HeldArticle>(HeldArticle version) ->
                    releaseOne(Embargo.articleKey(entry.key), version, now);
            }
        }
    }

    private void releaseOne(byte[] key, HeldArticle version, Instant now) {
        byte[] value = formats.enriched.encode(version.getEnriched());
        Record<byte[], byte[]> record = new Record<>(key, value, now.toEpochMilli());
        if (version.getTraceparent() != null) {
            Trace.put(record.headers(), version.getTraceparent());
        }
        deliver(record, version.getEnriched(), ArticleMapper.delivered(deliveryRecord(key)));
    }

    private DeliveryRecord deliveryRecord(byte[] key) {
        byte[] stored = deliveries.get(key);
        if (stored == null) {
            return ArticleMapper.record(Map.of(), NOT_HELD);
        }
        return switch (formats.deliveries.decode(stored)) {
            case Decoded.Value<DeliveryRecord>(DeliveryRecord known) -> known;
            case Decoded.Poison<DeliveryRecord>(String reason) ->
                throw new IllegalStateException("the store of deliveries is damaged: " + reason);
        };
    }

    private void remember(byte[] key, Map<String, Delivered> has, byte[] heldUnder) {
        deliveries.put(key, formats.deliveries.encode(ArticleMapper.record(has, heldUnder)));
    }

    private void deadLetter(Record<byte[], byte[]> record, String reason, String detail) {
        RecordMetadata from = context.recordMetadata()
                .orElseGet(() ->
                        new Released(Topics.ENRICHED.name(), context.taskId().partition(), -1));
        context.forward(DeadLetters.of(record, from, "publish", reason, detail), PublishTopology.DEAD_LETTERS_SINK);
        log.atWarn().addKeyValue("trace", Trace.id(record.headers())).log("dead letter: {}: {}", reason, detail);
    }

    /** Over all that a site would be shown, but not over when, why and by which rule book. */
    private static String contentHash(EnrichedArticle enriched) {
        byte[] shown = RecordJson.of(ArticleMapper.shown(enriched)).toString().getBytes(UTF_8);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(shown));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
