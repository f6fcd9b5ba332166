package wiredesk.enrich;

import java.util.function.Supplier;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wiredesk.enrich.tagging.Findings;
import wiredesk.enrich.tagging.Tag;
import wiredesk.enrich.tagging.Tagger;
import wiredesk.runtime.DeadLetters;
import wiredesk.runtime.Metrics;
import wiredesk.runtime.RecordSize;
import wiredesk.runtime.Trace;
import wiredesk.schemas.Topics;
import wiredesk.schemas.record.Article;
import wiredesk.schemas.record.EnrichedArticle;
import wiredesk.schemas.wire.Decoded;
import wiredesk.schemas.wire.WireFormat;

/** Tags one article by the rule book of the moment; one book for the whole of it. */
final class EnrichProcessor implements Processor<byte[], byte[], byte[], byte[]> {

    private static final Logger log = LoggerFactory.getLogger(EnrichProcessor.class);

    private final WireFormat<Article> articles;
    private final WireFormat<EnrichedArticle> enriched;
    private final Supplier<Tagger> taggers;
    private final Metrics metrics;

    private ProcessorContext<byte[], byte[]> context;

    @SuppressWarnings("NullAway.Init") // by init()
    EnrichProcessor(
            WireFormat<Article> articles,
            WireFormat<EnrichedArticle> enriched,
            Supplier<Tagger> taggers,
            Metrics metrics) {
        this.articles = articles;
        this.enriched = enriched;
        this.taggers = taggers;
        this.metrics = metrics;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        this.context = context;
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        switch (articles.decode(record.value())) {
            case Decoded.Poison<Article>(String reason) -> deadLetter(record, "not-an-article", reason);
            case Decoded.Value<Article>(Article article) -> tag(record, article);
        }
    }

    private void tag(Record<byte[], byte[]> record, Article article) {
        Tagger tagger = taggers.get();
        Findings findings = tagger.tag(article.getLanguage(), ArticleMapper.zones(article));
        EnrichedArticle value = ArticleMapper.enriched(article, findings, tagger.version());
        Record<byte[], byte[]> out = record.withValue(
                articles.isCurrent(record.value()) ? enriched.encode(record.value(), value) : enriched.encode(value));
        if (RecordSize.of(out) > Topics.MAX_RECORD_BYTES) {
            deadLetter(
                    record,
                    "too-large",
                    RecordSize.of(out) + " bytes with its tags, where " + Topics.MAX_RECORD_BYTES + " are allowed");
            return;
        }
        context.forward(out, EnrichTopology.ENRICHED_SINK);
        metrics.event("enriched");
        if (!tagger.covers(article.getLanguage())) {
            metrics.count("uncovered", article.getLanguage());
        }
        log.atDebug()
                .addKeyValue("uri", article.getUri())
                .addKeyValue("trace", Trace.id(record.headers()))
                .log(
                        "version {} tagged: {}",
                        article.getVersion(),
                        findings.tags().stream().map(Tag::code).toList());
    }

    private void deadLetter(Record<byte[], byte[]> record, String reason, String detail) {
        context.recordMetadata()
                .ifPresent(from -> context.forward(
                        DeadLetters.of(record, from, "enrich", reason, detail), EnrichTopology.DEAD_LETTERS_SINK));
        metrics.event("dead-lettered");
        log.atWarn().addKeyValue("trace", Trace.id(record.headers())).log("dead letter: {}: {}", reason, detail);
    }
}
