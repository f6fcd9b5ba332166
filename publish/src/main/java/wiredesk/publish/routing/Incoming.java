package wiredesk.publish.routing;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A version of an article, as far as it decides who gets it.
 *
 * @param contentHash a hash of all that a site would be shown
 * @param news false for what its newsroom signals to be none: an advisory, the plan of a coverage
 * @param tags the score, 0 to 1, of each of its tags by code
 * @param note the newsroom's note on this version
 */
public record Incoming(
        String version,
        String contentHash,
        Status status,
        String language,
        String source,
        boolean news,
        Map<String, Double> tags,
        @Nullable String note) {

    /** ninjs's pubStatus. */
    public enum Status {
        USABLE,
        /** Recalled until a later version releases it. */
        WITHHELD,
        /** Killed, for good. */
        CANCELED
    }
}
