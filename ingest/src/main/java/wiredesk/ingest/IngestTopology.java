package wiredesk.ingest;

import java.util.function.Supplier;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.Stores;
import wiredesk.ingest.similarity.Twins;
import wiredesk.runtime.Metrics;
import wiredesk.schemas.Topics;
import wiredesk.schemas.wire.SchemaIds;

/** From {@code newsroom.submissions} to {@code articles.ingested}, with {@code ingest.signatures} to find twins by. */
final class IngestTopology implements Supplier<Topology> {

    static final String ARTICLES_SINK = "articles";
    static final String DEAD_LETTERS_SINK = "dead-letters";
    static final String SIGNATURES_SINK = "signatures";
    static final String STANDING_STORE = "standing";
    static final String TWINS_STORE = "twins";

    private static final String SOURCE = "submissions";
    private static final String PROCESSOR = "ingest";
    private static final String TOLD_SOURCE = "told-stories";
    private static final String TOLD_PROCESSOR = "remember-stories";

    /** So many versions are remembered at most, about 100 MB of heap (NearDuplicatesTest prints how much). */
    private static final int MOST_TOLD = 1 << 17;

    private final SchemaIds schemas;
    private final Metrics metrics;

    IngestTopology(SchemaIds schemas, Metrics metrics) {
        this.schemas = schemas;
        this.metrics = metrics;
    }

    @Override
    public Topology get() {
        IngestFormats formats = new IngestFormats(schemas);
        ByteArraySerializer bytes = new ByteArraySerializer();
        Twins twins = new Twins(Topics.SIGNATURES_KEPT, MOST_TOLD);
        metrics.gauge("stories.remembered", twins::size);
        return new Topology()
                .addSource(SOURCE, new ByteArrayDeserializer(), new ByteArrayDeserializer(), Topics.SUBMISSIONS.name())
                .addProcessor(PROCESSOR, () -> new IngestProcessor(formats, metrics), SOURCE)
                .addStateStore(
                        Stores.keyValueStoreBuilder(
                                Stores.persistentKeyValueStore(STANDING_STORE), Serdes.ByteArray(), Serdes.ByteArray()),
                        PROCESSOR)
                .addGlobalStore(
                        TwinsStore.named(TWINS_STORE, twins),
                        TOLD_SOURCE,
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer(),
                        Topics.SIGNATURES.name(),
                        TOLD_PROCESSOR,
                        () -> new TwinsProcessor(formats.told(), metrics))
                .addSink(SIGNATURES_SINK, Topics.SIGNATURES.name(), bytes, bytes, PROCESSOR)
                .addSink(ARTICLES_SINK, Topics.INGESTED.name(), bytes, bytes, PROCESSOR)
                .addSink(DEAD_LETTERS_SINK, Topics.DEAD_LETTERS, bytes, bytes, PROCESSOR);
    }
}
