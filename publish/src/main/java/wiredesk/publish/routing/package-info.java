/**
 * Which channel gets which version of an article, and as what. Pure: what a channel has, what has come and what the
 * channels ask for go in, deliveries come out.
 */
@NullMarked
package wiredesk.publish.routing;

import org.jspecify.annotations.NullMarked;
