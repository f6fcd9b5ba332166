package wiredesk.ingest.format;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import wiredesk.ingest.copy.Spaces;

/**
 * Times as pages write them: as in feeds, with oddities of their own. A page often says a time several times, so what
 * cannot be read, or has no zone, makes way for the next, and is told only where none is better.
 */
final class PageTimes {

    private static final Pattern SPACED_OFFSET = Pattern.compile("\\s+(?=[+-]\\d{2}:?\\d{2}$|[Zz]$)");
    private static final Pattern ZONE_ID = Pattern.compile("\\[[\\w/+-]+]$");

    /** What stands before a date. */
    private static final Pattern LABEL = Pattern.compile(
            "^(?:(?:first |last )?(?:published|posted|updated|created|added|date|on|am|le)\\s*(?:on|at)?\\s*[:|]?\\s+)+",
            Pattern.CASE_INSENSITIVE);

    /** As in the United States: {@code 11:11 PM EST Nov 19, 2019}. */
    private static final Pattern CLOCK_FIRST = Pattern.compile(
            "(\\d{1,2}:\\d{2}(?::\\d{2})?) ?([AaPp]\\.?[Mm]\\.?)? ?([A-Z]{2,4})? (\\p{L}+\\.? \\d{1,2}, \\d{4})");

    /** Characters. A year by itself, or a day of the week, is no date of an article. */
    private static final int SHORTEST_SEEN = 8;

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

    /**
     * What readers see of it, where the page says it to no machine: the first element that is named as a date and has
     * nothing in it but one.
     */
    @Nullable
    Instant seen(Document page) {
        for (Element element : page.select("[class~=(?i)date|time|publi|posted|stamp]")) {
            String text = Spaces.clean(element.text());
            if (text.length() > Times.LONGEST || text.length() < SHORTEST_SEEN) {
                continue;
            }
            Moment moment = read(LABEL.matcher(text).replaceFirst(""));
            if (!(moment instanceof Moment.NoTime)) {
                return first("the date on the page", List.of(LABEL.matcher(text).replaceFirst("")));
            }
        }
        return null;
    }

    static Moment read(String written) {
        String text = ZONE_ID.matcher(written.strip()).replaceFirst("");
        text = SPACED_OFFSET.matcher(text).replaceFirst("");
        var clockFirst = CLOCK_FIRST.matcher(text);
        if (clockFirst.matches()) {
            text = clockFirst.group(4) + " " + clockFirst.group(1);
            text += clockFirst.group(2) == null ? "" : " " + clockFirst.group(2);
            text += clockFirst.group(3) == null ? "" : " " + clockFirst.group(3);
        }
        return FeedTimes.parse(text);
    }
}
