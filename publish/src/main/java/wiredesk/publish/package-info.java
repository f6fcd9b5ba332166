/**
 * The publish service: from enriched articles to what every channel is owed. Thin shells around
 * {@link wiredesk.publish.routing}, which decides what a channel gets, and {@link wiredesk.publish.release}, which
 * decides when.
 */
@NullMarked
package wiredesk.publish;

import org.jspecify.annotations.NullMarked;
