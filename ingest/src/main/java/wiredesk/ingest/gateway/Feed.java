package wiredesk.ingest.gateway;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A feed to be polled.
 *
 * @param name lower case; its file of what is remembered, and its numbers, go by it
 * @param every from 10 s to a day; null: as often as the feed says, or else every five minutes
 * @param source that its articles are written under
 * @param kill whether its tombstones and withdrawals kill articles
 * @param allowPrivate whether it may be on this machine or in a private network
 */
record Feed(String name, URI url, @Nullable Duration every, String source, boolean kill, boolean allowPrivate) {

    Sender sender() {
        return new Sender("feed " + name, List.of(source), kill, null);
    }
}
