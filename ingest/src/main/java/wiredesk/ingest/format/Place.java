package wiredesk.ingest.format;

import org.jspecify.annotations.Nullable;

/** A place that an article is about, by its newsroom's word. At least one of the two is there. */
public record Place(@Nullable String uri, @Nullable String name) {}
