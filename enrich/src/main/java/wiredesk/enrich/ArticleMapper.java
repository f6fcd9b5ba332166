package wiredesk.enrich;

import java.util.List;
import wiredesk.enrich.tagging.Findings;
import wiredesk.enrich.tagging.Tag;
import wiredesk.enrich.text.Zone;
import wiredesk.enrich.text.ZoneKind;
import wiredesk.schemas.record.Article;
import wiredesk.schemas.record.EnrichedArticle;
import wiredesk.schemas.record.Evidence;

/** Between the records on the topics and what enrich tags. Avro stops here. */
public final class ArticleMapper {

    private ArticleMapper() {}

    /** The article's text as the tagger takes it, in reading order. */
    public static List<Zone> zones(Article article) {
        return article.getZones().stream()
                .map(zone -> new Zone(kind(zone.getKind()), zone.getText()))
                .toList();
    }

    // By constructors, for a builder checks and copies each field of each article.
    static EnrichedArticle enriched(Article article, Findings findings, String bookVersion) {
        return new EnrichedArticle(
                article,
                findings.tags().stream().map(ArticleMapper::tag).toList(),
                bookVersion,
                findings.places().stream()
                        .map(place -> new wiredesk.schemas.record.NamedPlace(place.code(), evidence(place.evidence())))
                        .toList());
    }

    private static wiredesk.schemas.record.Tag tag(Tag tag) {
        return new wiredesk.schemas.record.Tag(
                tag.code(), tag.names(), tag.broader(), tag.score(), tag.bookVersion(), evidence(tag.evidence()));
    }

    private static List<Evidence> evidence(List<wiredesk.enrich.tagging.Evidence> evidence) {
        return evidence.stream()
                .map(piece -> new Evidence(piece.rule(), piece.zone(), piece.begin(), piece.end(), piece.text()))
                .toList();
    }

    private static ZoneKind kind(wiredesk.schemas.record.ZoneKind kind) {
        return switch (kind) {
            case headline -> ZoneKind.HEADLINE;
            case lede -> ZoneKind.LEDE;
            case heading -> ZoneKind.HEADING;
            case paragraph -> ZoneKind.PARAGRAPH;
            case list -> ZoneKind.LIST;
            case caption -> ZoneKind.CAPTION;
            case credit -> ZoneKind.CREDIT;
            case box -> ZoneKind.BOX;
            case source -> ZoneKind.SOURCE;
        };
    }
}
