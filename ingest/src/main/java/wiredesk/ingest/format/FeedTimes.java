package wiredesk.ingest.format;

import static java.util.Map.entry;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Times as feeds write them: RFC 822's ({@code Tue, 03 Mar 2026 09:30:00 GMT}) with what is made of it (names in other
 * languages, zones of every kind or none, years of two digits), or ISO 8601's.
 */
final class FeedTimes {

    private static final String DAY = "(?<day>\\d{1,2})(?:st|nd|rd|th)?\\.?";
    private static final String MONTH = "(?<month>\\p{L}{3,12})\\.?";
    private static final String YEAR = "(?<year>\\d{4}|\\d{2})";
    private static final String CLOCK =
            "(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2})(?<part>[.]\\d{1,9})?)?"
                    + "(?: ?(?<half>[AaPp])\\.?[Mm]\\.?)?";
    private static final String WEEKDAY = "(?:\\p{L}{2,12}\\.?,? )?";
    private static final String ZONE = "(?: ?(?<zone>[A-Za-z]{1,5}|(?:UTC|GMT|UT)?[+-]\\d{1,2}(?::?\\d{2})?))?";

    private static final Pattern MAIL =
            Pattern.compile(WEEKDAY + DAY + "[ -]" + MONTH + "[ -]" + YEAR + ",?(?:[ T]" + CLOCK + ZONE + ")?");

    /** As in the United States: {@code March 3, 2026 9:30 AM EST}. */
    private static final Pattern MONTH_FIRST =
            Pattern.compile(WEEKDAY + MONTH + " " + DAY + ",? " + YEAR + ",?(?: " + CLOCK + ZONE + ")?");

    /** As C's {@code asctime} and Unix's {@code date} write it: {@code Tue Mar  3 09:30:00 GMT 2026}. */
    private static final Pattern YEAR_LAST =
            Pattern.compile(WEEKDAY + MONTH + " " + DAY + " " + CLOCK + ZONE + " " + YEAR);

