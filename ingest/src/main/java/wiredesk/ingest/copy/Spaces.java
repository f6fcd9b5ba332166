package wiredesk.ingest.copy;

/**
 * White space and invisible characters, made plain. No-break spaces are kept inside a text, since French typography
 * means them ({@code Source :}); soft hyphens, zero-width spaces and byte-order marks are dropped, since they only
 * break words apart for whoever searches them, and halves of characters, since they are none; control characters count as white space.
 */
public final class Spaces {

    private Spaces() {}

    /** The text on one line: runs of white space become one space, and none is left at either end. */
    public static String clean(CharSequence raw) {
        StringBuilder out = new StringBuilder(raw.length());
        int pending = 0;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (isInvisible(c) || isHalf(raw, i)) {
                continue;
            }
            if (isSpace(c)) {
                pending = widest(pending, c);
                continue;
            }
            if (pending != 0 && !out.isEmpty()) {
                out.append((char) pending);
            }
            pending = 0;
            out.append(c);
        }
        return out.toString();
    }

    /** Whether it is half a character: a surrogate without its pair, which no encoding of Unicode can carry. */
    public static boolean isHalf(CharSequence raw, int at) {
        char c = raw.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 == raw.length() || !Character.isLowSurrogate(raw.charAt(at + 1));
        }
        return Character.isLowSurrogate(c) && (at == 0 || !Character.isHighSurrogate(raw.charAt(at - 1)));
    }

    /** Whether nothing but white space and invisible characters is in it. */
    public static boolean isBlank(CharSequence raw) {
        return raw.chars().allMatch(c -> isSpace((char) c) || isInvisible((char) c));
    }

    /** Whether it says nothing: white space and punctuation only, as in a line of dashes between two paragraphs. */
    public static boolean isWordless(CharSequence raw) {
        return raw.codePoints().allMatch(c -> switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.FORMAT -> true;
            default -> false;
        });
    }

    static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
    }

    private static boolean isInvisible(char c) {
        return c == '\u00AD' || c == '\u200B' || c == '\u2060' || c == '\uFEFF';
    }

    /** A run keeps its no-break space only when it has no other: a plain space beside it allows the break anyway. */
    private static char widest(int pending, char c) {
        boolean unbreakable = c == '\u00A0' || c == '\u202F' || c == '\u2007';
        return unbreakable && (pending == 0 || pending == c) ? c : ' ';
    }
}
