package wiredesk.ingest.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionsTest {

    @ParameterizedTest
    @CsvSource({
        "0,1",
        "9,10",
        "99999999999999999999,100000000000000000000",
        "1.9,1.10",
        "rev2,rev10",
        "1,1.0",
        "7,b",
        "a,b",
        "A,a",
        "2026-03-01T09:00:00Z,2026-03-01T10:00:00Z",
        "20260301,20260302T1",
        "0,-1"
    })
    void theLaterVersionIsLater(String earlier, String later) {
        assertThat(Versions.compare(earlier, later)).isNegative();
        assertThat(Versions.compare(later, earlier)).isPositive();
        assertThat(Versions.compare(later, later)).isZero();
    }

    @Test
    void leadingZerosMeanNothing() {
        assertThat(Versions.compare("007", "7")).isZero();
        assertThat(Versions.compare("rev00", "rev0")).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "0,1",
        "9,10",
        "199,200",
        "99999999999999999999,100000000000000000000",
        "1.9,1.10",
        "b,b.1",
        "b.1,b.2",
        "a7,a7.1"
    })
    void theNextVersionIsCountedOn(String version, String next) {
        assertThat(Versions.next(version)).isEqualTo(next);
    }

    @Test
    void theOrderIsTotalAndTheNextIsLater() {
        for (long seed = 0; seed < 20_000; seed++) {
            Random random = new Random(seed);
            String a = random(random);
            String b = random(random);
            String c = random(random);
            assertThat(Versions.compare(a, Versions.next(a)))
                    .as("seed %d: next of %s", seed, a)
                    .isNegative();
            assertThat(Integer.signum(Versions.compare(a, b)))
                    .as("seed %d: %s, %s", seed, a, b)
                    .isEqualTo(-Integer.signum(Versions.compare(b, a)));
            if (Versions.compare(a, b) <= 0 && Versions.compare(b, c) <= 0) {
                assertThat(Versions.compare(a, c))
                        .as("seed %d: %s, %s, %s", seed, a, b, c)
                        .isNotPositive();
            }
        }
    }

    private static String random(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(5); i >= 0; i--) {
            text.append("019a.é-".charAt(random.nextInt(7)));
        }
        return text.toString();
    }
}
