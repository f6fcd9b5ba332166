package wiredesk.ingest.similarity;

import java.time.Instant;

/**
 * One version of a story, as the index keeps it.
 *
 * @param at when this version was ingested, by ingest's clock
 */
public record Told(String uri, Origin origin, Instant at, Signature signature) {}
