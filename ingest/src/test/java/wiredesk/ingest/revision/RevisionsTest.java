package wiredesk.ingest.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wiredesk.ingest.revision.Decision.Accept;
import wiredesk.ingest.revision.Decision.Duplicate;
import wiredesk.ingest.revision.Decision.KilledAlready;
import wiredesk.ingest.revision.Decision.Stale;

class RevisionsTest {

    /** What stands is version 9 of minute 30 with content A; '-' is 'not given'. */
    @ParameterizedTest(name = "version {0}, minute {1}, content {2}: {3}")
    @CsvSource({
        // By version.
        "10, -,  B, accept 10",
        "10, 10, B, accept 10",
        "10, 30, A, accept 10",
        "8,  40, B, stale",
        "8,  30, A, stale",
        // By time.
        "9,  31, B, accept 9",
        "9,  31, A, accept 9",
        "9,  29, B, stale",
        "9,  29, A, stale",
        // By content.
        "9,  30, A, duplicate",
        "09, 30, A, duplicate",
        "9,  30, B, refresh 9",
        "9,  -,  A, duplicate",
        "9,  -,  B, refresh 9",
        // Without a version.
        "-,  -,  B, accept 10",
        "-,  30, B, accept 10",
        "-,  31, B, accept 10",
        "-,  29, B, stale",
        "-,  -,  A, duplicate",
        "-,  31, A, duplicate",
    })
    void aSubmissionIsWeighedAgainstWhatStands(String version, String minute, String content, String decision) {
        Standing standing = new Standing("9", at("30"), "A", false);
        assertThat(told(Revisions.decide(standing, usable(version, minute, content))))
                .isEqualTo(decision);
    }

    /** What stands was killed in version 9, minute 30. */
    @ParameterizedTest(name = "version {0}, minute {1}: {2}")
    @CsvSource({
        "10, -,  killed already",
        "9,  -,  killed already",
        "9,  31, killed already",
        "9,  29, stale",
        "8,  40, stale",
        "-,  -,  killed already",
        "-,  29, stale",
    })
    void nothingComesAfterAKill(String version, String minute, String decision) {
        Standing killed = new Standing("9", at("30"), "K", true);
        assertThat(told(Revisions.decide(killed, usable(version, minute, "B")))).isEqualTo(decision);
    }

    @ParameterizedTest(name = "kill of version {0}, minute {1}, when killed: {2}: {3}")
    @CsvSource({
        "-,  -,  false, kill 9",
        "-,  29, false, kill 9",
        "9,  29, false, kill 9",
        "10, -,  false, kill 10",
        "8,  40, false, stale",
        "-,  -,  true,  duplicate",
        "9,  31, true,  duplicate",
        "10, -,  true,  kill 10",
        "8,  -,  true,  stale",
    })
    void aKillKillsWhatStandsUnlessItIsStaleByItsVersion(
            String version, String minute, boolean killed, String decision) {
        Standing standing = new Standing("9", at("30"), "A", killed);
        assertThat(told(Revisions.decide(standing, kill(version, minute)))).isEqualTo(decision);
    }

    @Test
    void theFirstStands() {
        assertThat(told(Revisions.decide(null, usable("0", "-", "A")))).isEqualTo("accept 0");
        assertThat(told(Revisions.decide(null, usable("-", "-", "A")))).isEqualTo("accept 1");
    }

    @Test
    void aKillThatComesBeforeItsArticleIsRemembered() {
        Standing unversioned = next(Revisions.decide(null, kill("-", "-")));
        assertThat(told(Revisions.decide(unversioned, usable("0", "-", "A")))).isEqualTo("killed already");
        assertThat(told(Revisions.decide(unversioned, usable("-", "-", "A")))).isEqualTo("killed already");

        Standing versioned = next(Revisions.decide(null, kill("3", "-")));
        assertThat(told(Revisions.decide(versioned, usable("3", "-", "A")))).isEqualTo("killed already");
        assertThat(told(Revisions.decide(versioned, usable("2", "-", "A")))).isEqualTo("stale");
    }

    @Test
    void whatAKillWithoutAVersionKilledIsADuplicateWhenItIsSentAgain() {
        Standing standing = new Standing("9", null, "A", false);
        Standing killed = next(Revisions.decide(standing, kill("-", "-")));
        assertThat(told(Revisions.decide(killed, usable("9", "-", "A")))).isEqualTo("duplicate");
    }

    @Test
    void aTimeLearnedFromADuplicateIsRemembered() {
        Standing standing = new Standing("9", null, "A", false);
        Decision decision = Revisions.decide(standing, usable("9", "30", "A"));
        assertThat(decision).isEqualTo(new Duplicate(new Standing("9", at("30"), "A", false)));
    }

    static Candidate usable(String version, String minute, String content) {
        return new Candidate(version.equals("-") ? null : version, at(minute), content, false);
    }

    static Candidate kill(String version, String minute) {
        return new Candidate(version.equals("-") ? null : version, at(minute), "K", true);
    }

    private static Standing next(Decision decision) {
        assertThat(decision).isInstanceOf(Accept.class);
        return ((Accept) decision).next();
    }

    private static String told(Decision decision) {
        return switch (decision) {
            case Accept(String version, Standing next, boolean refresh) -> {
                assertThat(next.version()).isEqualTo(version);
                yield (next.killed() ? "kill " : refresh ? "refresh " : "accept ") + version;
            }
            case Duplicate _ -> "duplicate";
            case Stale _ -> "stale";
            case KilledAlready _ -> "killed already";
        };
    }

    private static @Nullable Instant at(String minute) {
        return minute.equals("-") ? null : Instant.parse("2026-03-01T10:" + minute + ":00Z");
    }
}
