package wiredesk.enrich.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a text into words, in one pass.
 *
 * <p>A word is a run of letters and digits, with the marks and invisible characters inside it. Hyphens and apostrophes,
 * straight or typographic, part words: {@code l'UE} is two, and a term that is written {@code l'UE} is the same two.
 * Single letters with dots between them are one word, spelt without the dots: {@code R.G.P.D.} is {@code RGPD}.
 */
public final class Words {

    /** A letter by its Unicode type, an apostrophe by its use. */
    private static final int MODIFIER_APOSTROPHE = 0x02BC;

    private final String text;
    private final List<Word> words = new ArrayList<>();
    private int index;
    private int codePoint;
    private int gapStart;
    private boolean afterDotted;

    private Words(String text) {
        this.text = text;
    }

    /** The text's words in order; none for a text without letters and digits. */
    public static List<Word> of(String text) {
        Words cutting = new Words(text);
        cutting.cut();
        return cutting.words;
    }

    private void cut() {
        while (index < text.length()) {
            int c = text.codePointAt(index);
            if (startsWord(c)) {
                takeWord();
            } else {
                index += Character.charCount(c);
                codePoint++;
            }
        }
    }

    private void takeWord() {
        int start = index;
        int dottedEnd = dottedEnd(start);
        int stop = dottedEnd > start ? dottedEnd : plainEnd(start);
        String written = text.substring(start, stop);
        int length = written.codePointCount(0, written.length());
        String tidy = Folding.tidy(dottedEnd > start ? written.replace(".", "") : written);
        words.add(new Word(tidy, Folding.fold(tidy), codePoint, codePoint + length, gapBefore(start)));
        index = stop;
        codePoint += length;
        gapStart = stop;
        afterDotted = dottedEnd > start;
    }

    private Gap gapBefore(int start) {
        if (words.isEmpty()) {
            return Gap.SENTENCE;
        }
        String previous = words.getLast().written();
        return Gaps.between(previous, afterDotted, text.substring(gapStart, start), text.codePointAt(start));
    }

    private int plainEnd(int start) {
        int i = start;
        while (i < text.length() && continuesWord(text.codePointAt(i))) {
            i += Character.charCount(text.codePointAt(i));
        }
        return i;
    }

    /** Where the dotted acronym that begins here ends, before its last dot; or the start, when none begins. */
    private int dottedEnd(int start) {
        int end = start;
        int i = start;
        while (i < text.length() && Character.isLetter(text.codePointAt(i))) {
            int after = i + Character.charCount(text.codePointAt(i));
            if (after < text.length() && continuesWord(text.codePointAt(after))) {
                return start;
            }
            end = after;
            if (after >= text.length() || text.charAt(after) != '.') {
                break;
            }
            i = after + 1;
        }
        return end - start > 2 ? end : start;
    }

    private static boolean startsWord(int c) {
        return Character.isLetterOrDigit(c) && c != MODIFIER_APOSTROPHE;
    }

    private static boolean continuesWord(int c) {
        if (startsWord(c)) {
            return true;
        }
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.FORMAT -> true;
            default -> false;
        };
    }
}
