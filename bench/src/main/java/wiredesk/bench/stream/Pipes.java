package wiredesk.bench.stream;

import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import wiredesk.bench.peer.MonitorPeer;
import wiredesk.schemas.Topics;
import wiredesk.schemas.record.Article;
import wiredesk.schemas.record.EnrichedArticle;
import wiredesk.schemas.wire.Decoded;
import wiredesk.schemas.wire.WireFormat;

/** What enrich is held against: topologies between the same two topics. */
public final class Pipes {

    private Pipes() {}

    /** Every record goes on as it is. */
    public static Supplier<Topology> identity() {
        return () -> through(bytes -> bytes);
    }

    /** Every record is decoded and encoded again as an enriched article that nothing was found in. */
    public static Supplier<Topology> reencoding(WireFormat<Article> articles, WireFormat<EnrichedArticle> enriched) {
        return () -> through(bytes -> enriched.encode(EnrichedArticle.newBuilder()
                .setArticle(article(articles, bytes))
                .setBookVersion("none")
                .build()));
    }

    /** Lucene Monitor in enrich's place. Like enrich it decodes, copies the article's bytes and writes what it found. */
    public static Supplier<Topology> monitor(
            MonitorPeer monitor, WireFormat<Article> articles, WireFormat<EnrichedArticle> enriched) {
        MonitorTags tags = new MonitorTags(monitor);
        return () -> through(bytes -> enriched.encode(bytes, tags.of(article(articles, bytes))));
    }

    private static Article article(WireFormat<Article> format, byte[] bytes) {
        return switch (format.decode(bytes)) {
            case Decoded.Value<Article>(Article article) -> article;
            case Decoded.Poison<Article>(String reason) -> throw new IllegalStateException(reason);
        };
    }

    private static Topology through(Function<byte[], byte[]> work) {
        ByteArraySerializer bytes = new ByteArraySerializer();
        return new Topology()
                .addSource("articles", new ByteArrayDeserializer(), new ByteArrayDeserializer(), Topics.INGESTED.name())
                .addProcessor("work", () -> new Work(work), "articles")
                .addSink("results", Topics.ENRICHED.name(), bytes, bytes, "work");
    }

    private static final class Work implements Processor<byte[], byte[], byte[], byte[]> {

        private final Function<byte[], byte[]> work;
        private @Nullable ProcessorContext<byte[], byte[]> context;

        Work(Function<byte[], byte[]> work) {
            this.work = work;
        }

        @Override
        public void init(ProcessorContext<byte[], byte[]> context) {
            this.context = context;
        }

        @Override
        public void process(Record<byte[], byte[]> record) {
            if (context != null) {
                context.forward(record.withValue(work.apply(record.value())));
            }
        }
    }
}
