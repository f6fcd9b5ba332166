package wiredesk.enrich.text;

import java.util.Set;

/**
 * Judges what stands between two words. Sentence ends are found by rule, not learnt: a full stop ends a sentence unless
 * an abbreviation, an initial or an acronym stands before it, or the next word begins in lower case or with a digit. A
 * sentence that begins with a number or a name in lower case is therefore taken for a part of the one before.
 */
final class Gaps {

    /**
     * Abbreviations, folded, that news writes before a name or a number, so that a capital after their dot says
     * nothing.
     */
    private static final Set<String> ABBREVIATIONS = Set.of(
            "mr", "mrs", "ms", "dr", "prof", "st", "ste", "vs", "sen", "rep", "gov", "gen", "lt", "jr", "sr", "mt",
            "dept", "approx", "cf", "mm", "mme", "mmes", "mlle", "mgr", "av", "bd", "jan", "janv", "feb", "fev", "fevr",
            "apr", "avr", "jul", "juil", "aug", "sep", "sept", "oct", "nov", "dec", "bzw", "ca", "nr", "sog", "sra",
            "srta", "dra", "dna", "art", "tzw", "ul", "godz", "mln", "mld", "dhr", "mevr", "sig", "ing", "avv", "dott");

    private static final String APOSTROPHES = "'\u2019\u02BC\u2018";
    private static final String HYPHENS = "-\u2010\u2011";

    /** Between two letters they make one name of them: {@code R&D}, {@code I+D}, {@code Booking.com}, {@code
     * Leipzig/Halle}. */
    private static final String LINKS = "&+./";

    private static final String BULLETS = "\u2022\u2023\u25AA\u25CF\u25E6\u2043";

    private Gaps() {}

    /**
     * Says what a gap is.
     *
     * @param wordFrom where the word before it begins
     * @param from where the gap begins
     * @param to where it ends, exclusive
     * @param afterDotted whether the word before is a dotted acronym, whose last dot is the gap's first character
     * @param next the first code point of the word after
     */
    static Gap between(char[] text, int wordFrom, int from, int to, boolean afterDotted, int next) {
        boolean dot = from < to && text[from] == '.';
        boolean abbreviated = dot && (afterDotted || isAbbreviation(new String(text, wordFrom, from - wordFrom)));
        boolean begins = !Character.isLowerCase(next) && !Character.isDigit(next);
        if (endsBlock(text, from, to) || (begins && endsSentence(text, abbreviated ? from + 1 : from, to))) {
            return Gap.SENTENCE;
        }
        return joins(text, abbreviated ? from + 1 : from, to) ? Gap.JOINED : Gap.PARTED;
    }

    private static boolean isAbbreviation(String word) {
        boolean initial = word.codePointCount(0, word.length()) == 1 && Character.isUpperCase(word.codePointAt(0));
        return initial || (word.length() < 6 && ABBREVIATIONS.contains(Folding.fold(word)));
    }

    /** A blank line or a bullet ends a sentence whatever its last mark; one line break alone may be a wrapped line. */
    private static boolean endsBlock(char[] text, int from, int to) {
        int breaks = 0;
        for (int i = from; i < to; i++) {
            char c = text[i];
            if (c > 0x2000 && (BULLETS.indexOf(c) >= 0 || c == '\u2029')) {
                return true;
            }
            breaks += c == '\n' ? 1 : 0;
        }
        return breaks > 1;
    }

    private static boolean endsSentence(char[] text, int from, int to) {
        boolean ended = false;
        for (int i = from; i < to; i++) {
            char c = text[i];
            if (c == '.' || c == '!' || c == '?' || c == '\u2026') {
                ended = true;
            } else if (c == '\u3002') {
                return true;
            } else if (ended && isSpace(c)) {
                return true;
            }
        }
        return false;
    }

    private static boolean joins(char[] text, int from, int to) {
        if (to == from + 1 && (HYPHENS.indexOf(text[from]) >= 0 || LINKS.indexOf(text[from]) >= 0)) {
            return true;
        }
        boolean apostrophe = from < to && APOSTROPHES.indexOf(text[from]) >= 0;
        for (int i = apostrophe ? from + 1 : from; i < to; i++) {
            if (!isSpace(text[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
