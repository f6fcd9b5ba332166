package wiredesk.publish;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wiredesk.publish.routing.ChannelQuery;
import wiredesk.publish.routing.Routes;
import wiredesk.runtime.PlatformException;
import wiredesk.schemas.Topics;
import wiredesk.schemas.record.Channel;
import wiredesk.schemas.wire.SchemaNotRegisteredException;

/**
 * The channels as routes. A route opens only once the broker has shown its topic: a record for a topic that is not
 * there blocks the whole thread for longer than its transaction lives, and rolls back other channels' records.
 */
final class ChannelDirectory {

    private static final Logger log = LoggerFactory.getLogger(ChannelDirectory.class);
    private static final int ANSWERS_WITHIN_SECONDS = 30;

    private final Admin admin;
    private final PublishFormats formats;
    private volatile Routes routes = Routes.NONE;

    ChannelDirectory(Admin admin, PublishFormats formats) {
        this.admin = admin;
        this.formats = formats;
    }

    Routes routes() {
        return routes;
    }

    /** Takes over the channels as they stand now. */
    void channels(Map<String, Channel> channels) {
        Map<String, ChannelQuery> queries = channels.values().stream()
                .map(ArticleMapper::query)
                .collect(Collectors.toMap(ChannelQuery::name, query -> query));
        Set<String> open = open(topics(), queries.keySet());
        routes = new Routes(queries, open);
        log.info("Channels: {}; with a topic: {}", new TreeSet<>(queries.keySet()), new TreeSet<>(open));
    }

    private Set<String> open(Set<String> topics, Collection<String> channels) {
        Set<String> open = new TreeSet<>();
        // Channels that are gone, too: a kill still has to reach whoever reads their topics.
        for (String topic : topics) {
            Topics.channelOf(topic).filter(this::hasSchema).ifPresent(open::add);
        }
        for (String channel : channels) {
            if (!open.contains(channel)) {
                log.error(
                        "Channel {} gets nothing: it has no topic or no schema. Apply it again: channels apply",
                        channel);
            }
        }
        return open;
    }

    private boolean hasSchema(String channel) {
        try {
            formats.published(channel);
            return true;
        } catch (SchemaNotRegisteredException e) {
            return false;
        }
    }

    private Set<String> topics() {
        try {
            return admin.listTopics().names().get(ANSWERS_WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new PlatformException("Kafka does not say which topics it has: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlatformException("interrupted", e);
        }
    }
}
