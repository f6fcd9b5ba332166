package wiredesk.ingest.gateway;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of asking for a feed. */
sealed interface FeedAnswer {

    /**
     * The feed, or what stands in its place.
     *
     * @param mediaType its Content-Type
     * @param etag by which it can be asked for if it changes; so can {@code lastModified}
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    record Body(
            byte[] bytes,
            @Nullable String mediaType,
            @Nullable String etag,
            @Nullable String lastModified) implements FeedAnswer {}

    record Unchanged() implements FeedAnswer {}

    /**
     * It cannot be had now.
     *
     * @param reason a stable word for machines
     * @param detail what is wrong
     * @param advice what a person can do about it
     * @param retryAfter the publisher's word on when to come again; null where it has none
     */
    record Failed(
            String reason,
            String detail,
            String advice,
            @Nullable Duration retryAfter) implements FeedAnswer {

        Failed(String reason, String detail, String advice) {
            this(reason, detail, advice, null);
        }

        static Failed status(int status, @Nullable Duration retryAfter) {
            String advice = switch (status) {
                case 401, 403 -> "it wants a permission that the list of feeds cannot give: ask for an open URL";
                case 404 -> "look where the feed has moved to, and mend its url in the list of feeds";
                case 410 -> "the publisher has ended it: take it off the list of feeds";
                case 429 -> "raise its every in the list of feeds";
                default -> status < 500 ? "open its url in a browser" : "nothing to do here, unless it lasts";
            };
            return new Failed(status < 500 ? "refused" : "broken", "it answers " + status, advice, retryAfter);
        }
    }
}
