package wiredesk.ingest.format;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import wiredesk.ingest.copy.Block;

/**
 * What was found wrong in one article, and so whether it is accepted. What is wrong with a field is noted by the field's
 * path (in JSON its pointer), and the field then reads as absent.
 */
final class Findings {

    /** Characters. The uri becomes a record's key. */
    static final int LONGEST_URI = 2048;

    private static final int LONGEST_VERSION = 128;

    private static final int MOST_LINES = 100_000;

    private static final Pattern INTEGER = Pattern.compile("[+-]?\\d{1,9}");

    private final List<Reason> faults = new ArrayList<>();
    private final Set<String> vital = new HashSet<>();
    private final List<String> warnings = new ArrayList<>();
    private @Nullable String notNews;

    /** Something impossible. It refuses the article, but a kill only where the field is vital. */
    void fault(String path, String problem) {
        faults.add(invalid(path, problem));
    }

    /** The field says that this is no news but something else, if {@link NotNews} knows its word. */
    void unlessNews(@Nullable String word, String path) {
        String what = NotNews.what(word);
        if (what != null && notNews == null) {
            notNews = what;
            warn(path, "says that this is no news but " + what);
        }
    }

    /** Whether the field has a fault already. */
    boolean isFaulty(String path) {
        return faults.stream().anyMatch(fault -> path.equals(fault.pointer()));
    }

    /** These fields, in any case, say which article this is: a kill with a fault there might kill another one. */
    void vital(String... paths) {
        for (String path : paths) {
            vital.add(path.toLowerCase(Locale.ROOT));
        }
    }

    void warn(String warning) {
        if (!warnings.contains(warning)) {
            warnings.add(warning);
        }
    }

    void warn(String path, String what) {
        warn(path + " " + what);
    }

    /** The time of a version or of its making, by the rule that {@link Moment} states. */
    @Nullable
    Instant time(Moment moment, String path) {
        switch (moment) {
            case Moment.Exact _ -> {
                // As it should be.
            }
            case Moment.Guessed(Instant _, Instant _, String lack) -> warn(path, lack + ": it is read as UTC");
            case Moment.NoTime(String problem) -> fault(path, problem);
        }
        return moment.instant();
    }

    /** The same in a format that demands an offset. */
    @Nullable
    Instant timeWithOffset(Moment moment, String path) {
        return time(
                moment instanceof Moment.Guessed(Instant _, Instant _, String lack) ? new Moment.NoTime(lack) : moment,
                path);
    }

    /** An embargo by the same rule: no time is as good as none ever, and all but an exact one is told. */
    Embargo embargo(Moment moment, String path) {
        switch (moment) {
            case Moment.Exact _ -> {
                // As it should be.
            }
            case Moment.Guessed(Instant _, Instant notBefore, String lack) ->
                warn(path, lack + ": the article is held until that time has come everywhere, " + notBefore);
            case Moment.NoTime(String problem) ->
                warn(path, problem + ": the article is held until a version lifts the embargo");
        }
        return moment.embargo();
    }

    /**
     * An id as a uri. Many real ones have spaces inside ({@code 12 at http://news.example}); they are written as a uri
     * writes them, since an id is the same from one version to the next and so must its reading be.
     */
    @Nullable
    String uri(@Nullable String written, String path) {
        if (written == null) {
            return null;
        }
        StringBuilder uri = new StringBuilder(written.length());
        written.strip().codePoints().forEach(c -> uri.append(isSpace(c) ? "%20" : Character.toString(c)));
        return uri.isEmpty() ? null : bounded(uri.toString(), path, LONGEST_URI);
    }

    /** The same where nothing else says which article this is. */
    @Nullable
    String requiredUri(@Nullable String written, String path, String problem) {
        if (written == null) {
            vital(path);
            fault(path, problem);
        }
        return uri(written, path);
    }

    /** A uri in a format whose uris have no white space in them. */
    @Nullable
    String strictUri(@Nullable String written, String path) {
        if (written != null && written.codePoints().anyMatch(Findings::isSpace)) {
            vital(path);
            fault(path, "must have no white space in it");
            return null;
        }
        return bounded(written, path, LONGEST_URI);
    }

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    @Nullable
    String version(@Nullable String written, String path) {
        return bounded(written, path, LONGEST_VERSION);
    }

    private @Nullable String bounded(@Nullable String text, String path, int longest) {
        vital(path);
        if (text != null && text.length() > longest) {
            fault(path, "must have at most %d characters".formatted(longest));
            return null;
        }
        return text;
    }

    @Nullable
    Integer integer(@Nullable String written, String path, int least, int most) {
        if (written == null) {
            return null;
        }
        int value = INTEGER.matcher(written).matches() ? Integer.parseInt(written) : least - 1;
        if (value < least || value > most) {
            fault(path, "must be a whole number from %d to %d, not '%s'".formatted(least, most, Times.cut(written)));
            return null;
        }
        return value;
    }

    /** The decision over what must have words, unless it is a kill. */
    Read decide(Draft draft, String path) {
        return decide(draft, path, "");
    }

    /**
     * The same.
     *
     * @param path of the article
     * @param more what is to be said beside, where it has no words
     */
    Read decide(Draft draft, String path, String more) {
        boolean wordless = draft.headline() == null && draft.body().isEmpty();
        if (wordless && notNews == null && draft.pubStatus() != PubStatus.CANCELED) {
            fault(path, "has neither a headline nor a body with words in it: there is nothing to publish" + more);
        }
        return judge(draft, path);
    }

    /** The decision by what was found; a kill is not lost for a fault in a field that does not say what it kills. */
    Read judge(Draft draft, String path) {
        boolean kill = draft.pubStatus() == PubStatus.CANCELED;
        for (Reason fault : faults) {
            if (!kill || isVital(fault)) {
                return fault.refused();
            }
            warn(fault.detail());
        }
        if (draft.body().stream().map(Block::lines).mapToLong(List::size).sum() > MOST_LINES) {
            return invalid(path, PlainText.TOO_MANY_LINES).refused();
        }
        return new Read.Accepted(draft.with(warnings, notNews));
    }

    private boolean isVital(Reason fault) {
        return fault.pointer() != null && vital.contains(fault.pointer().toLowerCase(Locale.ROOT));
    }

    private static Reason invalid(String path, String problem) {
        return new Reason(Kind.INVALID, path + " " + problem, path);
    }
}
