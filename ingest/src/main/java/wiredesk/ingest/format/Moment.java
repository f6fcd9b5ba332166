package wiredesk.ingest.format;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A time as senders write it, who often leave out the offset from UTC. One rule holds in all formats for what has none.
 * As an embargo it holds until the time has come everywhere on earth: nothing is out early, at worst a day late. As the
 * time of a version it is read as UTC, with a warning: wrong by up to 14 hours as a time, but a sender's clock is wrong
 * by the same in each version, so that their order is right; to leave it out would order them by arrival, where one that
 * is sent again replaces a newer one. Only ninjs is refused, whose schema demands an offset there.
 */
sealed interface Moment {

    /**
     * It says which moment it means.
     *
     * @param instant to the millisecond, as the records carry it; what is finer is cut off
     * @param notBefore the same, rounded up, so that no embargo ends early
     */
    record Exact(Instant instant, Instant notBefore) implements Moment {}

    /**
     * It has no offset.
     *
     * @param instant read as UTC
     * @param notBefore when it has come everywhere on earth
     * @param lack how the sentence goes on that begins with the name of the field
     */
    record Guessed(Instant instant, Instant notBefore, String lack) implements Moment {}

    /**
     * It is no time.
     *
     * @param problem how the sentence goes on that begins with the name of the field
     */
    record NoTime(String problem) implements Moment {

        /** Quotes what was written, not what was made of it on the way. */
        NoTime quoting(String written) {
            int quote = problem.indexOf(": '");
            String what = quote < 0 ? problem : problem.substring(0, quote);
            return new NoTime(what + ": '" + Times.cut(written) + "'");
        }
    }

    /** What stands where a time should be and nothing is. */
    static Moment empty() {
        return new NoTime("is empty");
    }

    /** What stands for the end of an embargo that is only said to be one. */
    static Moment unsaid() {
        return new NoTime("says embargoed and nothing says until when");
    }

    /** The last zone to see a moment of the clock is at -12:00, on the sea. */
    Duration LAST_ZONE = Duration.ofHours(12);

    static Moment exact(Instant finer) {
        Instant cut = finer.truncatedTo(ChronoUnit.MILLIS);
        return new Exact(cut, cut.equals(finer) ? cut : cut.plusMillis(1));
    }

    /** This time, whose offset from UTC was only supposed to be zero. */
    default Moment guessed(String lack) {
        return switch (this) {
            case Exact(Instant asUtc, Instant notBefore) -> new Guessed(asUtc, notBefore.plus(LAST_ZONE), lack);
            case Guessed(Instant asUtc, Instant notBefore, String _) -> new Guessed(asUtc, notBefore, lack);
            case NoTime none -> none;
        };
    }

    /** The moment as far as it is known; null for no time. */
    default @Nullable Instant instant() {
        return null;
    }

    /** Until when an article is held whose embargo is this time: without end where it is none. */
    default Embargo embargo() {
        return switch (this) {
            case Exact(Instant _, Instant notBefore) -> new Embargo.Until(notBefore);
            case Guessed(Instant _, Instant notBefore, String _) -> new Embargo.Until(notBefore);
            case NoTime _ -> new Embargo.Indefinite();
        };
    }
}
