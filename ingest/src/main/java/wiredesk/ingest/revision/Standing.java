package wiredesk.ingest.revision;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of an article: the version that stands.
 *
 * @param version as given, or as numbered here where none was given
 * @param versionCreated the latest that was claimed for this version
 * @param contentHash of {@link ContentHash}; after a kill that has no version of its own, of what it killed
 * @param killed for good
 */
public record Standing(String version, @Nullable Instant versionCreated, String contentHash, boolean killed) {}
