package wiredesk.enrich.tagging;

import java.util.List;

/**
 * What an article earned.
 *
 * @param tags by code
 * @param places that its text names, by code
 */
public record Findings(List<Tag> tags, List<NamedPlace> places) {

    static final Findings NOTHING = new Findings(List.of(), List.of());
}
