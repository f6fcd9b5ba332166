package wiredesk.ingest.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static wiredesk.ingest.revision.RevisionsTest.kill;
import static wiredesk.ingest.revision.RevisionsTest.usable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import wiredesk.ingest.revision.Decision.Accept;
import wiredesk.ingest.revision.Decision.Duplicate;

/** Holds for any events of an article, in any order. */
class RevisionsPropertyTest {

    private static final int CASES = 20_000;

    @Test
    void replayingAnySequenceEndsInTheSameState() {
        for (long seed = 0; seed < CASES; seed++) {
            List<Candidate> events = events(new Random(seed), true);
            Standing once = play(null, events, seed);
            assertThat(play(once, events, seed)).as("seed %d: %s", seed, events).isEqualTo(once);
        }
    }

    @Test
    void repeatingAnEventAtOnceChangesNothing() {
        for (long seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            Standing standing = play(null, events(random, false), seed);
            List<Candidate> event = List.of(event(random, random.nextBoolean()));
            Standing once = play(standing, event, seed);
            assertThat(play(once, event, seed))
                    .as("seed %d: %s twice on %s", seed, event, standing)
                    .isEqualTo(once);
        }
    }

    @Test
    void distinctVersionsEndInTheSameStateInAnyOrder() {
        for (long seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            List<Candidate> ordered = new ArrayList<>();
            for (int version = 0; version <= 12; version += 1 + random.nextInt(4)) {
                ordered.add(usable(Integer.toString(version), minute(random), "c" + version));
            }
            List<Candidate> shuffled = new ArrayList<>(ordered);
            shuffled.addAll(ordered);
            Collections.shuffle(shuffled, random);
            assertThat(play(null, shuffled, seed))
                    .as("seed %d: %s", seed, shuffled)
                    .isEqualTo(play(null, ordered, seed));
        }
    }

    @Test
    void aKillIsFinalAndNoVersionGoesBack() {
        for (long seed = 0; seed < CASES; seed++) {
            Standing standing = null;
            for (Candidate event : events(new Random(seed), false)) {
                Standing next = play(standing, List.of(event), seed);
                if (standing != null && next != null) {
                    assertThat(Versions.compare(next.version(), standing.version()))
                            .as("seed %d", seed)
                            .isNotNegative();
                    assertThat(next.killed() || !standing.killed())
                            .as("seed %d", seed)
                            .isTrue();
                }
                standing = next;
            }
        }
    }

    private static @Nullable Standing play(@Nullable Standing before, List<Candidate> events, long seed) {
        Standing standing = before;
        for (Candidate event : events) {
            standing = switch (Revisions.decide(standing, event)) {
                case Accept(String version, Standing next, boolean refresh) -> {
                    boolean sameVersion = standing != null && Versions.compare(version, standing.version()) == 0;
                    assertThat(sameVersion || !refresh)
                            .as("seed %d: a refresh is of what stands", seed)
                            .isTrue();
                    yield next;
                }
                case Duplicate(Standing learned) -> learned;
                case Decision.Stale _, Decision.KilledAlready _ -> standing;
            };
        }
        return standing;
    }

    private static List<Candidate> events(Random random, boolean versioned) {
        List<Candidate> events = new ArrayList<>();
        for (int i = random.nextInt(8); i >= 0; i--) {
            events.add(event(random, versioned));
        }
        return events;
    }

    private static Candidate event(Random random, boolean versioned) {
        String version = versioned || random.nextBoolean() ? Integer.toString(8 + random.nextInt(4)) : "-";
        return random.nextInt(12) == 0
                ? kill(version, minute(random))
                : usable(version, minute(random), "content " + random.nextInt(3));
    }

    private static String minute(Random random) {
        return random.nextBoolean() ? "-" : Integer.toString(10 + random.nextInt(3));
    }
}
