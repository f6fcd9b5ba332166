package wiredesk.ingest.format;

import org.jspecify.annotations.Nullable;

/** What an article is about, by its newsroom's word. At least one of the two is there. */
public record Subject(@Nullable String uri, @Nullable String name) {}
