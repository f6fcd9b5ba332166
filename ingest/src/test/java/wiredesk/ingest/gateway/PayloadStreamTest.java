package wiredesk.ingest.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import wiredesk.ingest.gateway.PayloadStream.RefusedException;

class PayloadStreamTest {

    private static final int MAX = 1 << 20;
    private static final Bounds BOUNDS = new Bounds(MAX, Duration.ofSeconds(60), Duration.ofSeconds(5), 1_000, 100);

    private Instant now = Instant.EPOCH;
    private final Memory memory = new Memory(8 << 20);

    private PayloadStream open(InputStream body, @Nullable String encoding) throws IOException {
        return PayloadStream.open(body, encoding, BOUNDS, () -> now);
    }

    private byte[] all(InputStream body, @Nullable String encoding) throws IOException {
        try (Memory.Lease lease = memory.lease();
                PayloadStream stream = open(body, encoding)) {
            return new Payload(MAX, lease).all(stream);
        }
    }

    /** Gives so many bytes a second. */
    private InputStream trickle(int bytesPerSecond, int bytes) {
        return new InputStream() {
            private int left = bytes;

            @Override
            public int read() {
                now = now.plusNanos(1_000_000_000L / bytesPerSecond);
                return left-- > 0 ? 'a' : -1;
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                int next = read();
                into[offset] = (byte) next;
                return next < 0 ? -1 : 1;
            }
        };
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }

    private static String refused(Throwable e) {
        return ((RefusedException) e).problem().type();
    }

    @Test
    void aBodyAtItsBoundIsReadAndOneBeyondIsRefused() throws IOException {
        assertThat(all(new ByteArrayInputStream(new byte[MAX]), null)).hasSize(MAX);
        assertThatThrownBy(() -> all(new ByteArrayInputStream(new byte[MAX + 1]), null))
                .satisfies(e -> assertThat(refused(e)).isEqualTo("too-large"));
    }

    @Test
    void aBodyThatTricklesInIsGivenUp() throws IOException {
        assertThat(all(trickle(2_000, 20_000), null)).hasSize(20_000);
        assertThat(all(trickle(10, 40), null))
                .as("a short one has a time of grace")
                .hasSize(40);
        assertThatThrownBy(() -> all(trickle(500, 20_000), null))
                .satisfies(e -> assertThat(refused(e)).isEqualTo("too-slow"));
        assertThat(now).as("soon after that time").isBefore(Instant.EPOCH.plusSeconds(30));
    }

    @Test
    void aBodyThatTakesTooLongIsGivenUpHoweverMuchItBrings() {
        assertThatThrownBy(() -> all(trickle(5_000, MAX), null))
                .satisfies(e -> assertThat(refused(e)).isEqualTo("too-slow"));
        assertThat(now).isBetween(Instant.EPOCH.plusSeconds(60), Instant.EPOCH.plusSeconds(61));
    }

    @Test
    void gzipIsUnpackedUnlessItGrowsTooMuch() throws IOException {
        byte[] noise = new byte[MAX];
        new Random(7).nextBytes(noise);
        assertThat(all(new ByteArrayInputStream(gzip(noise)), "GZip")).isEqualTo(noise);
        assertThat(all(new ByteArrayInputStream(gzip(new byte[60_000])), "gzip"))
                .as("a small one may grow as it likes")
                .hasSize(60_000);
        assertThatThrownBy(() -> all(new ByteArrayInputStream(gzip(new byte[MAX])), "gzip"))
                .satisfies(e -> assertThat(refused(e)).isEqualTo("grows-too-much"));
    }

    @Test
    void gzipThatIsBrokenAnywhereIsSaidToBeBroken() throws IOException {
        byte[] whole = gzip("The harbour will be closed on Monday.".getBytes(UTF_8));
        for (int length = 1; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> all(new ByteArrayInputStream(cut), "gzip"))
                    .as("cut to %d bytes", length)
                    .satisfies(e -> assertThat(refused(e)).isEqualTo("broken-encoding"));
        }
    }

    @Test
    void anEncodingThatIsNotKnownIsNamed() {
        assertThatThrownBy(() -> all(InputStream.nullInputStream(), "br"))
                .satisfies(e -> assertThat(refused(e)).isEqualTo("unsupported-encoding"))
                .hasMessageContaining("br");
    }

    @Test
    void linesAreGivenOneByOneWhateverTheirLength() throws IOException {
        String text = "a\n\n" + "b".repeat(40_000) + "\r\nlast";
        try (Memory.Lease lease = memory.lease();
                PayloadStream stream = open(new ByteArrayInputStream(text.getBytes(UTF_8)), null)) {
            Payload payload = new Payload(MAX, lease);
            assertThat(payload.line(stream)).asString().isEqualTo("a");
            assertThat(payload.line(stream)).isEmpty();
            assertThat(payload.line(stream)).hasSize(40_001);
            assertThat(payload.line(stream)).asString().isEqualTo("last");
            assertThat(payload.line(stream)).isNull();
        }
    }

    @Test
    void whatAllHoldTogetherIsBoundedAndGivenBack() throws IOException {
        Memory small = new Memory(4 << 20);
        try (Memory.Lease most = small.lease();
                Memory.Lease rest = small.lease()) {
            most.grow(3 << 20);
            rest.grow(1 << 20);
            assertThatThrownBy(() -> rest.grow(1))
                    .satisfies(e -> assertThat(refused(e)).isEqualTo("busy"));
            most.shrink(1 << 20);
            rest.grow(1 << 19);
        }
        try (Memory.Lease all = small.lease()) {
            all.grow(4 << 20);
        }
    }
}
