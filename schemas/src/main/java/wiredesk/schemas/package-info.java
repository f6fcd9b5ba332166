/**
 * What the services share: the records that travel between them (generated from {@code src/main/avro} into
 * {@code wiredesk.schemas.record}) and the topics that carry them, with each topic's policy, once.
 */
@NullMarked
package wiredesk.schemas;

import org.jspecify.annotations.NullMarked;
