package wiredesk.ingest.format;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;

/** RFC 3339 times, with what real systems make of them: {@code +0000} without a colon, no seconds. */
sealed interface Times {

    /** To the millisecond, as the records carry it; what is finer is cut off, or rounded up by {@link #notBefore}. */
    record Time(Instant instant, Instant notBefore) implements Times {}

    /**
     * Why it is none.
     *
     * @param problem how the sentence goes on that begins with the name of the field
     */
    record NoTime(String problem) implements Times {}

    int LONGEST = 64;

    /** Earlier is what software writes for 'no time': year 0, or 1 in .NET. */
    int EARLIEST_YEAR = 1000;

    Pattern SHAPE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}[Tt ]\\d{2}:\\d{2}(?::\\d{2}(?:[.,]\\d{1,12})?)?(.*)");
    Pattern OFFSET = Pattern.compile("[Zz]|[+-]\\d{2}(?::?\\d{2})?");

    DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX][X]")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT)
            .withChronology(IsoChronology.INSTANCE);

    static Times parse(String written) {
        String text = written.strip();
        var shape = SHAPE.matcher(text);
        if (text.length() > LONGEST || !shape.matches()) {
            return new NoTime("is no RFC 3339 time such as 2026-03-01T09:30:00Z: " + quoted(text));
        }
        String offset = shape.group(1);
        if (offset.isEmpty()) {
            return new NoTime("has no offset from UTC, such as Z or +01:00: " + quoted(text));
        }
        if (!OFFSET.matcher(offset).matches()) {
            return new NoTime("has an unreadable offset from UTC: " + quoted(text));
        }
        try {
            String regular = text.replace(' ', 'T').replace(',', '.');
            OffsetDateTime time = OffsetDateTime.parse(shortened(regular, offset), FORMAT);
            return time.getYear() < EARLIEST_YEAR
                    ? new NoTime("is too early to be true: " + quoted(text))
                    : time(time.toInstant());
        } catch (DateTimeException _) {
            return new NoTime("is an impossible time: " + quoted(text));
        }
    }

    private static Time time(Instant exact) {
        Instant cut = exact.truncatedTo(ChronoUnit.MILLIS);
        return new Time(cut, cut.equals(exact) ? cut : cut.plusMillis(1));
    }

    /** java.time reads nine decimals; RFC 3339 allows any number. */
    private static String shortened(String text, String offset) {
        String local = text.substring(0, text.length() - offset.length());
        int point = local.indexOf('.');
        return (point < 0 ? local : local.substring(0, Math.min(local.length(), point + 10))) + offset;
    }

    private static String quoted(String text) {
        return "'" + cut(text) + "'";
    }

    /** What was written, short enough to quote. */
    static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }
}
