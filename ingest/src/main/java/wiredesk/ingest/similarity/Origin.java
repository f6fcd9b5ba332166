package wiredesk.ingest.similarity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where an article comes from, the same for all its versions once it is known.
 *
 * @param first when its first version was ingested, by ingest's clock
 * @param nearDuplicateOf the uri of the first article that told the same story; null when none did
 */
public record Origin(Instant first, @Nullable String nearDuplicateOf) {}
