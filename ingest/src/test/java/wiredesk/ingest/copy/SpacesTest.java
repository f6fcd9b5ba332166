package wiredesk.ingest.copy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpacesTest {

    @Test
    void runsOfSpaceBecomeOneAndEdgesGo() {
        assertThat(Spaces.clean(" \u00A0a \t\r\n b\u0001c\u2003\u00A0")).isEqualTo("a b c");
    }

    @Test
    void aNoBreakSpaceInsideIsKept() {
        assertThat(Spaces.clean("Source\u00A0: « a\u202F?")).isEqualTo("Source\u00A0: « a\u202F?");
        assertThat(Spaces.clean("a\u00A0 b")).isEqualTo("a b");
    }

    @Test
    void whatNobodySeesIsDropped() {
        assertThat(Spaces.clean("\uFEFFRegu\u00ADlie\u200Brung")).isEqualTo("Regulierung");
    }

    @Test
    void dashesAndStarsAreNoWords() {
        assertThat(Spaces.isWordless(" — * * * … ")).isTrue();
        assertThat(Spaces.isWordless("★★★")).isFalse();
        assertThat(Spaces.isWordless("- 7")).isFalse();
    }

    @Test
    void halvesOfCharactersAreDroppedAndWholeOnesKept() {
        assertThat(Spaces.clean("a\uD83Db \uDE00c\uD83D")).isEqualTo("ab c");
        assertThat(Spaces.clean("\uD83D\uDE00 x")).isEqualTo("\uD83D\uDE00 x");
    }
}
