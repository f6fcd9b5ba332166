package wiredesk.enrich.rule;

import java.util.ArrayList;
import java.util.List;

/** The problems found so far in one file; reading goes on after each, so that an editor sees all of them at once. */
final class Complaints {

    private final String file;
    private final String source;
    private final List<Problem> problems = new ArrayList<>();

    /**
     * None yet.
     *
     * @param source the file's text, in which {@link #placeOf} looks
     */
    Complaints(String file, String source) {
        this.file = file;
        this.source = source;
    }

    void at(Node.Place place, String message) {
        problems.add(new Problem(file, place.line(), place.column(), message));
    }

    /** A complaint of some words that stand at a place or after it. */
    void at(Node.Place from, String words, String message) {
        at(placeOf(words, from), message);
    }

    /** Where some words stand in the file, at a place or after it; that place when they are written otherwise there. */
    private Node.Place placeOf(String words, Node.Place from) {
        int line = 1;
        int start = 0;
        while (line < from.line()) {
            start = source.indexOf('\n', start) + 1;
            line++;
        }
        int found = start + from.column() - 2;
        do {
            found = source.indexOf(words, found + 1);
            if (found < 0) {
                return from;
            }
        } while (goesOn(found - 1) || goesOn(found + words.length()));
        int lineStart = source.lastIndexOf('\n', found - 1) + 1;
        int lines = (int)
                source.substring(start, found).chars().filter(c -> c == '\n').count();
        return new Node.Place(line + lines, found - lineStart + 1);
    }

    /** Whether a word would go on at this place of the source, so that it is not the one that is looked for. */
    private boolean goesOn(int at) {
        return at >= 0 && at < source.length() && Character.isLetterOrDigit(source.charAt(at));
    }

    boolean any() {
        return !problems.isEmpty();
    }

    List<Problem> all() {
        return List.copyOf(problems);
    }
}
