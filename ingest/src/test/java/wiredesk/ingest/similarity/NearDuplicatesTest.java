package wiredesk.ingest.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import wiredesk.ingest.copy.Zone;

/**
 * How many rewrites are found and how many other stories are taken for one, on stories that {@link Newswire} makes up.
 * It prints what it measures: {@code mvn test -pl ingest -am -Dtest=NearDuplicatesTest}, with {@code
 * -Dwiredesk.twins.stories=10000} for more of them.
 */
class NearDuplicatesTest {

    private static final int STORIES = Integer.getInteger("wiredesk.twins.stories", 500);
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final long SEED = 7;

    private final Newswire wire = new Newswire(SEED);
    private final Random random = new Random(SEED);
    private final Twins twins = new Twins(Duration.ofDays(2), 1 << 17);

    /** What a rewrite may lose: below 0.6 of its shingles in common a story is another one. */
    private static final Set<Rewrite> HEAVY =
            EnumSet.of(Rewrite.ONE_PARAGRAPH_IN_THREE_DROPPED, Rewrite.A_TYPO_IN_TWENTY_WORDS, Rewrite.ALL_AT_ONCE);

    @ParameterizedTest
    @EnumSource
    void aRewriteIsMarkedWithTheStoryThatItIsOf(Rewrite rewrite) {
        // Given
        List<List<Zone>> stories = told(wire::story);

        // When
        int right = 0;
        int wrong = 0;
        double jaccard = 0;
        for (int i = 0; i < STORIES; i++) {
            List<Zone> copy = rewrite.of(stories.get(i), wire, random);
            Optional<String> twin = twin(copy);
            right += twin.equals(Optional.of("story " + i)) ? 1 : 0;
            wrong += twin.isPresent() && !twin.equals(Optional.of("story " + i)) ? 1 : 0;
            jaccard += jaccard(stories.get(i), copy);
        }

        // Then
        print("%-32s J %.2f  recall %.4f  precision %.4f"
                .formatted(rewrite, jaccard / STORIES, share(right), precision(right, wrong)));
        assertThat(wrong).isZero();
        assertThat(share(right)).isGreaterThanOrEqualTo(HEAVY.contains(rewrite) ? 0.85 : 0.98);
    }

    @Test
    void anotherStoryIsNotMarked() {
        assertThat(falselyMarked("another story", wire::story)).isZero();
    }

    @Test
    void anotherStoryOfTheSameMatterIsNotMarked() {
        List<String> topic = wire.topic();

        assertThat(falselyMarked("the same matter", () -> wire.story(topic))).isZero();
    }

    @Test
    void storiesWithTheSameFooterAreNotMarked() {
        Zone footer = wire.paragraph(40);

        assertThat(falselyMarked("40 words of footer after 50 to 100", () -> {
                    List<Zone> zones = new ArrayList<>();
                    zones.add(wire.headline());
                    zones.add(wire.paragraph(50 + random.nextInt(51)));
                    zones.add(footer);
                    return zones;
                }))
                .isLessThanOrEqualTo(STORIES / 100);
    }

    @Test
    void storiesOutOfOneTemplateAreNotMarkedWhenOneWordInSixIsTheirOwn() {
        List<List<String>> template = wire.template(15, 1.0 / 6);

        assertThat(falselyMarked("one template, a word in 6 its own", () -> wire.filled(template)))
                .isLessThanOrEqualTo(STORIES / 100);
    }

    @Test
    void anArticleCostsMicrosecondsAndLessThanAKilobyte() {
        // Given
        List<List<Zone>> stories = new ArrayList<>();
        for (int i = 0; i < 20 * STORIES; i++) {
            stories.add(wire.story());
        }
        long before = usedBytes();

        // When
        Twins filled = new Twins(Duration.ofDays(2), 1 << 17);
        long signing = 0;
        long begin = cpuNanos();
        for (int i = 0; i < stories.size(); i++) {
            long start = cpuNanos();
            Signature signature = Signature.of(stories.get(i)).orElseThrow();
            signing += cpuNanos() - start;
            String uri = "urn:newsml:agency.example:20260302:%08d".formatted(i);
            Origin origin = filled.origin(uri, null, Optional.of(signature), NOON);
            filled.add(new Told(uri, origin, NOON, signature));
        }
        double micros = (cpuNanos() - begin) / 1e3 / stories.size();
        double bytes = (double) (usedBytes() - before) / filled.size();

        // Then
        print("%d stories: %.0f µs of CPU each, %.0f of it for the signature; %.0f bytes of heap each, %d on the topic"
                .formatted(stories.size(), micros, signing / 1e3 / stories.size(), bytes, Signature.BYTES));
        assertThat(filled.size()).isEqualTo(stories.size());
        assertThat(bytes).isBetween((double) Signature.BYTES, 1_024.0);
    }

    /** How many of so many stories are marked, when each is asked for and then told. */
    private int falselyMarked(String kind, Supplier<List<Zone>> source) {
        int marked = 0;
        double jaccard = 0;
        List<Zone> last = source.get();
        for (int i = 0; i < STORIES; i++) {
            List<Zone> story = source.get();
            marked += twin(story).isPresent() ? 1 : 0;
            tell(i, story);
            jaccard += jaccard(last, story);
            last = story;
        }
        print("%-32s J %.2f  falsely marked %.4f".formatted(kind, jaccard / STORIES, share(marked)));
        return marked;
    }

    private List<List<Zone>> told(Supplier<List<Zone>> source) {
        List<List<Zone>> stories = new ArrayList<>();
        for (int i = 0; i < STORIES; i++) {
            stories.add(source.get());
            tell(i, stories.get(i));
        }
        return stories;
    }

    private void tell(int number, List<Zone> story) {
        Signature.of(story)
                .ifPresent(
                        signature -> twins.add(new Told("story " + number, new Origin(NOON, null), NOON, signature)));
    }

    private Optional<String> twin(List<Zone> copy) {
        return Signature.of(copy).flatMap(signature -> twins.firstLike("copy", signature, Instant.MAX, NOON));
    }

    static double jaccard(List<Zone> one, List<Zone> other) {
        Set<Integer> a = new HashSet<>();
        Set<Integer> b = new HashSet<>();
        for (int shingle : Shingles.of(one)) {
            a.add(shingle);
        }
        for (int shingle : Shingles.of(other)) {
            b.add(shingle);
        }
        int all = a.size() + b.size();
        a.retainAll(b);
        return (double) a.size() / (all - a.size());
    }

    private static double share(int count) {
        return (double) count / STORIES;
    }

    private static double precision(int right, int wrong) {
        return right + wrong == 0 ? 1 : (double) right / (right + wrong);
    }

    /** Of this thread: on a busy machine the clock on the wall tells of the others. */
    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long usedBytes() {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static void print(String line) {
        System.out.println(line);
    }
}
