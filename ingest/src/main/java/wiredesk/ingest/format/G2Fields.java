package wiredesk.ingest.format;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import wiredesk.ingest.copy.Spaces;

/** Reads the fields of one NewsML-G2 item. What is wrong with one is noted, and it then reads as absent. */
final class G2Fields {

    private static final Pattern INTEGER = Pattern.compile("[+-]?\\d{1,9}");

    private final List<Reason> faults = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    void fault(Tag tag, String problem) {
        fault(tag.path(), problem);
    }

    private void fault(String path, String problem) {
        faults.add(new Reason(Kind.INVALID, path + " " + problem, path));
    }

    void warn(Tag tag, String what) {
        warnings.add(tag.path() + " " + what);
    }

    @Nullable
    Reason firstFault() {
        return faults.isEmpty() ? null : faults.getFirst();
    }

    List<String> warnings() {
        return warnings;
    }

    /** A kill is not lost for a fault in a field that does not say what it kills. */
    void forgiveAllBut(String... paths) {
        Set<String> kept = Set.of(paths);
        faults.removeIf(fault -> !kept.contains(fault.pointer()) && warnings.add(fault.detail()));
    }

    /** A text without white space in it, and not longer than this many characters. */
    @Nullable
    String identifier(Tag tag, String attribute, int longest) {
        String text = tag.attribute(attribute);
        if (text != null && (text.length() > longest || hasSpace(text))) {
            String problem = "must have no white space in it and at most %d characters".formatted(longest);
            fault(tag.path() + "/@" + attribute, problem);
            return null;
        }
        return text;
    }

    private static boolean hasSpace(String text) {
        return text.chars().anyMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c));
    }

    /**
     * An impossible time is a fault. One that only lacks its offset from UTC, as whole agencies send it, is not: where
     * its clock stands is not known, so it counts as not said, and the sender is told.
     */
    @Nullable
    Instant time(@Nullable Tag tag) {
        String text = tag == null ? null : tag.text();
        if (tag == null || text == null) {
            return null;
        }
        return switch (Times.parse(text)) {
            case Times.Time(Instant instant, Instant _) -> instant;
            case Times.NoTime(String problem) -> {
                if (Times.parse(text + "Z") instanceof Times.Time) {
                    warn(tag, problem + ": it is not read");
                } else {
                    fault(tag, problem);
                }
                yield null;
            }
        };
    }

    @Nullable
    Integer integer(@Nullable Tag tag, int least, int most) {
        String text = tag == null ? null : tag.text();
        if (tag == null || text == null) {
            return null;
        }
        int value = INTEGER.matcher(text).matches() ? Integer.parseInt(text) : least - 1;
        if (value < least || value > most) {
            fault(tag, "must be a whole number from %d to %d, not '%s'".formatted(least, most, Times.cut(text)));
            return null;
        }
        return value;
    }

    /** NewsML-G2 writes an embargo without an end as an empty element. */
    Embargo embargo(Tag tag) {
        String problem = "is empty";
        String text = tag.text();
        if (text != null) {
            switch (Times.parse(text)) {
                case Times.Time(Instant _, Instant notBefore) -> {
                    return new Embargo.Until(notBefore);
                }
                case Times.NoTime(String why) -> problem = why;
            }
        }
        warn(tag, problem + ": the article is held until a version lifts the embargo");
        return new Embargo.Indefinite();
    }

    /** A text as it stands; null where it is blank or no article's length. */
    @Nullable
    String words(Tag tag, String text) {
        if (PlainText.hasTooManyLines(text)) {
            fault(tag, PlainText.TOO_MANY_LINES);
            return null;
        }
        return Spaces.isBlank(text) ? null : text;
    }
}
