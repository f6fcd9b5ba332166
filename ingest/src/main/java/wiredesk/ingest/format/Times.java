package wiredesk.ingest.format;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads times of RFC 3339 and ISO 8601, with what real systems make of them: {@code +0000} or {@code +01}, no seconds. */
final class Times {

    /** Characters. */
    static final int LONGEST = 64;

    /** Earlier is what software writes for 'no time': year 0, or 1 in .NET. */
    private static final int EARLIEST_YEAR = 1000;

    private static final Pattern RFC_3339 =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}[Tt ]\\d{2}:\\d{2}(?::\\d{2}(?:[.,]\\d{1,12})?)?(.*)");

    private static final Pattern OFFSET = Pattern.compile("[Zz]|[+-]\\d{2}(?::?\\d{2})?");

    private static final Pattern ISO_8601 = Pattern.compile("(\\d{4})(-?)(\\d{2})\\2(\\d{2})"
            + "(?:[Tt ]?(\\d{2}):?(\\d{2})(?::?(\\d{2})([.,]\\d{1,12})?)?\\s?([Zz]|[+-]\\d{2}(?::?\\d{2})?)?)?");

    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX][X]")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT)
            .withChronology(IsoChronology.INSTANCE);

    private Times() {}

    /** A date and a time of day, with an offset from UTC or without. */
    static Moment ofRfc3339(String written) {
        String text = written.strip();
        Matcher shape = RFC_3339.matcher(text);
        if (text.length() > LONGEST || !shape.matches()) {
            return new Moment.NoTime("is no RFC 3339 time such as 2026-03-01T09:30:00Z: " + quoted(text));
        }
        String offset = shape.group(1);
        if (offset.isEmpty()) {
            Moment asUtc = parsed(text + "Z", "Z", text);
            return asUtc.guessed("has no offset from UTC, such as Z or +01:00: " + quoted(text));
        }
        return OFFSET.matcher(offset).matches()
                ? parsed(text, offset, text)
                : new Moment.NoTime("has an unreadable offset from UTC: " + quoted(text));
    }

    /** The same, or without dashes and colons, as NITF has it ({@code 20060115T083000-0500}), or a date alone. */
    static Moment ofIso(String written) {
        String text = written.strip();
        Matcher shape = ISO_8601.matcher(text);
        if (text.length() > LONGEST || !shape.matches()) {
            return new Moment.NoTime("is no ISO 8601 time such as 20260301T093000Z: " + quoted(text));
        }
        @Nullable String offset = shape.group(9);
        String known = offset == null ? "Z" : offset;
        Moment moment = parsed(extended(shape) + known, known, text);
        return offset != null ? moment : moment.guessed("has no offset from UTC: " + quoted(text));
    }

    private static String extended(Matcher shape) {
        String time = shape.group(5) == null
                ? "00:00:00"
                : shape.group(5) + ":" + shape.group(6) + ":" + or(shape.group(7), "00") + or(shape.group(8), "");
        return shape.group(1) + "-" + shape.group(3) + "-" + shape.group(4) + "T" + time;
    }

    private static Moment parsed(String text, String offset, String written) {
        try {
            String regular = text.replace(' ', 'T').replace(',', '.');
            OffsetDateTime time = OffsetDateTime.parse(shortened(regular, offset), FORMAT);
            return time.getYear() < EARLIEST_YEAR
                    ? new Moment.NoTime("is too early to be true: " + quoted(written))
                    : Moment.exact(time.toInstant());
        } catch (DateTimeException _) {
            return new Moment.NoTime("is an impossible time: " + quoted(written));
        }
    }

    /** java.time reads nine decimals; RFC 3339 allows any number. */
    private static String shortened(String text, String offset) {
        String local = text.substring(0, text.length() - offset.length());
        int point = local.indexOf('.');
        return (point < 0 ? local : local.substring(0, Math.min(local.length(), point + 10))) + offset;
    }

    private static String or(@Nullable String text, String otherwise) {
        return text == null ? otherwise : text;
    }

    private static String quoted(String text) {
        return "'" + cut(text) + "'";
    }

    /** What was written, short enough to quote. */
    static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }
}
