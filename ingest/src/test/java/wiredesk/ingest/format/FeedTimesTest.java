package wiredesk.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedTimesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Tue, 03 Mar 2026 09:30:00 GMT              | 2026-03-03T09:30:00Z
                    Tue, 3 Mar 2026 09:30:00 Z                 | 2026-03-03T09:30:00Z
                    Tue, 03 Mar 2026 09:30:00 -0000            | 2026-03-03T09:30:00Z
                    Tue, 03 Mar 2026 09:30:00 +0100            | 2026-03-03T08:30:00Z
                    Tue, 03 Mar 2026 09:30:00 +01:00           | 2026-03-03T08:30:00Z
                    Tue, 03 Mar 2026 09:30:00 +1:00            | 2026-03-03T08:30:00Z
                    Tue, 03 Mar 2026 09:30:00 GMT+0100         | 2026-03-03T08:30:00Z
                    Tue, 03 Mar 2026 09:30:00 GMT+1            | 2026-03-03T08:30:00Z
                    Tue, 03 Mar 2026 09:30:00 +0100 (CET)      | 2026-03-03T08:30:00Z
                    Tue, 03 Mar 2026 09:30:00 EST              | 2026-03-03T14:30:00Z
                    Tue, 03 Mar 2026 09:30:00 pdt              | 2026-03-03T16:30:00Z
                    Tue, 03 Mar 2026 09:30:00 CEST             | 2026-03-03T07:30:00Z
                    Tue, 03 Mar 2026 09:30 GMT                 | 2026-03-03T09:30:00Z
                    Mon, 03 Mar 2026 09:30:00 GMT              | 2026-03-03T09:30:00Z
                    03 Mar 2026 09:30:00 GMT                   | 2026-03-03T09:30:00Z
                    Tue 03 Mar 2026 09:30:00 GMT               | 2026-03-03T09:30:00Z
                    Tuesday, 03-Mar-26 09:30:00 GMT            | 2026-03-03T09:30:00Z
                    Tue, 03 Mar 26 09:30:00 GMT                | 2026-03-03T09:30:00Z
                    Tue, 03 March 2026 09:30:00 GMT            | 2026-03-03T09:30:00Z
                    Tue,  03   Mar 2026  09:30:00   GMT        | 2026-03-03T09:30:00Z
                    Tue, 03 Mar 2026 9:30 PM EST               | 2026-03-04T02:30:00Z
                    March 3, 2026 12:05 a.m. UTC               | 2026-03-03T00:05:00Z
                    Tue Mar  3 09:30:00 UTC 2026               | 2026-03-03T09:30:00Z
                    mar., 03 mars 2026 09:30:00 +0100          | 2026-03-03T08:30:00Z
                    Di, 03 Mär 2026 09:30:00 +0100             | 2026-03-03T08:30:00Z
                    mié, 14 oct 2026 09:30:00 +0200            | 2026-10-14T07:30:00Z
                    2026-03-03T09:30:00.125+01:00              | 2026-03-03T08:30:00.125Z
                    2026-03-03 09:30:00 UTC                    | 2026-03-03T09:30:00Z
                    2026-03-03 09:30:00 +0100                  | 2026-03-03T08:30:00Z
                    2026-03-03T09:30Z                          | 2026-03-03T09:30:00Z
                    """)
    void realTimesAreRead(String written, Instant instant) {
        assertThat(FeedTimes.parse(written)).isEqualTo(new Moment.Exact(instant, instant));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Tue, 03 Mar 2026 09:30:00        | 2026-03-03T09:30:00Z
                    Tue, 03 Mar 2026 09:30:00 IST    | 2026-03-03T09:30:00Z
                    2026-03-03 09:30:00 XYZ          | 2026-03-03T09:30:00Z
                    Tue, 03 Mar 2026                 | 2026-03-03T00:00:00Z
                    2026-03-03                       | 2026-03-03T00:00:00Z
                    """)
    void withoutAZoneOfOneMeaningItIsAGuess(String written, Instant asUtc) {
        assertThat(FeedTimes.parse(written)).isInstanceOfSatisfying(Moment.Guessed.class, guess -> {
            assertThat(guess.instant()).isEqualTo(asUtc);
            assertThat(guess.notBefore()).isEqualTo(asUtc.plusSeconds(12 * 3600));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "Tue, 31 Feb 2026 09:30:00 GMT",
                "Tue, 29 Feb 2026 09:30:00 GMT",
                "Tue, 03 Mar 2026 25:30:00 GMT",
                "Tue, 03 Mar 2026 13:30:00 PM GMT +",
                "Tue, 03 Foo 2026 09:30:00 GMT",
                "Tue, 03 Mar 2026 09:30:00 +9900",
                "Wed, 30 Nov -0001 00:00:00 +0000",
                "Mon, 01 Jan 0001 00:00:00 +0000",
                "2026-02-30T10:00:00Z",
                "1772530200"
            })
    void whatIsNoTimeIsNone(String written) {
        assertThat(FeedTimes.parse(written)).isInstanceOf(Moment.NoTime.class);
    }

    @Test
    void anyTextGivesAnAnswer() {
        String alphabet = "03Mar 2026:,+-()TZGMTé.\u00A0٣";
        for (long seed = 0; seed < 20_000; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(80); i > 0; i--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            assertThat(FeedTimes.parse(text.toString())).as("seed %d", seed).isNotNull();
        }
    }
}
