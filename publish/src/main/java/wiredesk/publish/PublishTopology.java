package wiredesk.publish;

import java.time.InstantSource;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import wiredesk.publish.routing.Routes;
import wiredesk.runtime.Metrics;
import wiredesk.schemas.Topics;
import wiredesk.schemas.wire.SchemaIds;

/** From {@code articles.enriched} to the channels' topics. */
final class PublishTopology implements Supplier<Topology> {

    static final String CHANNELS_SINK = "channels";
    static final String DEAD_LETTERS_SINK = "dead-letters";
    static final String DELIVERIES_STORE = "deliveries";
    static final String HELD_STORE = "held";

    private static final String SOURCE = "enriched";
    private static final String PROCESSOR = "publish";

    private final SchemaIds schemas;
    private final Supplier<Routes> routes;
    private final InstantSource clock;
    private final Metrics metrics;

    PublishTopology(SchemaIds schemas, Supplier<Routes> routes, InstantSource clock, Metrics metrics) {
        this.schemas = schemas;
        this.routes = routes;
        this.clock = clock;
        this.metrics = metrics;
    }

    @Override
    public Topology get() {
        PublishFormats formats = new PublishFormats(schemas);
        ByteArraySerializer bytes = new ByteArraySerializer();
        return new Topology()
                .addSource(SOURCE, new ByteArrayDeserializer(), new ByteArrayDeserializer(), Topics.ENRICHED.name())
                .addProcessor(PROCESSOR, () -> new PublishProcessor(formats, routes, clock, metrics), SOURCE)
                .addStateStore(store(DELIVERIES_STORE), PROCESSOR)
                .addStateStore(store(HELD_STORE), PROCESSOR)
                .addSink(CHANNELS_SINK, (key, value, context) -> ChannelHeader.topic(context), bytes, bytes, PROCESSOR)
                .addSink(DEAD_LETTERS_SINK, Topics.DEAD_LETTERS, bytes, bytes, PROCESSOR);
    }

    private static StoreBuilder<KeyValueStore<byte[], byte[]>> store(String name) {
        return Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(name), Serdes.ByteArray(), Serdes.ByteArray());
    }
}
