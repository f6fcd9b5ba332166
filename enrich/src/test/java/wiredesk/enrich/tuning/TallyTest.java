package wiredesk.enrich.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wiredesk.enrich.tuning.Tally.Interval;
import wiredesk.enrich.tuning.Tally.Outcome;

class TallyTest {

    private static final Outcome RIGHT = new Outcome(true, true);
    private static final Outcome WRONG = new Outcome(true, false);
    private static final Outcome MISSED = new Outcome(false, true);
    private static final Outcome PASSED = new Outcome(false, false);

    @Test
    void outcomesAreCountedByWhatWasTaggedAndWhatDeservedIt() {
        assertThat(Tally.of(List.of(RIGHT, WRONG, MISSED, PASSED, RIGHT, MISSED, MISSED)))
                .isEqualTo(new Tally(2, 1, 3));
    }

    @ParameterizedTest
    @CsvSource({
        "8, 2, 0, 0.8, 1",
        "8, 0, 2, 1, 0.8",
        "3, 1, 2, 0.75, 0.6",
        "0, 3, 2, 0, 0",
        "0, 0, 2, 1, 0",
        "0, 3, 0, 0, 1",
        "0, 0, 0, 1, 1",
    })
    void precisionAndRecallAreShares(int right, int wrong, int missed, double precision, double recall) {
        // Given
        Tally tally = new Tally(right, wrong, missed);

        // When, Then
        assertThat(tally.precision()).isEqualTo(precision);
        assertThat(tally.recall()).isEqualTo(recall);
    }

    @ParameterizedTest
    @CsvSource({"8, 2, 0", "3, 1, 2", "1, 9, 9", "5, 0, 0"})
    void f1IsTheHarmonicMeanOfBoth(int right, int wrong, int missed) {
        // Given
        Tally tally = new Tally(right, wrong, missed);

        // When, Then
        assertThat(tally.f1()).isCloseTo(2 / (1 / tally.precision() + 1 / tally.recall()), within(1e-12));
    }

    /** The bounds are those of Brown, Cai and DasGupta (2001), equation 4, worked out by hand. */
    @ParameterizedTest
    @CsvSource({"8, 10, 0.4902, 0.9433", "0, 10, 0, 0.2775", "10, 10, 0.7225, 1", "50, 100, 0.4038, 0.5962"})
    void wilsonsIntervalIsTheKnownOne(int hits, int of, double low, double high) {
        // Given
        Tally tally = new Tally(hits, of - hits, of - hits);

        // When, Then
        for (Interval interval : List.of(tally.precisionInterval(), tally.recallInterval())) {
            assertThat(interval.low()).isCloseTo(low, within(1e-4));
            assertThat(interval.high()).isCloseTo(high, within(1e-4));
        }
    }

    @Test
    void ofNothingNothingIsKnown() {
        // Given
        Tally none = Tally.of(List.of());

        // When, Then
        assertThat(none.f1()).isEqualTo(1);
        assertThat(List.of(none.precisionInterval(), none.recallInterval(), Tally.f1Interval(List.of())))
                .containsOnly(new Interval(0, 1));
    }

    @Test
    void theIntervalOfF1HoldsItAndNarrowsWithTheItems() {
        // Given
        List<Outcome> few = outcomes(2);
        List<Outcome> many = outcomes(50);

        // When
        Interval wide = Tally.f1Interval(few);
        Interval narrow = Tally.f1Interval(many);

        // Then
        assertThat(Tally.of(few).f1()).isEqualTo(Tally.of(many).f1()).isBetween(narrow.low(), narrow.high());
        assertThat(wide.low()).isBetween(0.0, narrow.low());
        assertThat(wide.high()).isBetween(narrow.high(), 1.0);
        assertThat(narrow.high() - narrow.low()).isLessThan((wide.high() - wide.low()) / 3);
    }

    @Test
    void theIntervalOfF1IsTheSameEachTime() {
        assertThat(Tally.f1Interval(outcomes(5))).isEqualTo(Tally.f1Interval(outcomes(5)));
    }

    @Test
    void whatIsAlwaysRightIsRightWhateverIsDrawn() {
        assertThat(Tally.f1Interval(Collections.nCopies(20, RIGHT))).isEqualTo(new Interval(1, 1));
    }

    /** So many times six right, one wrong, one missed and four passed over. */
    private static List<Outcome> outcomes(int times) {
        return Collections.nCopies(
                        times,
                        Stream.of(Collections.nCopies(6, RIGHT), List.of(WRONG, MISSED), Collections.nCopies(4, PASSED))
                                .flatMap(List::stream)
                                .toList())
                .stream()
                .flatMap(List::stream)
                .toList();
    }
}
