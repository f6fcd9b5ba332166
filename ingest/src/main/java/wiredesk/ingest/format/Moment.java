package wiredesk.ingest.format;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A time as senders write it, who often leave out the offset from UTC, or give a date alone. */
sealed interface Moment {

    /** It says which moment it means. */
    record Exact(Instant instant, Instant notBefore) implements Moment {}

    /**
     * It has no offset.
     *
     * @param instant read as UTC
     * @param notBefore when it has come everywhere on earth
     * @param lack how the sentence goes on that begins with the name of the field
     */
    record Guessed(Instant instant, Instant notBefore, String lack) implements Moment {}

    record NoTime(String problem) implements Moment {

        /** Quotes what was written, not what was made of it on the way. */
        NoTime quoting(String written) {
            int quote = problem.indexOf(": '");
            String what = quote < 0 ? problem : problem.substring(0, quote);
            return new NoTime(what + ": '" + Times.cut(written) + "'");
        }
    }

    Pattern SHAPE = Pattern.compile("(\\d{4})(-?)(\\d{2})\\2(\\d{2})"
            + "(?:[Tt ]?(\\d{2}):?(\\d{2})(?::?(\\d{2})([.,]\\d{1,12})?)?\\s?([Zz]|[+-]\\d{2}(?::?\\d{2})?)?)?");

    /** The last zone to see a day begin is at -12:00, on the sea west of it. */
    Duration LAST_ZONE = Duration.ofHours(12);

    /** ISO 8601 without dashes and colons, as NITF has it ({@code 20060115T083000-0500}), or with them. */
    static Moment ofIso(String written) {
        String text = written.strip();
        Matcher shape = SHAPE.matcher(text);
        if (text.length() > Times.LONGEST || !shape.matches()) {
            return new NoTime("is no ISO 8601 time such as 20260301T093000Z: '" + Times.cut(text) + "'");
        }
        @Nullable String offset = shape.group(9);
        return switch (Times.parse(extended(shape, offset == null ? "Z" : offset))) {
            case Times.NoTime(String problem) -> new NoTime(problem).quoting(text);
            case Times.Time(Instant instant, Instant notBefore) ->
                offset != null
                        ? new Exact(instant, notBefore)
                        : new Guessed(instant, notBefore.plus(LAST_ZONE), "has no offset from UTC: '" + text + "'");
        };
    }

    private static String extended(Matcher shape, String offset) {
        String time = shape.group(5) == null
                ? "00:00:00"
                : shape.group(5) + ":" + shape.group(6) + ":" + or(shape.group(7), "00") + or(shape.group(8), "");
        return shape.group(1) + "-" + shape.group(3) + "-" + shape.group(4) + "T" + time + offset;
    }

    private static String or(@Nullable String text, String otherwise) {
        return text == null ? otherwise : text;
    }
}
