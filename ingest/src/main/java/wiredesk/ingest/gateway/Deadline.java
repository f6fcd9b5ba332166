package wiredesk.ingest.gateway;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.jspecify.annotations.Nullable;

/** Cuts off requests that stand when a time is over, whatever drips in of their answers. */
final class Deadline {

    private @Nullable HttpGet current;
    private boolean over;

    Deadline(Duration time) {
        CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS)
                .execute(this::end);
    }

    /** The request that is under way from now on. */
    synchronized void covers(HttpGet request) {
        current = request;
        if (over) {
            request.cancel();
        }
    }

    synchronized boolean isOver() {
        return over;
    }

    private synchronized void end() {
        over = true;
        if (current != null) {
            current.cancel();
        }
    }
}
