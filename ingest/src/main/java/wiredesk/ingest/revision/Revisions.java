package wiredesk.ingest.revision;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import wiredesk.ingest.revision.Decision.Accept;
import wiredesk.ingest.revision.Decision.Duplicate;
import wiredesk.ingest.revision.Decision.KilledAlready;
import wiredesk.ingest.revision.Decision.Stale;

/**
 * Decides whether a submission becomes the version of its article that stands. By {@code version}, then
 * {@code versionCreated}, then arrival; equal in both, the content tells a duplicate from a refresh. A time that is not
 * given is not known, and so neither earlier nor later. A kill is final.
 */
public final class Revisions {

    private static final String FIRST = "1";

    /** Of a kill without a version that comes before its article: before every other, so that all are caught. */
    private static final String BEFORE_ALL = "0";

    private Revisions() {}

    /**
     * What is to be done with the candidate.
     *
     * @param standing what is remembered of the article, or null when it has never been seen
     */
    public static Decision decide(@Nullable Standing standing, Candidate candidate) {
        if (candidate.kill()) {
            return decideKill(standing, candidate);
        }
        if (standing == null) {
            return accept(candidate, candidate.version() == null ? FIRST : candidate.version(), false);
        }
        return candidate.version() == null
                ? decideUnversioned(standing, candidate)
                : decideVersioned(standing, candidate, candidate.version());
    }

    private static Decision decideVersioned(Standing standing, Candidate candidate, String version) {
        int byVersion = Versions.compare(version, standing.version());
        int order = byVersion != 0 ? byVersion : compareTimes(candidate, standing);
        boolean sameContent = candidate.contentHash().equals(standing.contentHash());
        if (byVersion == 0 && order == 0 && sameContent) {
            return new Duplicate(learned(standing, candidate));
        }
        if (order < 0) {
            return new Stale();
        }
        if (standing.killed()) {
            return new KilledAlready();
        }
        return order > 0
                ? accept(candidate, version, false)
                : new Accept(version, at(version, learned(standing, candidate), candidate), true);
    }

    /** The next version, unless it is what stands, or is older than that by its own word. */
    private static Decision decideUnversioned(Standing standing, Candidate candidate) {
        if (candidate.contentHash().equals(standing.contentHash())) {
            return new Duplicate(learned(standing, candidate));
        }
        if (compareTimes(candidate, standing) < 0) {
            return new Stale();
        }
        if (standing.killed()) {
            return new KilledAlready();
        }
        String version = Versions.next(standing.version());
        return new Accept(version, at(version, learned(standing, candidate), candidate), false);
    }

    private static Decision decideKill(@Nullable Standing standing, Candidate kill) {
        if (standing == null) {
            String version = kill.version() == null ? BEFORE_ALL : kill.version();
            return new Accept(version, killed(version, kill.versionCreated(), kill.contentHash()), false);
        }
        int byVersion = kill.version() == null ? 0 : Versions.compare(kill.version(), standing.version());
        if (byVersion < 0) {
            return new Stale();
        }
        if (kill.version() != null && byVersion > 0) {
            return new Accept(kill.version(), killed(kill.version(), kill.versionCreated(), kill.contentHash()), false);
        }
        if (standing.killed()) {
            return new Duplicate(learned(standing, kill));
        }
        Instant time = learned(standing, kill).versionCreated();
        return new Accept(standing.version(), killed(standing.version(), time, standing.contentHash()), false);
    }

    private static Accept accept(Candidate candidate, String version, boolean refresh) {
        return new Accept(
                version, new Standing(version, candidate.versionCreated(), candidate.contentHash(), false), refresh);
    }

    private static Standing at(String version, Standing timed, Candidate candidate) {
        return new Standing(version, timed.versionCreated(), candidate.contentHash(), false);
    }

    private static Standing killed(String version, @Nullable Instant versionCreated, String contentHash) {
        return new Standing(version, versionCreated, contentHash, true);
    }

    private static int compareTimes(Candidate candidate, Standing standing) {
        return candidate.versionCreated() == null || standing.versionCreated() == null
                ? 0
                : candidate.versionCreated().compareTo(standing.versionCreated());
    }

    /** The same, with the candidate's time where that is later, or the first that is known. */
    private static Standing learned(Standing standing, Candidate candidate) {
        Instant known = standing.versionCreated();
        Instant claimed = candidate.versionCreated();
        boolean later = claimed != null && (known == null || claimed.isAfter(known));
        return new Standing(standing.version(), later ? claimed : known, standing.contentHash(), standing.killed());
    }
}
