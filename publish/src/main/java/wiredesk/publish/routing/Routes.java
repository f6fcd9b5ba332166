package wiredesk.publish.routing;

import java.util.Map;
import java.util.Set;

/**
 * The channels as they are at one moment.
 *
 * @param channels by name
 * @param open names of channels, removed ones too, whose topic is there: what is sent elsewhere would block
 *     everybody's transaction
 */
public record Routes(Map<String, ChannelQuery> channels, Set<String> open) {

    public static final Routes NONE = new Routes(Map.of(), Set.of());

    public Routes {
        channels = Map.copyOf(channels);
        open = Set.copyOf(open);
    }
}
