/**
 * What has to be there before a service starts, because no service makes it by itself: the topics of
 * {@link wiredesk.schemas} with their policies, and their schemas in the registry.
 */
@NullMarked
package wiredesk.schemas.setup;

import org.jspecify.annotations.NullMarked;
