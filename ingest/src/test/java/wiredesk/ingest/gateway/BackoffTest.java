package wiredesk.ingest.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BackoffTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

    @ParameterizedTest
    @CsvSource({
        // failures, every, asked, at least, at most (a tenth more)
        "1, PT1M, , PT2M, PT2M12S",
        "2, PT1M, , PT4M, PT4M24S",
        "5, PT1M, , PT32M, PT35M12S",
        "6, PT1M, , PT1H, PT1H6M",
        "2000000000, PT10S, , PT1H, PT1H6M",
        "1, PT12H, , PT12H, PT13H12M",
        "1, PT1M, PT30M, PT30M, PT30M",
        "1, PT1M, PT1S, PT2M, PT2M12S",
        "1, PT1M, PT8000H, PT24H, PT24H"
    })
    void aFeedIsLeftAloneForLongerAndLongerButNotForEver(
            int failures, Duration every, Duration asked, Duration least, Duration most) {
        assertThat(Backoff.after(failures, every, asked, "harbour")).isBetween(least, most);
    }

    @Test
    void feedsThatFailedTogetherDoNotComeBackTogether() {
        Set<Duration> times = new TreeSet<>();
        for (String name : new String[] {"harbour", "mill", "court", "market"}) {
            times.add(Backoff.after(3, Duration.ofMinutes(1), null, name));
        }
        assertThat(times).hasSizeGreaterThan(2);
    }

    @ParameterizedTest
    @CsvSource({
        "120, PT2M",
        "' 5 ', PT5S",
        "'Mon, 02 Mar 2026 08:10:00 GMT', PT10M",
        "'Mon, 02 Mar 2026 07:10:00 GMT', ",
        "-5, ",
        "soon, ",
        "99999999999999, ",
        ", "
    })
    void thePublishersWordIsUnderstood(String header, Duration time) {
        assertThat(RetryAfter.read(header, NOW)).isEqualTo(time);
    }
}
