/**
 * How the records of {@link wiredesk.schemas} become bytes: the Confluent wire format over schema ids that a registry
 * hands out. Avro's encoders are used here and nowhere else; the registry's client is used in one class.
 */
@NullMarked
package wiredesk.schemas.wire;

import org.jspecify.annotations.NullMarked;
