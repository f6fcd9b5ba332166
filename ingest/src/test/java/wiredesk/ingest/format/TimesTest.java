package wiredesk.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T09:30:00Z, 2026-03-01T09:30:00Z",
        "2026-03-01t09:30:00z, 2026-03-01T09:30:00Z",
        "2026-03-01T09:30Z, 2026-03-01T09:30:00Z",
        "2026-03-01 10:30:00+01:00, 2026-03-01T09:30:00Z",
        "2026-03-01T10:30:00+0100, 2026-03-01T09:30:00Z",
        "2026-03-01T10:30:00+01, 2026-03-01T09:30:00Z",
        "2026-03-01T09:30:00.123456789012Z, 2026-03-01T09:30:00.123Z",
        "9999-12-31T23:59:59Z, 9999-12-31T23:59:59Z"
    })
    void aTimeWithAnOffsetIsRead(String written, Instant instant) {
        assertThat(Times.ofRfc3339(written))
                .isInstanceOfSatisfying(
                        Moment.Exact.class, time -> assertThat(time.instant()).isEqualTo(instant));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "2026-03-01",
                "2026-02-30T09:30:00Z",
                "2026-13-01T09:30:00Z",
                "2026-03-01T24:00:00Z",
                "2026-03-01T09:60:00Z",
                "2026-03-01T09:30:00+25:00",
                "0000-01-01T00:00:00Z",
                "0001-01-01T00:00:00Z",
                "+12026-03-01T09:30:00Z",
                "2026-03-01T09:30:00Zulu",
                "1772357400",
                "2026-03-01T09:30:00 CET"
            })
    void whatIsNoTimeSaysWhy(String written) {
        assertThat(Times.ofRfc3339(written)).isInstanceOf(Moment.NoTime.class);
    }

    @Test
    void whatIsFinerThanAMillisecondIsCutOffButAnEmbargoNeverEndsEarly() {
        assertThat(Times.ofRfc3339("2026-03-01T09:30:00.1234Z"))
                .isEqualTo(new Moment.Exact(
                        Instant.parse("2026-03-01T09:30:00.123Z"), Instant.parse("2026-03-01T09:30:00.124Z")));
        assertThat(Times.ofRfc3339("2026-03-01T09:30:00.123Z"))
                .isEqualTo(new Moment.Exact(
                        Instant.parse("2026-03-01T09:30:00.123Z"), Instant.parse("2026-03-01T09:30:00.123Z")));
    }
}
