/** Enrich and others with Kafka around them: a broker in a process of its own, and one stream thread here. */
@NullMarked
package wiredesk.bench.stream;

import org.jspecify.annotations.NullMarked;
