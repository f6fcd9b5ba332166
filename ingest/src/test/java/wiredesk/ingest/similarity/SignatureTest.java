package wiredesk.ingest.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wiredesk.ingest.copy.Zone;
import wiredesk.ingest.copy.ZoneKind;

class SignatureTest {

    private static final int PAIRS = 2_000;
    private static final int SHINGLES = 300;
    private static final int GOLDEN = 1_340_678_624;

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9})
    void theEstimateIsRightWithTheDeviationThatIsStated(double jaccard) {
        Random random = new Random(1);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < PAIRS; i++) {
            Pair pair = pair(jaccard, random);
            double error = pair.one.similarity(pair.other) - pair.jaccard;
            sum += error;
            squares += error * error;
        }

        assertThat(sum / PAIRS).isCloseTo(0, within(0.004));
        assertThat(Math.sqrt(squares / PAIRS)).isCloseTo(Math.sqrt(jaccard * (1 - jaccard) / 128), within(0.004));
    }

    @ParameterizedTest
    @CsvSource({"0.2, 0.050", "0.3, 0.229", "0.4, 0.563", "0.5, 0.873", "0.6, 0.988", "0.7, 0.9999"})
    void aBandInCommonIsAsLikelyAsTheCurveSays(double jaccard, double likely) {
        Random random = new Random(2);
        int compared = 0;
        double curve = 0;
        for (int i = 0; i < PAIRS; i++) {
            Pair pair = pair(jaccard, random);
            boolean common =
                    IntStream.range(0, Signature.BANDS).anyMatch(band -> pair.one.band(band) == pair.other.band(band));
            compared += common ? 1 : 0;
            curve += 1 - Math.pow(1 - Math.pow(pair.jaccard, 4), Signature.BANDS);
        }

        assertThat(curve / PAIRS).isCloseTo(likely, within(0.01));
        assertThat((double) compared / PAIRS).isCloseTo(likely, within(0.04));
    }

    @Test
    void storiesWithoutAShingleInCommonAreNotAlike() {
        assertThat(signature(1, SHINGLES).similarity(signature(2, SHINGLES))).isLessThan(0.1);
        assertThat(signature(1, SHINGLES).similarity(signature(1, SHINGLES))).isEqualTo(1);
    }

    @Test
    void itIsTheSameOnEveryMachine() {
        assertThat(Arrays.hashCode(
                        Signature.of(new int[] {1, 2, 3, 5, 8, 13}).bytes().array()))
                .as("signatures of two releases are compared with one another")
                .isEqualTo(GOLDEN);
    }

    @Test
    void itsBytesAreReadAgainAndNoOthers() {
        Signature signature = signature(3, SHINGLES);
        ByteBuffer bytes = signature.bytes();

        assertThat(Signature.read(bytes)).contains(signature);
        assertThat(Signature.read(bytes)).as("read without being used up").contains(signature);
        assertThat(Signature.read(ByteBuffer.allocate(Signature.BYTES - 1))).isEmpty();
        assertThat(Signature.read(ByteBuffer.allocate(Signature.BYTES + 1))).isEmpty();
        assertThat(Signature.read(ByteBuffer.allocate(0))).isEmpty();
    }

    @Test
    void aShortStoryHasNone() {
        String words = IntStream.rangeClosed(1, Signature.LEAST_SHINGLES + 1)
                .mapToObj(i -> "word" + i)
                .collect(Collectors.joining(" "));

        assertThat(Signature.of(List.of(new Zone(ZoneKind.LEDE, words)))).isEmpty();
        assertThat(Signature.of(List.of(new Zone(ZoneKind.LEDE, words + " more"))))
                .isPresent();
        assertThat(Signature.of(List.of())).isEmpty();
    }

    private record Pair(Signature one, Signature other, double jaccard) {}

    /** Two sets of 300 that have as many in common as makes the similarity, nearly. */
    private static Pair pair(double jaccard, Random random) {
        int common = (int) Math.round(2 * SHINGLES * jaccard / (1 + jaccard));
        int[] one = random.ints(SHINGLES).toArray();
        int[] other = random.ints(SHINGLES).toArray();
        System.arraycopy(one, 0, other, 0, common);
        return new Pair(Signature.of(one), Signature.of(other), (double) common / (2 * SHINGLES - common));
    }

    static Signature signature(long seed, int shingles) {
        return Signature.of(new Random(seed).ints(shingles).toArray());
    }
}
