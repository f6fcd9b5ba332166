package wiredesk.cli;

import java.util.List;
import wiredesk.ingest.copy.Languages;
import wiredesk.ingest.copy.Zone;
import wiredesk.ingest.copy.Zoning;
import wiredesk.ingest.format.Draft;

/**
 * An article as ingest reads it: what its payload says, and what ingest makes of that. What only a running service
 * knows (when it came, which version stood before) is not in it.
 *
 * @param language as ingest decides: the declared one, else what the text reads like
 */
record ParsedArticle(Draft draft, String language, List<Zone> zones) {

    static ParsedArticle of(Draft draft) {
        List<Zone> zones = Zoning.zones(draft.headline(), draft.body());
        return new ParsedArticle(draft, Languages.of(draft.language(), zones), zones);
    }
}
