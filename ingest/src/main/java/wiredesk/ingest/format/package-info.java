/**
 * From bytes to a {@link wiredesk.ingest.format.Draft}, or to the reason why not: what a payload says, before anyone
 * asks what its words are (that is {@code copy}'s) or whether it is news here (that is {@code revision}'s).
 *
 * <p>Pure, and safe with anything: whatever the bytes are, the answer is a {@link wiredesk.ingest.format.Read}, never
 * an exception. A new format is a reader beside {@code NinjsReader} and a media type in {@code Formats}.
 */
@NullMarked
package wiredesk.ingest.format;

import org.jspecify.annotations.NullMarked;
