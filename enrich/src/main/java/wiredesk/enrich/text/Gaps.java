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
            "apr", "avr", "jul", "juil", "aug", "sep", "sept", "oct", "nov", "dec");

    private static final String APOSTROPHES = "'\u2019\u02BC\u2018";
    private static final String HYPHENS = "-\u2010\u2011";
    private static final String BULLETS = "\u2022\u2023\u25AA\u25CF\u25E6\u2043";

    private Gaps() {}

    /**
     * Says what a gap is.
     *
     * @param afterDotted whether the word before is a dotted acronym, whose last dot is the gap's first character
     * @param next the first code point of the word after
     */
    static Gap between(String previous, boolean afterDotted, String gap, int next) {
        boolean abbreviated = gap.startsWith(".") && (afterDotted || isAbbreviation(previous));
        boolean begins = !Character.isLowerCase(next) && !Character.isDigit(next);
        if (endsBlock(gap) || (begins && endsSentence(gap, abbreviated))) {
            return Gap.SENTENCE;
        }
        return joins(abbreviated ? gap.substring(1) : gap) ? Gap.JOINED : Gap.PARTED;
    }

    private static boolean isAbbreviation(String word) {
        boolean initial = word.codePointCount(0, word.length()) == 1 && Character.isUpperCase(word.codePointAt(0));
        return initial || ABBREVIATIONS.contains(Folding.fold(word));
    }

    /** A blank line or a bullet ends a sentence whatever its last mark; one line break alone may be a wrapped line. */
    private static boolean endsBlock(String gap) {
        int breaks = 0;
        for (int i = 0; i < gap.length(); i++) {
            char c = gap.charAt(i);
            if (BULLETS.indexOf(c) >= 0 || c == '\u2029') {
                return true;
            }
            breaks += c == '\n' ? 1 : 0;
        }
        return breaks > 1;
    }

    private static boolean endsSentence(String gap, boolean abbreviated) {
        boolean ended = false;
        for (int i = 0; i < gap.length(); i++) {
            char c = gap.charAt(i);
            boolean stop = c == '.' && !(abbreviated && i == 0);
            if (stop || c == '!' || c == '?' || c == '\u2026') {
                ended = true;
            } else if (c == '\u3002') {
                return true;
            } else if (ended && isSpace(c)) {
                return true;
            }
        }
        return false;
    }

    private static boolean joins(String gap) {
        if (gap.length() == 1 && HYPHENS.contains(gap)) {
            return true;
        }
        int from = !gap.isEmpty() && APOSTROPHES.indexOf(gap.charAt(0)) >= 0 ? 1 : 0;
        return gap.substring(from).chars().allMatch(Gaps::isSpace);
    }

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
