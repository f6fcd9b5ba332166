package wiredesk.ingest.format;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Times as pages write them: RFC 3339, and RFC 1123 as in feeds. A page often says a time several times, so what cannot
 * be read, or has no zone, makes way for the next, and is told only where none can be read.
 */
final class PageTimes {

    private static final Pattern SPACED_OFFSET = Pattern.compile("\\s+(?=[+-]\\d{2}:?\\d{2}$|[Zz]$)");
    private static final Pattern ZONE_ID = Pattern.compile("\\[[\\w/+-]+]$");
    private static final Pattern NAMED = Pattern.compile("(.*?)\\s*\\b([A-Z]{1,4})$");

    /** RFC 822, section 5.1. Other abbreviations mean different zones to different people. */
    private static final Map<String, String> OFFSETS = Map.of(
            "UT", "Z", "UTC", "Z", "GMT", "Z", "EST", "-05:00", "EDT", "-04:00", "CST", "-06:00", "CDT", "-05:00",
            "PST", "-08:00", "PDT", "-07:00");

    private final List<String> warnings;

    PageTimes(List<String> warnings) {
        this.warnings = warnings;
    }

    /** The first that can be read; a warning where there are some and none can be read. */
    @Nullable
    Instant first(String name, List<String> written) {
        List<String> problems = new ArrayList<>();
        for (String text : written) {
            if (text.isBlank()) {
                continue;
            }
            switch (read(text)) {
                case Times.Time(Instant instant, Instant _) -> {
                    return instant;
                }
                case Times.NoTime(String problem) -> problems.add(problem);
            }
        }
        if (!problems.isEmpty()) {
            warnings.add(name + " " + problems.getFirst() + ": left out");
        }
        return null;
    }

    static Times read(String written) {
        String text = ZONE_ID.matcher(written.strip()).replaceFirst("");
        text = SPACED_OFFSET.matcher(text).replaceFirst("");
        var named = NAMED.matcher(text);
        if (named.matches()
                && OFFSETS.containsKey(named.group(2))
                && !named.group(1).isEmpty()) {
            text = named.group(1) + OFFSETS.get(named.group(2));
        }
        Times time = Times.parse(text);
        return time instanceof Times.NoTime ? feedTime(written.strip(), time) : time;
    }

    private static Times feedTime(String written, Times otherwise) {
        if (written.length() > Times.LONGEST || written.isEmpty() || !Character.isLetter(written.charAt(0))) {
            return otherwise;
        }
        try {
            Instant instant = OffsetDateTime.parse(
                            written, DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT))
                    .toInstant()
                    .truncatedTo(ChronoUnit.MILLIS);
            return new Times.Time(instant, instant);
        } catch (DateTimeException _) {
            return otherwise;
        }
    }
}
