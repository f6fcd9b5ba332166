/**
 * The ingest service: from what a newsroom's system sends to articles in order. Thin shells around
 * {@link wiredesk.ingest.gateway}, where payloads come in, {@link wiredesk.ingest.format}, which reads them, {@link wiredesk.ingest.copy}, which tells a text's zones, and
 * {@link wiredesk.ingest.revision}, which orders an article's versions.
 */
@NullMarked
package wiredesk.ingest;

import org.jspecify.annotations.NullMarked;
