package wiredesk.ingest.gateway;

import java.time.Duration;

/**
 * What the reading of a body may cost.
 *
 * @param bytes of a payload, decoded
 * @param time for a payload to come in, whatever its rate
 * @param bytesPerSecond the least rate, once {@code grace} is over
 * @param ratio of the bytes that a compressed body grows to over its own, once they are more than {@link #FREE_BYTES}
 */
record Bounds(int bytes, Duration time, Duration grace, int bytesPerSecond, int ratio) {

    /** A few bytes may grow a lot and still be nothing. */
    static final int FREE_BYTES = 64 << 10;
}
