package wiredesk.enrich.rule;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the name that somebody meant who wrote another. */
final class Nearest {

    private Nearest() {}

    /** The name of the fewest changes, when it takes no more than half of the letters. */
    static Optional<String> to(String written, Collection<String> names) {
        return names.stream()
                .filter(name -> changes(written, name) <= Math.max(2, written.length() / 2))
                .min(Comparator.comparingInt((String name) -> changes(written, name))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Levenshtein's distance: letters to put in, to leave out or to replace. */
    private static int changes(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
