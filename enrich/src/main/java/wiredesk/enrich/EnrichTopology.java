package wiredesk.enrich;

import java.util.function.Supplier;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.Topology;
import wiredesk.enrich.tagging.Tagger;
import wiredesk.runtime.Metrics;
import wiredesk.schemas.Topics;
import wiredesk.schemas.record.Article;
import wiredesk.schemas.record.EnrichedArticle;
import wiredesk.schemas.wire.SchemaIds;
import wiredesk.schemas.wire.WireFormat;

/** From {@code articles.ingested} to {@code articles.enriched}. */
public final class EnrichTopology implements Supplier<Topology> {

    static final String ENRICHED_SINK = "enriched";
    static final String DEAD_LETTERS_SINK = "dead-letters";

    private static final String SOURCE = "articles";
    private static final String PROCESSOR = "enrich";

    private final SchemaIds schemas;
    private final Supplier<Tagger> tagger;
    private final Metrics metrics;

    public EnrichTopology(SchemaIds schemas, Supplier<Tagger> tagger, Metrics metrics) {
        this.schemas = schemas;
        this.tagger = tagger;
        this.metrics = metrics;
    }

    @Override
    public Topology get() {
        WireFormat<Article> articles = new WireFormat<>(Topics.INGESTED, schemas);
        WireFormat<EnrichedArticle> enriched = new WireFormat<>(Topics.ENRICHED, schemas);
        ByteArraySerializer bytes = new ByteArraySerializer();
        return new Topology()
                .addSource(SOURCE, new ByteArrayDeserializer(), new ByteArrayDeserializer(), Topics.INGESTED.name())
                .addProcessor(PROCESSOR, () -> new EnrichProcessor(articles, enriched, tagger, metrics), SOURCE)
                .addSink(ENRICHED_SINK, Topics.ENRICHED.name(), bytes, bytes, PROCESSOR)
                .addSink(DEAD_LETTERS_SINK, Topics.DEAD_LETTERS, bytes, bytes, PROCESSOR);
    }
}
