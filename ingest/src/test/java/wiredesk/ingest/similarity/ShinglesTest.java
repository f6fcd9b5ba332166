package wiredesk.ingest.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import wiredesk.ingest.copy.Zone;
import wiredesk.ingest.copy.ZoneKind;

class ShinglesTest {

    @ParameterizedTest
    @CsvSource({
        "The mayor of Porto said, THE MAYOR OF PORTO SAID",
        "the mayor of Porto said, “the mayor—of Porto”… (said)",
        "don't ask me why, don’t ask me why",
        "a café in Łódź, a cafe\u0301 in Ło\u0301dz\u0301",
        "the ﬁrst of May, the first of May",
        "Привет большой мир, ПРИВЕТ большой мир",
        "港町に新しい事務所, 港町に、新しい事務所。"
    })
    void theSameWordsAreTheSame(String one, String other) {
        assertThat(Shingles.of(lede(one))).isNotEmpty().isEqualTo(Shingles.of(lede(other)));
    }

    @ParameterizedTest
    @CsvSource({
        "the mayor of Porto, the mayor of Braga", "one two three, three two one",
        "one two three, onetwo three four", "rev 1 of 9, rev 1 of 8"
    })
    void otherWordsAreNot(String one, String other) {
        assertThat(Shingles.of(lede(one))).isNotEqualTo(Shingles.of(lede(other)));
    }

    @Test
    void thereIsOneForEachRunOfThreeWordsAndEachIsCountedOnce() {
        assertThat(Shingles.of(lede("one two"))).isEmpty();
        assertThat(Shingles.of(lede("one two three"))).hasSize(1);
        assertThat(Shingles.of(lede("one two three four"))).hasSize(2);
        assertThat(Shingles.of(lede("one two one two one two"))).hasSize(2);
        assertThat(Shingles.of(lede("新しい事務所"))).hasSize(4);
        assertThat(Shingles.of(lede(" … — ! "))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void onlyTheStoryIsCounted(ZoneKind kind) {
        boolean story = Stream.of(ZoneKind.LEDE, ZoneKind.HEADING, ZoneKind.PARAGRAPH, ZoneKind.LIST)
                .anyMatch(kind::equals);

        assertThat(Shingles.of(List.of(new Zone(kind, "one two three")))).hasSize(story ? 1 : 0);
    }

    @Test
    void zonesInAnotherOrderAreTheSame() {
        Zone one = new Zone(ZoneKind.PARAGRAPH, "one two three four");
        Zone other = new Zone(ZoneKind.PARAGRAPH, "five six seven eight");

        assertThat(Shingles.of(List.of(one, other))).hasSize(4).isEqualTo(Shingles.of(List.of(other, one)));
    }

    private static List<Zone> lede(String text) {
        return List.of(new Zone(ZoneKind.LEDE, text));
    }
}
