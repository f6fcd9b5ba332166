package wiredesk.publish.routing;

import org.jspecify.annotations.Nullable;

/**
 * A record that a channel is owed.
 *
 * @param why what made it owed, where that is not simply that a version came
 */
public record Delivery(
        String channel, DeliveryKind kind, @Nullable String why) {}
