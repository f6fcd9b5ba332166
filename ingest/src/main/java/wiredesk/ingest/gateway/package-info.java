/**
 * The doors of ingest: payloads come in, are read by {@link wiredesk.ingest.format} so that a bad one is told at once
 * and by name, and are written down as submissions. What they say of an article's versions is decided behind the log,
 * by the topology: here nothing is remembered but which requests were answered.
 */
@NullMarked
package wiredesk.ingest.gateway;

import org.jspecify.annotations.NullMarked;
