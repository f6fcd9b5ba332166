package wiredesk.ingest.copy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the looks of a line give away: its length, its end, a product's mark, a credit at its end. Each has a bound on
 * its length, so that no pattern ever runs over a text of megabytes.
 */
final class Signs {

    /** Code points. Longer than the longest crosshead of a newspaper, shorter than nearly every paragraph. */
    private static final int SHORT = 110;

    private static final int LONGEST_CREDIT = 160;
    private static final int LONGEST_MARK = 48;

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final String GAP = "[\\s\\u00A0\\u202F]";

    private static final Pattern MARK = Pattern.compile("(?:\\p{L}[\\p{L}'’ ]{0,24}" + GAP + "{0,2}:" + GAP + "{0,2})?"
            + "(\\d{1,3}(?:[.,]\\d{1,2})?)" + GAP + "{0,2}/" + GAP + "{0,2}(5|6|10|20|100)|[★☆⭐✩½]{2,10}");

    private static final Pattern CREDIT_IN_TAIL = Pattern.compile(
            "(?<=[\\s\\u00A0\\u202F])(?:©|\\(c\\)" + GAP + "{1,2}\\p{Lu}|[(\\[]" + Credits.PICTURE + GAP
                    + "{0,2}:|(?<=[.!?…»”\")]" + GAP + ")" + Credits.PICTURE + GAP + "{0,2}[:/]|(?<=[.!?…»”\")]" + GAP
                    + ")fot\\.)",
            FLAGS);
    private static final Pattern NEXT_SENTENCE =
            Pattern.compile("(?<!\\p{L})(?:\\p{Ll}{2,}|\\p{Lu}\\p{L}{3,})[.!?…]" + GAP + "+\\p{Lu}");

    private Signs() {}

    static boolean isShort(String text) {
        return text.length() <= 2 * SHORT && text.codePointCount(0, text.length()) <= SHORT;
    }

    /** Whether the text ends as a sentence, or a part of one that introduces what follows, ends. */
    static boolean endsSentence(String text) {
        return ".!?…:;,".indexOf(lastLetter(text)) >= 0;
    }

    /** The last character before closing quotation marks and brackets, or a space. */
    static char lastLetter(String text) {
        int end = text.length();
        while (end > 0 && ("\"'»”’“)]›".indexOf(text.charAt(end - 1)) >= 0 || Spaces.isSpace(text.charAt(end - 1)))) {
            end--;
        }
        return end == 0 ? ' ' : text.charAt(end - 1);
    }

    static boolean isMark(String text) {
        if (text.length() > LONGEST_MARK) {
            return false;
        }
        Matcher mark = MARK.matcher(text);
        if (!mark.matches()) {
            return false;
        }
        String points = mark.group(1);
        return points == null || Double.parseDouble(points.replace(',', '.')) <= Double.parseDouble(mark.group(2));
    }

    /** Where the credit begins that ends this text ({@code Munich by night. © Agency}), or -1. */
    static int creditAtEnd(String text) {
        int from = Math.max(0, text.length() - LONGEST_CREDIT);
        Matcher credit =
                CREDIT_IN_TAIL.matcher(text).region(from, text.length()).useTransparentBounds(true);
        while (credit.find()) {
            if (credit.start() > 0
                    && !NEXT_SENTENCE.matcher(text.substring(credit.start())).find()) {
                return credit.start();
            }
        }
        return -1;
    }
}
