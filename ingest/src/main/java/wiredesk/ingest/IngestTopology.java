package wiredesk.ingest;

import java.util.function.Supplier;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.Stores;
import wiredesk.runtime.Metrics;
import wiredesk.schemas.Topics;
import wiredesk.schemas.wire.SchemaIds;

/** From {@code newsroom.submissions} to {@code articles.ingested}. */
final class IngestTopology implements Supplier<Topology> {

    static final String ARTICLES_SINK = "articles";
    static final String DEAD_LETTERS_SINK = "dead-letters";
    static final String STANDING_STORE = "standing";

    private static final String SOURCE = "submissions";
    private static final String PROCESSOR = "ingest";

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
        return new Topology()
                .addSource(SOURCE, new ByteArrayDeserializer(), new ByteArrayDeserializer(), Topics.SUBMISSIONS.name())
                .addProcessor(PROCESSOR, () -> new IngestProcessor(formats, metrics), SOURCE)
                .addStateStore(
                        Stores.keyValueStoreBuilder(
                                Stores.persistentKeyValueStore(STANDING_STORE), Serdes.ByteArray(), Serdes.ByteArray()),
                        PROCESSOR)
                .addSink(ARTICLES_SINK, Topics.INGESTED.name(), bytes, bytes, PROCESSOR)
                .addSink(DEAD_LETTERS_SINK, Topics.DEAD_LETTERS, bytes, bytes, PROCESSOR);
    }
}
