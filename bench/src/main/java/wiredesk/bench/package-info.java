/**
 * How fast articles earn their tags, beside the mere reading of the text and beside others who could do it.
 *
 * <p>{@code corpus} makes articles and rules, {@code peer} has the floor and the others on the same rules, {@code stream}
 * the same question with Kafka around it, {@code jmh} each part by itself. Here are the programs that print tables.
 */
@NullMarked
package wiredesk.bench;

import org.jspecify.annotations.NullMarked;
