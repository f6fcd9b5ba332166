package wiredesk.ingest.gateway;

import java.time.Duration;
import java.util.concurrent.Semaphore;

/** What all payloads together may take of the heap while they are being read and written down. */
final class Memory {

    private static final int KIB = 1 << 10;

    private final Semaphore kib;

    /** @param bytes for all, 4 MiB at least, so that any one payload fits */
    Memory(long bytes) {
        kib = new Semaphore((int) Math.min(Integer.MAX_VALUE, Math.max(bytes, 4 << 20) / KIB));
    }

    Lease lease() {
        return new Lease();
    }

    /** One request's share. */
    final class Lease implements AutoCloseable {

        private int taken;
        private long bytes;

        /** Takes so many bytes more. */
        void grow(int more) throws PayloadStream.RefusedException {
            bytes += more;
            int wanted = (int) Math.ceilDiv(bytes, KIB);
            if (wanted > taken && !kib.tryAcquire(wanted - taken)) {
                String detail = "More payloads are coming in than can be held; send it again";
                throw new PayloadStream.RefusedException(
                        new Problem(503, "busy", "Too much at once", detail, null, Duration.ofSeconds(1)));
            }
            taken = Math.max(taken, wanted);
        }

        /** Gives so many bytes back. */
        void shrink(int less) {
            bytes -= less;
            int kept = (int) Math.ceilDiv(bytes, KIB);
            kib.release(taken - kept);
            taken = kept;
        }

        @Override
        public void close() {
            kib.release(taken);
            taken = 0;
        }
    }
}
