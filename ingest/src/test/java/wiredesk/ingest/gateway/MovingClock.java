package wiredesk.ingest.gateway;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until it is moved. */
final class MovingClock implements InstantSource {

    private volatile Instant now = Instant.parse("2026-03-02T08:00:00Z");

    void move(Duration time) {
        now = now.plus(time);
    }

    void moveTo(Instant time) {
        now = time;
    }

    @Override
    public Instant instant() {
        return now;
    }
}
