package wiredesk.bench.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.monitor.HighlightsMatch;
import wiredesk.bench.peer.MonitorPeer;
import wiredesk.enrich.ArticleMapper;
import wiredesk.enrich.text.Zone;
import wiredesk.schemas.record.Article;
import wiredesk.schemas.record.EnrichedArticle;
import wiredesk.schemas.record.Evidence;
import wiredesk.schemas.record.Tag;

/**
 * What Monitor finds, as an enriched article without the article. In its favour there is one tag for all rules, and of
 * the evidence only where it begins and ends in all that was read.
 */
final class MonitorTags {

    private static final String BOOK = "monitor";

    private final MonitorPeer monitor;

    MonitorTags(MonitorPeer monitor) {
        this.monitor = monitor;
    }

    EnrichedArticle of(Article article) {
        List<Zone> zones = ArticleMapper.zones(article);
        List<List<String>> sentences =
                zones.stream().map(zone -> List.of(zone.text())).toList();
        List<Evidence> evidence = new ArrayList<>();
        for (HighlightsMatch match : monitor.highlights(
                        MonitorPeer.document(new wiredesk.bench.corpus.Article(zones, sentences)))
                .getMatches()) {
            for (String field : match.getFields()) {
                for (HighlightsMatch.Hit hit : match.getHits(field)) {
                    evidence.add(new Evidence(match.getQueryId(), 0, 0, 0, hit.toString()));
                }
            }
        }
        Tag tag = new Tag("wiredesk:made", Map.of("en", "made"), List.of(), 1.0, BOOK, evidence);
        return EnrichedArticle.newBuilder()
                .setArticle(article)
                .setTags(evidence.isEmpty() ? List.of() : List.of(tag))
                .setBookVersion(BOOK)
                .build();
    }
}
