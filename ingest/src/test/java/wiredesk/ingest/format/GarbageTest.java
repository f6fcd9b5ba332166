package wiredesk.ingest.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import wiredesk.ingest.copy.Zoning;

/** Whatever the bytes are, the answer is a value, and soon. */
class GarbageTest {

    private static final String NINJS = """
            {"uri":"urn:a","version":"7","versionCreated":"2026-03-01T09:30:00Z","pubStatus":"usable","urgency":3,
             "headlines":[{"role":"main","value":"Mühle öffnet"}],"embargoedUntil":"2026-03-01T10:00:00Z",
             "bodies":[{"contentType":"text/html",
             "value":"<h2>Why<\\/h2><p>In May. © A<\\/p><ul><li>9 / 10<\\/li><\\/ul>"}],
             "subjects":[{"uri":"medtop:1","name":"mills \\uD83D\\uDE00"}]}""";

    private static final String TEXT =
            "Mühle öffnet\n\nIm Mai. © dpa\n\nRad\n • dreht\n9 / 10\n\nQuelle : Bote\r\nFoto: x\n";

    @Test
    void jsonCutShortAnywhereIsRefused() {
        byte[] whole = NINJS.getBytes(UTF_8);
        for (int length = 0; length < whole.length; length++) {
            assertThat(Formats.read(Arrays.copyOf(whole, length), "application/json"))
                    .as("cut at %d", length)
                    .isInstanceOf(Read.Refused.class);
        }
        assertThat(Formats.read(whole, "application/json")).isInstanceOf(Read.Accepted.class);
    }

    @Test
    void randomMutationsNeverThrow() {
        for (long seed = 0; seed < 4_000; seed++) {
            byte[] payload = mutated(new Random(seed));
            for (String type : List.of("application/json", "text/plain", "text/plain; charset=utf-16", "")) {
                assertThatCode(() -> readAll(payload, type))
                        .as("seed %d, %s", seed, type)
                        .doesNotThrowAnyException();
            }
        }
    }

    @Test
    void deepNestingIsRefused() {
        for (String opener : List.of("[", "{\"a\":", "{\"headline\":\"H\",\"subject\":[")) {
            assertThat(Formats.read(opener.repeat(100_000).getBytes(UTF_8), "application/json"))
                    .isInstanceOf(Read.Refused.class);
        }
    }

    @Test
    void deepMarkupIsReadInTime() {
        for (String opener : List.of("<div>", "<p><b>", "<ul><li>", "<aside>", "<table><tr><td>")) {
            String json =
                    "{\"uri\":\"urn:a\",\"headline\":\"H\",\"body_xhtml\":\"%sx\"}".formatted(opener.repeat(100_000));
            inTime(json.getBytes(UTF_8), "application/json");
        }
    }

    @Test
    void linesOfTenMegabytesAreReadInTime() {
        for (String piece :
                List.of("x", "© ", "Photo: ", "9 / 10 ", "\u00A0", "- ", "<", "Źródło ", "a.\n", "(c) A. ")) {
            byte[] payload =
                    piece.repeat(10_000_000 / piece.getBytes(UTF_8).length).getBytes(UTF_8);
            inTime(payload, "text/plain");
        }
    }

    @Test
    void hugeNumbersAndNamesAreRefusedOrRead() {
        inTime(("{\"headline\":\"H\",\"urgency\":" + "9".repeat(1_000_000) + "}").getBytes(UTF_8), null);
        inTime("{\"headline\":\"H\",\"urgency\":1e999999999}".getBytes(UTF_8), null);
        inTime(("{\"" + "n".repeat(1_000_000) + "\":1,\"headline\":\"H\"}").getBytes(UTF_8), null);
        inTime(("{\"headline\":\"H\",\"version\":\"" + "9".repeat(1_000_000) + "\"}").getBytes(UTF_8), null);
    }

    private static void inTime(byte[] payload, @Nullable String type) {
        Assertions.assertTimeout(Duration.ofSeconds(20), () -> readAll(payload, type));
    }

    private static void readAll(byte[] payload, @Nullable String type) {
        if (Formats.read(payload, type) instanceof Read.Accepted(Draft draft)) {
            Zoning.zones(draft.headline(), draft.body());
        }
    }

    private static byte[] mutated(Random random) {
        byte[] bytes = (random.nextBoolean() ? NINJS : TEXT).getBytes(UTF_8);
        for (int i = 1 + random.nextInt(8); i > 0; i--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes = Arrays.copyOf(bytes, at + 1);
                case 2 -> bytes[at] = (byte) "{}[]\",:<>&\\u0\n".charAt(random.nextInt(14));
                default -> {
                    int from = random.nextInt(bytes.length);
                    int length = Math.min(random.nextInt(20), bytes.length - Math.max(at, from));
                    System.arraycopy(bytes.clone(), from, bytes, at, length);
                }
            }
        }
        return bytes;
    }
}
