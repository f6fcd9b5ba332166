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
        assertThat(IntStream.of(0, 1, 100, 10_000, 1_000_000).mapToDouble(word -> Prominence.of(kind, word, 0)))
                .allMatch(worth -> worth < 1 && worth > 0 == kind.earns());
    }

    @ParameterizedTest
    @EnumSource(ZoneKind.class)
    void noWordIsWorthMoreThanTheOneBeforeIt(ZoneKind kind) {
        assertThat(IntStream.range(0, 5_000))
                .allMatch(word -> Prominence.of(kind, word + 1, 0) <= Prominence.of(kind, word, 0));
    }

    @Test
    void theOpeningCountsInFullAndHundredsOfWordsLaterIsAPassingMention() {
        // Given
        double full = Prominence.of(ZoneKind.PARAGRAPH, 0, 0);

        // When, Then
        assertThat(Prominence.of(ZoneKind.PARAGRAPH, 20, 0)).isEqualTo(full);
        assertThat(Prominence.of(ZoneKind.PARAGRAPH, 400, 0)).isLessThan(full / 4);
    }

    @Test
    void aHeadlineIsWorthMostAndACaptionLeast() {
        assertThat(List.of(
                        Prominence.of(ZoneKind.CAPTION, 9, 0),
                        Prominence.of(ZoneKind.PARAGRAPH, 9, 0),
                        Prominence.of(ZoneKind.LEDE, 9, 0),
                        Prominence.of(ZoneKind.HEADLINE, 9, 0)))
                .isSorted();
    }

    @Test
    void aFloorKeepsItsShareHoweverDeep() {
        double full = Prominence.of(ZoneKind.PARAGRAPH, 0, 0.3);
        assertThat(Prominence.of(ZoneKind.PARAGRAPH, 10_000, 0.3)).isEqualTo(0.3 * full);
    }
}
