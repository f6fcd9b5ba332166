package wiredesk.ingest.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static wiredesk.ingest.gateway.Claims.ABANDONED;
import static wiredesk.ingest.gateway.Claims.KEPT;

import java.nio.ByteBuffer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import wiredesk.ingest.gateway.Claims.Entry;
import wiredesk.ingest.gateway.Claims.Standing;

class ClaimsTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final Claims claims = new Claims();

    private static Entry entry(String claim, @Nullable String answer) {
        return new Entry(claim, ByteBuffer.wrap(new byte[] {1}), answer);
    }

    @Test
    void theFirstClaimInTheLogStands() {
        assertThat(claims.apply("k", entry("a", null), NOON).entry().claim()).isEqualTo("a");
        assertThat(claims.apply("k", entry("b", null), NOON).entry().claim()).isEqualTo("a");
        assertThat(claims.apply("other", entry("c", null), NOON).entry().claim())
                .isEqualTo("c");
    }

    @Test
    void itsAnswerAndNoOtherIsTheKeys() {
        claims.apply("k", entry("a", null), NOON);
        assertThat(claims.apply("k", entry("b", "no"), NOON).entry().answer()).isNull();
        assertThat(claims.apply("k", entry("a", "yes"), NOON).entry().answer()).isEqualTo("yes");
        assertThat(claims.apply("k", entry("a", "again"), NOON).entry().claim()).isEqualTo("a");
    }

    @Test
    void anAnsweredClaimStandsForADayFromItsClaim() {
        claims.apply("k", entry("a", null), NOON);
        claims.apply("k", entry("a", "yes"), NOON.plusSeconds(5));
        assertThat(claims.of("k", NOON.plus(KEPT))).isNotNull();
        assertThat(claims.of("k", NOON.plus(KEPT).plusMillis(1))).isNull();
        assertThat(claims.apply("k", entry("b", null), NOON.plus(KEPT)).entry().claim())
                .isEqualTo("a");
        assertThat(claims.apply("k", entry("c", null), NOON.plus(KEPT).plusMillis(1))
                        .entry()
                        .claim())
                .isEqualTo("c");
    }

    @Test
    void aClaimThatIsLeftWithoutAnAnswerGivesWay() {
        claims.apply("k", entry("a", null), NOON);
        Standing early = claims.apply("k", entry("b", null), NOON.plus(ABANDONED));
        Standing late = claims.apply("k", entry("c", null), NOON.plus(ABANDONED).plusMillis(1));
        assertThat(early.entry().claim()).isEqualTo("a");
        assertThat(late.entry().claim()).isEqualTo("c");
        // And what the one that gave way says after that counts for nothing
        assertThat(claims.apply("k", entry("a", "late"), NOON.plusSeconds(40))
                        .entry()
                        .answer())
                .isNull();
    }

    @Test
    void anAnswerWhoseClaimIsPastReadingStandsByItself() {
        assertThat(claims.apply("k", entry("a", "yes"), NOON).entry().answer()).isEqualTo("yes");
        assertThat(claims.of("k", NOON)).isNotNull();
    }

    @Test
    void whatIsOverIsForgotten() {
        claims.apply("old", entry("a", "yes"), NOON);
        claims.apply("new", entry("b", "yes"), NOON.plus(KEPT));
        claims.forget(NOON.plus(KEPT).plusMillis(1));
        assertThat(claims.size()).isEqualTo(1);
    }
}
