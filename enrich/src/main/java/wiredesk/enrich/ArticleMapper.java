package wiredesk.enrich;

import java.util.List;
import wiredesk.enrich.tagging.Tag;
import wiredesk.enrich.text.Zone;
import wiredesk.enrich.text.ZoneKind;
import wiredesk.schemas.record.Article;
import wiredesk.schemas.record.EnrichedArticle;
import wiredesk.schemas.record.Evidence;

/** Between the records on the topics and what enrich tags. Avro stops here. */
final class ArticleMapper {

    private ArticleMapper() {}

    static List<Zone> zones(Article article) {
        return article.getZones().stream()
                .map(zone -> new Zone(kind(zone.getKind()), zone.getText()))
                .toList();
    }

    static EnrichedArticle enriched(Article article, List<Tag> tags, String bookVersion) {
        return EnrichedArticle.newBuilder()
                .setArticle(article)
                .setTags(tags.stream().map(ArticleMapper::tag).toList())
                .setBookVersion(bookVersion)
                .build();
    }

    private static wiredesk.schemas.record.Tag tag(Tag tag) {
        return wiredesk.schemas.record.Tag.newBuilder()
                .setCode(tag.code())
                .setNames(tag.names())
                .setBroader(tag.broader())
                .setScore(tag.score())
                .setBookVersion(tag.bookVersion())
                .setEvidence(tag.evidence().stream()
                        .map(evidence -> Evidence.newBuilder()
                                .setRule(evidence.rule())
                                .setZone(evidence.zone())
                                .setBegin(evidence.begin())
                                .setEnd(evidence.end())
                                .setText(evidence.text())
                                .build())
                        .toList())
                .build();
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
