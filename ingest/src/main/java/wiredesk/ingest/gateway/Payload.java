package wiredesk.ingest.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Gathers payloads from a stream, each within its bound, on a lease of memory. */
final class Payload {

    private static final int CHUNK_BYTES = 16 << 10;
    private static final byte LINE_FEED = '\n';

    private final int bound;
    private final Memory.Lease lease;
    private final byte[] chunk = new byte[CHUNK_BYTES];
    private int next;
    private int end;

    /** @param bound bytes that a payload may have */
    Payload(int bound, Memory.Lease lease) {
        this.bound = bound;
        this.lease = lease;
    }

    /** All that is left of the stream. */
    byte[] all(InputStream stream) throws IOException {
        ByteArrayOutputStream gathered = new ByteArrayOutputStream();
        while (fill(stream)) {
            add(gathered, end);
        }
        return gathered.toByteArray();
    }

    /** The next line without its end; null where the stream has ended. Lines are given back with {@link #release}. */
    byte @Nullable [] line(InputStream stream) throws IOException {
        ByteArrayOutputStream gathered = new ByteArrayOutputStream();
        boolean any = false;
        while (fill(stream)) {
            any = true;
            int feed = next;
            while (feed < end && chunk[feed] != LINE_FEED) {
                feed++;
            }
            add(gathered, feed);
            if (feed < end) {
                next = feed + 1;
                return gathered.toByteArray();
            }
        }
        return any ? gathered.toByteArray() : null;
    }

    /** Whether a line has begun that need not be waited for. */
    boolean hasMore(InputStream stream) throws IOException {
        return next < end || stream.available() > 0;
    }

    void release(int bytes) {
        lease.shrink(bytes);
    }

    private void add(ByteArrayOutputStream gathered, int until) throws IOException {
        int bytes = until - next;
        if (gathered.size() + bytes > bound) {
            throw new PayloadStream.RefusedException(Problem.tooLarge());
        }
        lease.grow(bytes);
        gathered.write(chunk, next, bytes);
        next = until;
    }

    private boolean fill(InputStream stream) throws IOException {
        if (next == end) {
            next = 0;
            end = Math.max(0, stream.read(chunk));
        }
        return next < end;
    }
}
