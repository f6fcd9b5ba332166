package wiredesk.ingest.revision;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static wiredesk.ingest.revision.RevisionsTest.kill;
import static wiredesk.ingest.revision.RevisionsTest.usable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import wiredesk.ingest.revision.Decision.Accept;
import wiredesk.ingest.revision.Decision.Duplicate;

/**
 * Which sets of events end in the same state in whatever order they come and however often they are repeated: played
 * through in all orders, each event once and each twice, for every set of a small world. The rule is checked both ways:
 * where it says that the order is free it is, and where it says that it is not, two orders differ.
 */
class RevisionsOrderTest {

    private static final int MOST_EVENTS = 3;
    private static final List<String> MINUTES = List.of("-", "10", "11");

    @Test
    void theOrderOfEventsWithVersionsIsFreeUnlessTheLastVersionIsSaidTwoWaysOrAKillIsOlderThanAVersion() {
        List<Candidate> world = new ArrayList<>();
        for (String version : List.of("9", "10")) {
            for (String minute : MINUTES) {
                world.add(usable(version, minute, "a"));
                world.add(usable(version, minute, "b"));
            }
            world.add(kill(version, "-"));
            world.add(kill(version, "10"));
        }

        assertOrderIsFreeExactlyWhen(RevisionsOrderTest::lastVersionIsClear, RevisionsOrderTest::whatStands, world);
    }

    @Test
    void theOrderOfEventsWithoutVersionsIsFreeInWhatIsSaidUnlessTheLastIsSaidTwoWays() {
        List<Candidate> world = new ArrayList<>();
        for (String minute : MINUTES) {
            for (String content : List.of("a", "b", "c")) {
                world.add(usable("-", minute, content));
            }
        }

        // The numbers that they get are those of their arrival, so these are left out.
        assertOrderIsFreeExactlyWhen(RevisionsOrderTest::isSaidOneWay, Standing::contentHash, world);
    }

    @Test
    void aKillWithoutAVersionAlwaysWins() {
        List<Candidate> world = new ArrayList<>();
        for (String version : List.of("-", "9", "10")) {
            for (String minute : MINUTES) {
                world.add(usable(version, minute, "a " + version));
            }
            world.add(kill(version, "-"));
        }

        subsets(world, MOST_EVENTS - 1, set -> {
            List<Candidate> events = new ArrayList<>(set);
            events.add(kill("-", "10"));
            assertThat(ends(events, Standing::killed)).as("%s", events).containsExactly(true);
        });
    }

    @Test
    void theOrderOfManyDistinctVersionsIsFreeWithTimesAndWithout() {
        List<Candidate> events = List.of(
                usable("1", "11", "a"),
                usable("2", "-", "b"),
                usable("3", "10", "c"),
                usable("4", "-", "d"),
                kill("5", "-"));

        assertThat(ends(events, Function.identity())).hasSize(1);
        assertThat(ends(events.subList(0, 4), Function.identity())).containsExactly(next(null, events.get(3)));
    }

    private static void assertOrderIsFreeExactlyWhen(
            Predicate<List<Candidate>> rule, Function<Standing, Object> view, List<Candidate> world) {
        int[] sets = new int[2];
        subsets(world, MOST_EVENTS, events -> {
            boolean free = rule.test(events);
            assertThat(ends(events, view).size() == 1).as("%s", events).isEqualTo(free);
            sets[free ? 1 : 0]++;
        });
        assertThat(sets).as("both kinds are there").doesNotContain(0);
    }

    /** No version is above the highest kill; or there is no kill, and the highest version is said one way. */
    private static boolean lastVersionIsClear(List<Candidate> events) {
        Optional<Candidate> lastKill = last(events.stream().filter(Candidate::kill));
        Optional<Candidate> last = last(events.stream().filter(event -> !event.kill()));
        return lastKill.map(
                        kill -> last.map(version -> compare(version, kill) <= 0).orElse(true))
                .orElseGet(() -> isSaidOneWay(events.stream()
                        .filter(event -> compare(event, last.orElseThrow()) == 0)
                        .toList()));
    }

    /** Those with the latest time, and those without one, say the same. */
    private static boolean isSaidOneWay(List<Candidate> events) {
        Instant latest = events.stream()
                .map(Candidate::versionCreated)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
        return events.stream()
                        .filter(event -> event.versionCreated() == null
                                || event.versionCreated().equals(latest))
                        .map(Candidate::contentHash)
                        .collect(toSet())
                        .size()
                == 1;
    }

    private static Optional<Candidate> last(Stream<Candidate> events) {
        return events.max(RevisionsOrderTest::compare);
    }

    private static int compare(Candidate one, Candidate other) {
        return Versions.compare(Objects.requireNonNull(one.version()), Objects.requireNonNull(other.version()));
    }

    /** Of a killed article its version: whose text was killed, and when, is as much as was known at the time. */
    private static Object whatStands(Standing standing) {
        return standing.killed() ? "killed " + standing.version() : standing;
    }

    private static void subsets(List<Candidate> world, int most, Consumer<List<Candidate>> test) {
        for (int bits = 1; bits < 1 << world.size(); bits++) {
            if (Integer.bitCount(bits) <= most) {
                List<Candidate> events = new ArrayList<>();
                for (int i = 0; i < world.size(); i++) {
                    if ((bits >> i & 1) == 1) {
                        events.add(world.get(i));
                    }
                }
                test.accept(events);
            }
        }
    }

    /** All that is seen at the end, over every order of the events, each of them once and each twice. */
    private static <T> Set<T> ends(List<Candidate> events, Function<Standing, T> view) {
        Set<T> ends = new HashSet<>();
        for (int times = 1; times <= 2; times++) {
            play(null, events, new int[events.size()], times, standing -> ends.add(view.apply(standing)));
        }
        return ends;
    }

    private static void play(
            @Nullable Standing standing, List<Candidate> events, int[] played, int times, Consumer<Standing> atEnd) {
        boolean over = true;
        for (int i = 0; i < played.length; i++) {
            if (played[i] < times) {
                over = false;
                played[i]++;
                play(next(standing, events.get(i)), events, played, times, atEnd);
                played[i]--;
            }
        }
        if (over) {
            atEnd.accept(Objects.requireNonNull(standing));
        }
    }

    private static @Nullable Standing next(@Nullable Standing standing, Candidate event) {
        return switch (Revisions.decide(standing, event)) {
            case Accept accept -> accept.next();
            case Duplicate duplicate -> duplicate.standing();
            case Decision.Stale _, Decision.KilledAlready _ -> standing;
        };
    }
}
