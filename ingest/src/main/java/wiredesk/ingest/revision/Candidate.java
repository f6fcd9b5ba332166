package wiredesk.ingest.revision;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A submission that asks to stand.
 *
 * @param version null when it gives none
 * @param contentHash of {@link ContentHash}
 * @param kill whether its status is {@code canceled}
 */
public record Candidate(@Nullable String version, @Nullable Instant versionCreated, String contentHash, boolean kill) {}
