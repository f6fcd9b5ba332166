package wiredesk.publish;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import wiredesk.schemas.Topics;
import wiredesk.schemas.record.DeliveryRecord;
import wiredesk.schemas.record.EnrichedArticle;
import wiredesk.schemas.record.HeldArticle;
import wiredesk.schemas.record.PublishedArticle;
import wiredesk.schemas.wire.SchemaIds;
import wiredesk.schemas.wire.WireFormat;

/** The formats that publish reads and writes. Thread-safe. */
final class PublishFormats {

    final WireFormat<EnrichedArticle> enriched;
    final WireFormat<DeliveryRecord> deliveries;
    final WireFormat<HeldArticle> held;

    private final SchemaIds schemas;
    private final Map<String, WireFormat<PublishedArticle>> published = new ConcurrentHashMap<>();

    PublishFormats(SchemaIds schemas) {
        this.schemas = schemas;
        this.enriched = new WireFormat<>(Topics.ENRICHED, schemas);
        this.deliveries = new WireFormat<>(Topics.DELIVERIES, schemas);
        this.held = new WireFormat<>(Topics.HELD, schemas);
    }

    /** The format of a channel's records; looked up when its route opens, so that no article waits for it. */
    WireFormat<PublishedArticle> published(String channel) {
        return published.computeIfAbsent(channel, name -> new WireFormat<>(Topics.published(name), schemas));
    }
}
