package wiredesk.bench.corpus;

import java.util.List;
import wiredesk.enrich.text.Zone;

/**
 * An article of the corpus.
 *
 * @param zones as the engine takes it
 * @param sentences the zones' texts once more, cut into sentences: for peers that have no notion of them
 */
public record Article(List<Zone> zones, List<List<String>> sentences) {
    public Article {
        zones = List.copyOf(zones);
        sentences = sentences.stream().map(List::copyOf).toList();
    }
}
