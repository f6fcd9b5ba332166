package wiredesk.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentTest {

    @ParameterizedTest
    @CsvSource({
        "20060115T083000Z,2006-01-15T08:30:00Z",
        "20060115T083000-0500,2006-01-15T13:30:00Z",
        "20060115T083000+02,2006-01-15T06:30:00Z",
        "20060115T0830Z,2006-01-15T08:30:00Z",
        "'20060115T083000.5Z',2006-01-15T08:30:00.500Z",
        "2006-01-15T08:30:00-05:00,2006-01-15T13:30:00Z",
        "2006-01-15 08:30 +0100,2006-01-15T07:30:00Z"
    })
    void basicAndExtendedFormsAreRead(String written, Instant instant) {
        assertThat(Times.ofIso(written)).isEqualTo(new Moment.Exact(instant, instant));
    }

    @ParameterizedTest
    @ValueSource(strings = {"20060115", "2006-01-15", "20060115T0000", "20060115T000000"})
    void withoutAnOffsetItIsOverTwelveHoursLaterAtTheLatest(String written) {
        assertThat(Times.ofIso(written)).isInstanceOfSatisfying(Moment.Guessed.class, guess -> {
            assertThat(guess.instant()).isEqualTo(Instant.parse("2006-01-15T00:00:00Z"));
            assertThat(guess.notBefore()).isEqualTo(Instant.parse("2006-01-15T12:00:00Z"));
        });
    }

    @Test
    void anEmbargoHoldsUntilTheLastMomentThatItMayMean() {
        assertThat(Times.ofIso("2026-03-02T06:00:00.0001Z").embargo())
                .isEqualTo(new Embargo.Until(Instant.parse("2026-03-02T06:00:00.001Z")));
        assertThat(Times.ofIso("2026-03-02T06:00:00").embargo())
                .isEqualTo(new Embargo.Until(Instant.parse("2026-03-02T18:00:00Z")));
        assertThat(Times.ofIso("2026-03-02").embargo())
                .isEqualTo(new Embargo.Until(Instant.parse("2026-03-02T12:00:00Z")));
        assertThat(Times.ofIso("soon").embargo()).isEqualTo(new Embargo.Indefinite());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2006",
                "200601",
                "2006-0115",
                "20060230",
                "20061315",
                "20060115T250000Z",
                "20060115T083000+25",
                "20060115T083000Q",
                "00000000T000000Z",
                "soon"
            })
    void whatIsImpossibleIsNone(String written) {
        assertThat(Times.ofIso(written)).isInstanceOf(Moment.NoTime.class);
    }
}
