package wiredesk.enrich.text;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Makes one spelling of the spellings that a reader takes for one word.
 *
 * <p>Case, diacritics, ligatures and invisible characters go ({@code Élysée}, {@code ELYSEE}; {@code cœur}, {@code
 * coeur}). What a language tells apart by an accent alone (French {@code marche}, {@code marché}) is told apart no
 * more: headlines in capitals lose their accents, and a rule's other words have to decide.
 */
public final class Folding {

    private Folding() {}

    /** The word's folded form. Folding a folded word changes nothing. */
    public static String fold(String word) {
        if (isAscii(word)) {
            return word.toLowerCase(Locale.ROOT);
        }
        String bare = Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD);
        StringBuilder folded = new StringBuilder(bare.length());
        bare.codePoints().forEach(c -> appendFolded(folded, c));
        return folded.toString();
    }

    /**
     * The word as written, but composed and without invisible characters (soft hyphens, joiners, marks of direction).
     */
    static String tidy(String word) {
        if (isAscii(word)) {
            return word;
        }
        StringBuilder visible = new StringBuilder(word.length());
        word.codePoints().filter(c -> Character.getType(c) != Character.FORMAT).forEach(visible::appendCodePoint);
        return Normalizer.normalize(visible, Normalizer.Form.NFC);
    }

    private static void appendFolded(StringBuilder folded, int c) {
        switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> {}
            default -> appendLetter(folded, c);
        }
    }

    /** Letters that Unicode does not decompose, though readers and keyboards do. */
    private static void appendLetter(StringBuilder folded, int letter) {
        int c = Character.toLowerCase(letter);
        switch (c) {
            case 'ß' -> folded.append("ss");
            case 'æ' -> folded.append("ae");
            case 'œ' -> folded.append("oe");
            case 'ø' -> folded.append('o');
            case 'ł' -> folded.append('l');
            case 'đ', 'ð' -> folded.append('d');
            case 'þ' -> folded.append("th");
            case 'ı' -> folded.append('i');
            default -> folded.appendCodePoint(c);
        }
    }

    private static boolean isAscii(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }
}
