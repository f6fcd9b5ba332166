package wiredesk.ingest.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wiredesk.ingest.similarity.SignatureTest.signature;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TwinsTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final int ROOM = 1 << 10;

    private final Twins twins = new Twins(Duration.ofDays(2), ROOM);

    @Test
    void ofSeveralItIsTheOneThatCameFirst() {
        tell("second", 2, 7, null);
        tell("first", 1, 7, null);
        tell("third", 3, 7, null);

        assertThat(like(7)).contains("first");
    }

    @Test
    void whatWasSaidLastOfAnArticleHoldsForAllItsVersions() {
        tell("article", 1, 7, null);
        tell("article", 2, 8, "older one");

        assertThat(like(7)).contains("older one");
        assertThat(like(8)).contains("older one");
    }

    @Test
    void aVersionThatIsToldAgainIsRememberedOnce() {
        for (int i = 0; i < 3 * ROOM; i++) {
            tell("article", i, 7, null);
        }

        assertThat(twins.size()).isEqualTo(1);
    }

    @Test
    void aVersionThatIsToldAgainLaterIsRememberedAsLong() {
        tell("article", 0, 7, null);
        tell("article", 60, 7, null);

        assertThat(likeAt(60 + 48 * 60)).contains("article");
        assertThat(likeAt(61 + 48 * 60)).isEmpty();
    }

    @Test
    void whenThereIsNoMoreRoomTheOldestLeaves() {
        for (int i = 0; i < 5 * ROOM; i++) {
            tell("article " + i, 0, i, null);
        }

        assertThat(twins.size()).isEqualTo(ROOM);
        for (int i = 0; i < 5 * ROOM; i++) {
            assertThat(like(i))
                    .as("article %d", i)
                    .isEqualTo(i < 4 * ROOM ? Optional.empty() : Optional.of("article " + i));
        }
    }

    @Test
    void itGrowsAndFindsAllThatIsInIt() {
        Twins large = new Twins(Duration.ofDays(2), 8 * ROOM);
        for (int i = 0; i < 8 * ROOM; i++) {
            large.add(new Told("article " + i, new Origin(NOON, null), NOON, signature(i, 60)));
        }

        for (int i = 0; i < 8 * ROOM; i++) {
            assertThat(large.firstLike("new", signature(i, 60), Instant.MAX, NOON))
                    .contains("article " + i);
        }
    }

    /** The plain rule over a list, on few stories and many events, with versions that expire and some that come late. */
    @Test
    void itFindsWhatAListWouldFind() {
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            Twins index = new Twins(Duration.ofHours(1), ROOM);
            List<Told> list = new ArrayList<>();
            Instant now = NOON;
            for (int event = 0; event < 60; event++) {
                now = now.plusSeconds(random.nextInt(300));
                Instant at = now.minusNanos(random.nextLong(60_000_000_000L));
                String uri = "article " + random.nextInt(30);
                Signature signature = signature(random.nextInt(6), 60);

                Optional<String> expected = firstInList(list, uri, signature, now);
                assertThat(index.firstLike(uri, signature, Instant.MAX, now))
                        .as("seed %d, event %d", seed, event)
                        .isEqualTo(expected);

                Told told = new Told(uri, new Origin(first(list, uri, at), null), at, signature);
                list.add(told);
                index.add(told);
            }
        }
    }

    private static Instant first(List<Told> list, String uri, Instant now) {
        return list.stream()
                .filter(told -> told.uri().equals(uri))
                .map(told -> told.origin().first())
                .findFirst()
                .orElse(now);
    }

    private static Optional<String> firstInList(List<Told> list, String uri, Signature signature, Instant now) {
        return list.stream()
                .filter(told -> !told.uri().equals(uri) && told.signature().equals(signature))
                .filter(told -> !told.at().isBefore(now.minus(Duration.ofHours(1))))
                .min(Comparator.comparing(told -> told.origin().first()))
                .map(Told::uri);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 512, 1025, 3 << 10})
    void theRoomIsAPowerOfTwo(int room) {
        assertThatThrownBy(() -> new Twins(Duration.ofDays(2), room)).isInstanceOf(IllegalArgumentException.class);
    }

    private void tell(String uri, int minute, long story, @Nullable String mark) {
        Instant at = NOON.plus(Duration.ofMinutes(minute));
        twins.add(new Told(uri, new Origin(at, mark), at, signature(story, 60)));
    }

    private Optional<String> like(long story) {
        return twins.firstLike("new", signature(story, 60), Instant.MAX, NOON.plus(Duration.ofHours(1)));
    }

    private Optional<String> likeAt(int minute) {
        return twins.firstLike("new", signature(7, 60), Instant.MAX, NOON.plus(Duration.ofMinutes(minute)));
    }
}
