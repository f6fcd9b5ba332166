package wiredesk.publish.release;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmbargoTest {

    private static final Instant DUE = Instant.parse("2026-03-02T06:00:00Z");
    private static final String FAR = "9999-12-31T23:59:59.999Z";

    @Test
    void anEmbargoIsOverAtItsInstantAndNotBefore() {
        Embargo embargo = new Embargo.Until(DUE);

        assertThat(embargo.isOver(DUE.minusMillis(1))).isFalse();
        assertThat(embargo.isOver(DUE.minusNanos(1))).isFalse();
        assertThat(embargo.isOver(DUE)).isTrue();
        assertThat(embargo.isOver(DUE.plusMillis(1))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1969-07-20T20:17:00Z", "2026-03-02T06:00:00Z", FAR})
    void noEmbargoIsAlwaysOverAndOneWithoutAnEndNever(Instant now) {
        assertThat(new Embargo.None().isOver(now)).isTrue();
        assertThat(new Embargo.Indefinite().isOver(now)).isFalse();
    }

    @Test
    void heldKeysStandInTheOrderOfTheirInstantsThenOfTheirArticles() {
        List<byte[]> ordered = Stream.of(
                        held("1969-12-31T23:59:59.999Z", "a"),
                        held("1969-07-20T20:17:00Z", "b"),
                        held("1970-01-01T00:00:00Z", "c"),
                        held("1970-01-01T00:00:00.001Z", "a"),
                        held("1970-01-01T00:00:00.128Z", "a"),
                        held("1970-01-01T00:00:00.256Z", "a"),
                        held("2026-03-02T06:00:00Z", "z"),
                        held("2026-03-02T06:00:00.001Z", ""),
                        held("2026-03-02T06:00:00.001Z", "a"),
                        held("2026-03-02T06:00:00.001Z", "aa"),
                        held("2026-03-02T06:00:00.001Z", "b"),
                        held("2026-03-02T06:00:00.001Z", "é"),
                        held(FAR, "a"),
                        held("+292278993-12-31T23:59:59.999Z", "a"),
                        new Embargo.Indefinite().heldKey(bytes("a")),
                        new Embargo.Indefinite().heldKey(bytes("b")))
                .toList();

        List<byte[]> sorted = new ArrayList<>(ordered);
        sorted.sort(Arrays::compareUnsigned);

        assertThat(sorted).containsExactlyElementsOf(ordered);
    }

    @Test
    void aHeldKeyGivesItsArticlesKeyBack() {
        byte[] any = {0, -1, 127, -128};

        assertThat(Embargo.articleKey(new Embargo.Until(DUE).heldKey(any))).isEqualTo(any);
        assertThat(Embargo.articleKey(new Embargo.Indefinite().heldKey(any))).isEqualTo(any);
        assertThat(Embargo.articleKey(new Embargo.Until(DUE).heldKey(new byte[0])))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"-86400000, true", "-1, true", "0, true", "1, false", "2, false", "86400000, false"})
    void theRangeOfWhatIsDueEndsBeforeTheNextMillisecond(long milliseconds, boolean due) {
        byte[] key = new Embargo.Until(DUE.plusMillis(milliseconds)).heldKey(bytes("urn:a"));

        assertThat(isBefore(key, Embargo.firstKeyAfter(DUE))).isEqualTo(due);
    }

    @Test
    void whatIsDueByItsKeyIsOverByItsInstant() {
        long seed = 20_260_302;
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            Instant until = DUE.plusMillis(random.nextInt(-3, 4));
            Instant now = DUE.plusMillis(random.nextInt(-3, 4)).plusNanos(random.nextInt(1_000_000));
            Embargo embargo = new Embargo.Until(until);

            assertThat(isBefore(embargo.heldKey(bytes("urn:" + random.nextInt(9))), Embargo.firstKeyAfter(now)))
                    .as("seed %d, case %d: until %s at %s", seed, i, until, now)
                    .isEqualTo(embargo.isOver(now));
        }
    }

    @Test
    void anEmbargoWithoutAnEndIsNeverInTheRange() {
        byte[] key = new Embargo.Indefinite().heldKey(bytes("urn:a"));

        assertThat(isBefore(key, Embargo.firstKeyAfter(Instant.parse(FAR)))).isFalse();
    }

    private static byte[] held(String until, String article) {
        return new Embargo.Until(Instant.parse(until)).heldKey(bytes(article));
    }

    private static boolean isBefore(byte[] key, byte[] end) {
        return Arrays.compareUnsigned(key, end) < 0;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
