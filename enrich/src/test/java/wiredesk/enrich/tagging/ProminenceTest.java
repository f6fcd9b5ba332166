package wiredesk.enrich.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import wiredesk.enrich.text.ZoneKind;

/** How prominence is ordered; its numbers are learnt and may change. */
class ProminenceTest {

    @ParameterizedTest
    @EnumSource(ZoneKind.class)
    void whatMayEarnAlwaysCountsAndNeverAllOfIt(ZoneKind kind) {
        assertThat(IntStream.of(0, 1, 100, 10_000, 1_000_000).mapToDouble(word -> Prominence.of(kind, word)))
                .allMatch(worth -> worth < 1 && worth > 0 == kind.earns());
    }

    @ParameterizedTest
    @EnumSource(ZoneKind.class)
    void noWordIsWorthMoreThanTheOneBeforeIt(ZoneKind kind) {
        assertThat(IntStream.range(0, 5_000))
                .allMatch(word -> Prominence.of(kind, word + 1) <= Prominence.of(kind, word));
    }

    @Test
    void theOpeningCountsInFullAndHundredsOfWordsLaterIsAPassingMention() {
        // Given
        double full = Prominence.of(ZoneKind.PARAGRAPH, 0);

        // When, Then
        assertThat(Prominence.of(ZoneKind.PARAGRAPH, 20)).isEqualTo(full);
        assertThat(Prominence.of(ZoneKind.PARAGRAPH, 400)).isLessThan(full / 4);
    }

    @Test
    void aHeadlineIsWorthMostAndACaptionLeast() {
        assertThat(List.of(
                        Prominence.of(ZoneKind.CAPTION, 9),
                        Prominence.of(ZoneKind.PARAGRAPH, 9),
                        Prominence.of(ZoneKind.LEDE, 9),
                        Prominence.of(ZoneKind.HEADLINE, 9)))
                .isSorted();
    }
}
