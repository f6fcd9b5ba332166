package wiredesk.enrich.text;

import java.util.ArrayList;
import java.util.List;

/** The words of a short text, such as a term, one object each; an article is read by {@link Reading}. */
public final class Words {

    private static final int[] NO_ATOMS = {};
    private static final int USUAL = 8;

    private Words() {}

    /** The text's words in order; none for a text without letters and digits. */
    public static List<Word> of(String text) {
        Reading reading = new Reading(USUAL);
        reading.read(List.of(new Zone(ZoneKind.PARAGRAPH, text)), new Forms(_ -> NO_ATOMS, 0, USUAL));
        List<Word> words = new ArrayList<>();
        for (int i = 0; i < reading.size(); i++) {
            String standing = reading.quote(i, i);
            String written = Forms.written(standing.toCharArray(), 0, standing.length());
            words.add(new Word(written, Folding.fold(written), reading.begin(i), reading.end(i), reading.before(i)));
        }
        return words;
    }
}
