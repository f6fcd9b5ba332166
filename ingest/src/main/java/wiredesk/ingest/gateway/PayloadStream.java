package wiredesk.ingest.gateway;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a request's body, decoded, read within bounds of time, rate and growth. What is beyond them, or cannot be
 * decoded, is thrown as {@link RefusedException}: a stream has no other way to say it.
 */
final class PayloadStream extends FilterInputStream {

    private static final int BUFFER_BYTES = 16 << 10;

    private final Wire wire;
    private final Bounds bounds;
    private long decoded;

    private PayloadStream(InputStream in, Wire wire, Bounds bounds) {
        super(in);
        this.wire = wire;
        this.bounds = bounds;
    }

    static final class RefusedException extends IOException {

        private final transient Problem problem;

        RefusedException(Problem problem) {
            super(problem.detail());
            this.problem = problem;
        }

        Problem problem() {
            return problem;
        }
    }

    /**
     * Opens a body.
     *
     * @param encoding the Content-Encoding; null for none
     */
    static PayloadStream open(InputStream body, @Nullable String encoding, Bounds bounds, InstantSource clock)
            throws IOException {
        Wire wire = new Wire(body, bounds, clock);
        String named = encoding == null ? "identity" : encoding.strip().toLowerCase(Locale.ROOT);
        return switch (named) {
            case "", "identity" -> new PayloadStream(wire, wire, bounds);
            case "gzip", "x-gzip" -> new PayloadStream(gunzip(wire), wire, bounds);
            default ->
                throw new RefusedException(new Problem(
                        415, "unsupported-encoding", "Unsupported encoding", "A body may be in gzip, not in " + named));
        };
    }

    private static InputStream gunzip(InputStream in) throws IOException {
        try {
            return new GZIPInputStream(in, BUFFER_BYTES);
        } catch (ZipException | EOFException e) {
            throw broken(e);
        }
    }

    /** A new time begins to count: the next payload of a stream of them. */
    void begin() {
        wire.begin();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read;
        try {
            read = super.read(into, offset, length);
        } catch (ZipException | EOFException e) {
            throw broken(e);
        }
        decoded += Math.max(read, 0);
        if (in != wire && decoded > Bounds.FREE_BYTES && decoded > wire.bytes * bounds.ratio()) {
            throw new RefusedException(new Problem(
                    413, "grows-too-much", "Grows too much", "A body may grow " + bounds.ratio() + "-fold, unpacked"));
        }
        return read;
    }

    private static RefusedException broken(IOException e) {
        return new RefusedException(
                new Problem(400, "broken-encoding", "Broken encoding", "The body is no gzip: " + e.getMessage()));
    }

    /** The bytes as they come in. */
    private static final class Wire extends FilterInputStream {

        private final Bounds bounds;
        private final InstantSource clock;
        private long bytes;
        private long since;
        private long bytesSince;

        Wire(InputStream in, Bounds bounds, InstantSource clock) {
            super(in);
            this.bounds = bounds;
            this.clock = clock;
            begin();
        }

        void begin() {
            since = clock.millis();
            bytesSince = 0;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            bytes += Math.max(read, 0);
            bytesSince += Math.max(read, 0);
            long millis = clock.millis() - since;
            boolean slow = millis > bounds.grace().toMillis() && bytesSince * 1_000 < millis * bounds.bytesPerSecond();
            if (read >= 0 && (slow || millis > bounds.time().toMillis())) {
                throw new RefusedException(
                        new Problem(408, "too-slow", "Too slow", "The body came in too slowly; send it again"));
            }
            return read;
        }
    }
}
