package wiredesk.ingest.gateway;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Polls feeds, each in its own time. */
final class Feeds implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Feeds.class);

    /** A feed in hand takes up to some tens of MiB, and a slow one some tens of seconds. */
    private static final int AT_ONCE = 4;

    /** How soon a feed is asked for, once it is this instance's. */
    private static final Duration LOOKS_AGAIN = Duration.ofSeconds(10);

    private final Semaphore hands = new Semaphore(AT_ONCE, true);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<FeedPoller> pollers;
    private final Share share;
    private final InstantSource clock;
    private final Consumer<Throwable> onFailure;

    /** Which feeds are this instance's to poll, of several that have the same list. */
    interface Share {
        boolean has(String feed);
    }

    Feeds(List<FeedPoller> pollers, Share share, InstantSource clock, Consumer<Throwable> onFailure) {
        this.pollers = List.copyOf(pollers);
        this.share = share;
        this.clock = clock;
        this.onFailure = onFailure;
    }

    void start() {
        for (FeedPoller poller : pollers) {
            threads.execute(() -> run(poller));
        }
    }

    private void run(FeedPoller poller) {
        try {
            while (true) {
                Instant next = share.has(poller.feed().name())
                        ? poll(poller)
                        : clock.instant().plus(shorter(poller.every(), LOOKS_AGAIN));
                Duration wait = Duration.between(clock.instant(), next);
                Thread.sleep(wait.isNegative() ? Duration.ZERO : wait);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // It is closed.
        } catch (RuntimeException | Error e) {
            onFailure.accept(e);
        }
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    private Instant poll(FeedPoller poller) throws InterruptedException {
        hands.acquire();
        try {
            return poller.poll();
        } finally {
            hands.release();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        for (FeedPoller poller : pollers) {
            try {
                poller.close();
            } catch (IOException e) { // The others still want closing.
                log.warn("closing the client of the feed {}", poller.feed().name(), e);
            }
        }
        threads.close();
    }
}
