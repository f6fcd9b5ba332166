package wiredesk.bench.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import wiredesk.enrich.text.Forms;
import wiredesk.enrich.text.Gap;
import wiredesk.enrich.text.Reading;
import wiredesk.enrich.text.Zone;
import wiredesk.enrich.text.ZoneKind;

/** Cuts texts into words as the engine does. */
final class Cutter {

    private static final int[] NOTHING_KNOWN = {};

    private final Reading reading = new Reading();
    private final Forms forms = new Forms(_ -> NOTHING_KNOWN, 0);

    /** The words in lower case, but with their accents. */
    List<String> words(List<Zone> zones) {
        reading.read(zones, forms);
        List<String> words = new ArrayList<>(reading.size());
        for (int i = 0; i < reading.size(); i++) {
            words.add(reading.quote(i, i).toLowerCase(Locale.ROOT));
        }
        return words;
    }

    /** A sentence, of whose words some tell what it is about. */
    Sentence sentence(String text, Predicate<String> isTelling) {
        List<String> words = words(List.of(new Zone(ZoneKind.PARAGRAPH, text)));
        boolean[] joined = new boolean[words.size()];
        boolean[] telling = new boolean[words.size()];
        for (int i = 0; i < joined.length; i++) {
            joined[i] = reading.before(i) == Gap.JOINED;
            telling[i] = isTelling.test(words.get(i));
        }
        return new Sentence(words, joined, telling);
    }
}
