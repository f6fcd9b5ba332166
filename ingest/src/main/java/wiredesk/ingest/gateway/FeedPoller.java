package wiredesk.ingest.gateway;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wiredesk.ingest.format.PolledFeed;
import wiredesk.ingest.gateway.FeedAnswer.Failed;
import wiredesk.ingest.gateway.Reception.Delivery;
import wiredesk.ingest.gateway.Reception.Outcome;
import wiredesk.runtime.Metrics;
import wiredesk.runtime.Trace;

/** The door for those who publish a feed and send nothing: asks for it, and takes in what is new or has changed. */
final class FeedPoller implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(FeedPoller.class);
    private static final Duration UNLESS_SAID = Duration.ofMinutes(5);
    private static final Duration SHORTEST_TTL = Duration.ofMinutes(1);
    private static final Duration LONGEST_TTL = Duration.ofHours(1);

    private final Feed feed;
    private final FeedClient client;
    private final FeedMemory memory;
    private final Taker taker;
    private final InstantSource clock;
    private final Metrics metrics;
    private volatile double lastSuccess;
    private Duration every;
    private int failures;

    /** Takes an item in, as {@link Reception} does. */
    interface Taker {
        Outcome take(Delivery delivery) throws InterruptedException;
    }

    FeedPoller(Feed feed, FeedClient client, FeedMemory memory, Taker taker, InstantSource clock, Metrics metrics) {
        this.feed = feed;
        this.client = client;
        this.memory = memory;
        this.taker = taker;
        this.clock = clock;
        this.metrics = metrics;
        this.every = feed.every() == null ? UNLESS_SAID : feed.every();
        metrics.gauge("feed.last.success.seconds", Map.of("feed", feed.name()), () -> lastSuccess);
    }

    Feed feed() {
        return feed;
    }

    /** How often it is asked for while all goes well. */
    Duration every() {
        return every;
    }

    /** Asks for the feed once; says when to do so again. */
    Instant poll() throws InterruptedException {
        Duration wait = switch (client.get(memory.etag(), memory.lastModified())) {
            case FeedAnswer.Unchanged() -> done("unchanged");
            case FeedAnswer.Body body -> take(body);
            case Failed failed -> failed(failed);
        };
        return clock.instant().plus(wait);
    }

    private Duration take(FeedAnswer.Body body) throws InterruptedException {
        return switch (PolledFeed.read(body.bytes(), body.mediaType())) {
            case PolledFeed.NoFeed(var reason) ->
                failed(new Failed(
                        "no-feed",
                        "what is there is no feed: " + reason.detail(),
                        "its url should be the feed's own, not that of a page"));
            case PolledFeed.Items(List<PolledFeed.Item> items, Duration ttl) -> {
                Map<String, PolledFeed.Item> standing = new LinkedHashMap<>();
                // The oldest first, as they would have come had they been sent.
                items.reversed().forEach(item -> standing.putIfAbsent(FeedMemory.hash(item), item));
                Failed stopped = takeAll(standing);
                if (stopped == null) {
                    memory.settle(body, standing, clock.instant());
                    adapt(ttl);
                }
                memory.save(feed);
                yield stopped == null ? done("items") : held(stopped);
            }
        };
    }

    /** Takes what is not known yet. Null when all of it was dealt with; else nothing after that item was. */
    private @Nullable Failed takeAll(Map<String, PolledFeed.Item> standing) throws InterruptedException {
        for (Map.Entry<String, PolledFeed.Item> one : standing.entrySet()) {
            PolledFeed.Item item = one.getValue();
            if (memory.knows(one.getKey())) {
                continue;
            }
            switch (taker.take(delivery(item))) {
                case Outcome.Accepted _ -> count("items", "outcome", "accepted");
                case Outcome.Refused(Problem problem)
                when problem.retryAfter() != null -> {
                    String detail = "the feed is there, but its items are not accepted here: " + problem.title();
                    return new Failed(problem.type(), detail, "look at Kafka");
                }
                case Outcome.Refused(Problem problem) -> refused(item, problem);
            }
            memory.remember(one.getKey(), item, clock.instant());
        }
        return null;
    }

    private Delivery delivery(PolledFeed.Item item) {
        return new Delivery(
                item.part().payload(),
                item.part().mediaType(),
                null,
                feed.source(),
                feed.sender(),
                Trace.continued(null));
    }

    /** The feed cannot be given back to its publisher, so the item is left out until it changes. */
    private void refused(PolledFeed.Item item, Problem problem) {
        count("items", "outcome", "refused");
        log.atWarn()
                .addKeyValue("feed", feed.name())
                .addKeyValue("uri", item.uri() == null ? "" : item.uri())
                .log("an item is refused until it changes, {}: {}", problem.type(), problem.detail());
    }

    /** The list's word counts; without it the feed's own, where it is sane. */
    private void adapt(@Nullable Duration ttl) {
        if (feed.every() == null) {
            Duration said = ttl == null ? UNLESS_SAID : ttl;
            Duration longest = said.compareTo(LONGEST_TTL) > 0 ? LONGEST_TTL : said;
            every = longest.compareTo(SHORTEST_TTL) < 0 ? SHORTEST_TTL : longest;
        }
    }

    private Duration done(String outcome) {
        if (failures > 0) {
            log.atInfo().addKeyValue("feed", feed.name()).log("the feed is back, after {} failures", failures);
        }
        failures = 0;
        lastSuccess = clock.millis() / 1_000.0;
        count("polls", "outcome", outcome);
        return every;
    }

    /** It is not the publisher that is away, so that it is asked as often as ever. */
    private Duration held(Failed failed) {
        tell(failed, every);
        return every;
    }

    private Duration failed(Failed failed) {
        failures++;
        Duration wait = Backoff.after(failures, every, failed.retryAfter(), feed.name());
        tell(failed, wait);
        return wait;
    }

    private void tell(Failed failed, Duration wait) {
        count("polls", "outcome", "failed");
        count("failures", "reason", failed.reason());
        log.atWarn()
                .addKeyValue("feed", feed.name())
                .addKeyValue("reason", failed.reason())
                .log(
                        "a feed cannot be had: {}. What to do: {}. The next try is in {} s",
                        failed.detail(),
                        failed.advice(),
                        wait.toSeconds());
    }

    private void count(String what, String tag, String value) {
        metrics.count("feed." + what, Map.of("feed", feed.name(), tag, value));
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
