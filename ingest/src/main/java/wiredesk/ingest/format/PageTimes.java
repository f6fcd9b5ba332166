package wiredesk.ingest.format;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Times as pages write them: as in feeds, with oddities of their own. A page often says a time several times, so what
 * cannot be read, or has no zone, makes way for the next, and is told only where none is better.
 */
final class PageTimes {

    private static final Pattern SPACED_OFFSET = Pattern.compile("\\s+(?=[+-]\\d{2}:?\\d{2}$|[Zz]$)");
    private static final Pattern ZONE_ID = Pattern.compile("\\[[\\w/+-]+]$");

    private final List<String> warnings;

    PageTimes(List<String> warnings) {
        this.warnings = warnings;
    }

    /** The first that says which moment it means, else the first that can be read; a warning where there are some and none can. */
    @Nullable
    Instant first(String name, List<String> written) {
        List<Moment> moments = written.stream()
                .filter(text -> !text.isBlank())
                .map(PageTimes::read)
                .toList();
        for (Moment moment : moments) {
            if (moment instanceof Moment.Exact(Instant instant, Instant _)) {
                return instant;
            }
        }
        for (Moment moment : moments) {
            if (moment instanceof Moment.Guessed(Instant instant, Instant _, String lack)) {
                warnings.add(name + " " + lack + ": it is read as UTC");
                return instant;
            }
        }
        if (!moments.isEmpty() && moments.getFirst() instanceof Moment.NoTime(String problem)) {
            warnings.add(name + " " + problem + ": left out");
        }
        return null;
    }

    static Moment read(String written) {
        String text = ZONE_ID.matcher(written.strip()).replaceFirst("");
        text = SPACED_OFFSET.matcher(text).replaceFirst("");
        return FeedTimes.parse(text);
    }
}
