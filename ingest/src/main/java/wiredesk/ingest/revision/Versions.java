package wiredesk.ingest.revision;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The order of version strings. Numbers compare as numbers, whatever their length. Others compare piece by piece, as a
 * reader would: runs of digits by value ({@code 1.10} after {@code 1.9}, {@code rev2} before {@code rev10}, and ISO
 * dates in order), other runs by code unit, digits before other characters, and what is a beginning before what goes
 * on. Leading zeros mean nothing. It is a total preorder, which the tests check.
 */
final class Versions {

    private static final Pattern NUMBERED_END = Pattern.compile("(?:(.*)\\.)?([0-9]+)", Pattern.DOTALL);

    private Versions() {}

    static int compare(String one, String other) {
        int i = 0;
        int j = 0;
        while (i < one.length() && j < other.length()) {
            int iEnd = runEnd(one, i);
            int jEnd = runEnd(other, j);
            int order = compareRuns(one.substring(i, iEnd), other.substring(j, jEnd));
            if (order != 0) {
                return order;
            }
            i = iEnd;
            j = jEnd;
        }
        return Boolean.compare(i < one.length(), j < other.length());
    }

    /**
     * A version right after this one, for an article that comes without: {@code 8} after {@code 7}, {@code b.1} after
     * {@code b}.
     */
    static String next(String version) {
        Matcher numbered = NUMBERED_END.matcher(version);
        if (!numbered.matches()) {
            return version + ".1";
        }
        String before = numbered.group(1);
        return (before == null ? "" : before + ".") + increment(numbered.group(2));
    }

    private static String increment(String digits) {
        StringBuilder sum = new StringBuilder(digits);
        for (int i = sum.length() - 1; i >= 0; i--) {
            if (sum.charAt(i) != '9') {
                sum.setCharAt(i, (char) (sum.charAt(i) + 1));
                return sum.toString();
            }
            sum.setCharAt(i, '0');
        }
        return sum.insert(0, '1').toString();
    }

    private static int runEnd(String text, int begin) {
        boolean digits = isDigit(text.charAt(begin));
        int end = begin + 1;
        while (end < text.length() && isDigit(text.charAt(end)) == digits) {
            end++;
        }
        return end;
    }

    private static int compareRuns(String one, String other) {
        boolean number = isDigit(one.charAt(0));
        if (number != isDigit(other.charAt(0))) {
            return number ? -1 : 1;
        }
        return number ? compareNumbers(one, other) : one.compareTo(other);
    }

    private static int compareNumbers(String one, String other) {
        String a = withoutZeros(one);
        String b = withoutZeros(other);
        return a.length() == b.length() ? a.compareTo(b) : Integer.compare(a.length(), b.length());
    }

    private static String withoutZeros(String digits) {
        int begin = 0;
        while (begin < digits.length() - 1 && digits.charAt(begin) == '0') {
            begin++;
        }
        return digits.substring(begin);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