    private static final Pattern ISO_WITH_NAME =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2}[Tt ][\\d:.,]+) ?([A-Za-z]{2,5})");

    /** Those that mean one offset wherever they are written; RFC 822's own meaning stands for its American ones. */
    private static final Map<String, String> ZONES = Map.ofEntries(
            entry("Z", "Z"),
            entry("UT", "Z"),
            entry("UTC", "Z"),
            entry("GMT", "Z"),
            entry("WET", "Z"),
            entry("WEST", "+01:00"),
            entry("BST", "+01:00"),
            entry("CET", "+01:00"),
            entry("MEZ", "+01:00"),
            entry("CEST", "+02:00"),
            entry("MEST", "+02:00"),
            entry("MESZ", "+02:00"),
            entry("SAST", "+02:00"),
            entry("EET", "+02:00"),
            entry("EEST", "+03:00"),
            entry("MSK", "+03:00"),
            entry("TRT", "+03:00"),
            entry("SGT", "+08:00"),
            entry("HKT", "+08:00"),
            entry("AWST", "+08:00"),
            entry("JST", "+09:00"),
            entry("KST", "+09:00"),
            entry("ACST", "+09:30"),
            entry("AEST", "+10:00"),
            entry("ACDT", "+10:30"),
            entry("AEDT", "+11:00"),
            entry("NZST", "+12:00"),
            entry("NZDT", "+13:00"),
            entry("BRT", "-03:00"),
            entry("ART", "-03:00"),
            entry("ADT", "-03:00"),
            entry("AST", "-04:00"),
            entry("EDT", "-04:00"),
            entry("EST", "-05:00"),
            entry("CDT", "-05:00"),
            entry("CST", "-06:00"),
            entry("MDT", "-06:00"),
            entry("MST", "-07:00"),
            entry("PDT", "-07:00"),
            entry("PST", "-08:00"),
            entry("AKDT", "-08:00"),
            entry("AKST", "-09:00"),
            entry("HST", "-10:00"));

    private static final Map<String, Integer> MONTHS = months();

    private FeedTimes() {}

    static Moment parse(String written) {
        Moment moment = read(written);
        return moment instanceof Moment.NoTime none ? none.quoting(written) : moment;
    }

    private static Moment read(String written) {
        if (written.length() > Times.LONGEST) {
            return new Moment.NoTime("is no time: '" + Times.cut(written) + "'");
        }
        String text =
                written.replaceAll("\\([^)]*\\)", " ").replaceAll("\\s+", " ").strip();
        Matcher named = ISO_WITH_NAME.matcher(text);
        if (named.matches()) {
            String zone = ZONES.get(named.group(2).toUpperCase(Locale.ROOT));
            return zone == null ? unknownZone(named.group(1), named.group(2)) : Times.ofIso(named.group(1) + zone);
        }
        for (Pattern pattern : new Pattern[] {MAIL, MONTH_FIRST, YEAR_LAST}) {
            Matcher matcher = pattern.matcher(text);
            if (matcher.matches()) {
                return moment(matcher, text);
            }
        }
        return Character.isDigit(text.isEmpty() ? ' ' : text.charAt(0))
                ? Times.ofIso(text)
                : new Moment.NoTime("is no time such as 'Tue, 03 Mar 2026 09:30:00 GMT': '" + text + "'");
    }

    private static Moment moment(Matcher parts, String text) {
        Integer month = MONTHS.get(plain(parts.group("month")));
        if (month == null) {
            return new Moment.NoTime("has no month known here: '" + text + "'");
        }
        String date = "%s-%02d-%02d".formatted(year(parts), month, Integer.parseInt(parts.group("day")));
        if (parts.group("hour") == null) {
            return Times.ofIso(date);
        }
        String local = date + "T" + clock(parts);
        String zone = parts.group("zone");
        if (zone == null) {
            return Times.ofIso(local);
        }
        String offset = offset(zone);
        return offset == null ? unknownZone(local, zone) : Times.ofIso(local + offset);
    }

    /** RFC 2822, section 4.3. */
    private static int year(Matcher parts) {
        int year = Integer.parseInt(parts.group("year"));
        return parts.group("year").length() > 2 ? year : year + (year < 50 ? 2000 : 1900);
    }

    private static String clock(Matcher parts) {
        int hour = Integer.parseInt(parts.group("hour"));
        if (parts.group("half") != null && hour <= 12) {
            hour = hour % 12 + (parts.group("half").equalsIgnoreCase("p") ? 12 : 0);
        }
        String second = parts.group("second") == null ? "00" : parts.group("second");
        String part = parts.group("part") == null ? "" : parts.group("part");
        return "%02d:%s:%s%s".formatted(hour, parts.group("minute"), second, part);
    }

    private static @Nullable String offset(String zone) {
        int sign = Math.max(zone.indexOf('+'), zone.indexOf('-'));
        if (sign < 0) {
            return ZONES.get(zone.toUpperCase(Locale.ROOT));
        }
        String digits = zone.substring(sign + 1).replace(":", "");
        String full = digits.length() % 2 == 1 ? "0" + digits : digits;
        return zone.charAt(sign) + full.substring(0, 2) + ":" + (full.length() > 2 ? full.substring(2) : "00");
    }

    /** A zone without one meaning, such as IST, is none. */
    private static Moment unknownZone(String local, String zone) {
        return Times.ofIso(local).guessed("has a zone that has not one meaning: '" + zone + "'");
    }

    /** The names of months in the languages that feeds here are likeliest to be in, where they mean one month only. */
    private static Map<String, Integer> months() {
        Map<String, Integer> months = new HashMap<>();
        for (String language : new String[] {"en", "fr", "de", "es", "it", "nl", "pt", "pl", "sv", "da", "fi"}) {
            for (Month month : Month.values()) {
                for (TextStyle style : TextStyle.values()) {
                    String name = plain(month.getDisplayName(style, Locale.of(language)));
                    if (name.length() > 2 && !name.chars().allMatch(Character::isDigit)) {
                        months.merge(name, month.getValue(), (one, other) -> one.equals(other) ? one : 0);
                    }
                }
            }
        }
        months.put("sept", 9);
        months.values().removeIf(month -> month == 0);
        return Map.copyOf(months);
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace(".", "");
    }
}
