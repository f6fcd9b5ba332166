package wiredesk.enrich.tagging;

import java.util.List;

/**
 * A place that an article names.
 *
 * @param code ISO 3166-1 alpha-2 of the country in which it lies, or the vocabulary's own code of a larger region
 * @param evidence the names, in reading order, at most three; their rule is the place's concept
 */
public record NamedPlace(String code, List<Evidence> evidence) {}
