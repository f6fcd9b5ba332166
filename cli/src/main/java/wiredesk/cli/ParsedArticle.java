package wiredesk.cli;

import java.util.List;
import java.util.stream.Stream;
import wiredesk.ingest.copy.Languages;
import wiredesk.ingest.copy.Zone;
import wiredesk.ingest.copy.Zoning;
import wiredesk.ingest.format.Draft;

/**
 * An article as ingest reads it: what its payload says, and what ingest makes of that. What only a running service
 * knows (when it came, which version stood before) is not in it.
 *
 * @param language as ingest decides: the declared one, unless the text surely reads as another; else what it reads like
 * @param warnings what was read by guess, or against what was declared
 */
record ParsedArticle(Draft draft, String language, List<Zone> zones, List<String> warnings) {

    static ParsedArticle of(Draft draft) {
        List<Zone> zones = Zoning.zones(draft.headline(), draft.body());
        Languages.Found found = Languages.of(draft.language(), zones);
        List<String> warnings = Stream.concat(draft.warnings().stream(), Stream.ofNullable(found.notice()))
                .toList();
        return new ParsedArticle(draft, found.language(), zones, warnings);
    }
}
