package wiredesk.enrich.tagging;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import wiredesk.enrich.rule.Term;
import wiredesk.enrich.text.Folding;
import wiredesk.enrich.text.Stemmer;

/**
 * What one language's terms know of single words, each with a number from 0: the atoms. Immutable once it is built;
 * asked once for every distinct word, so it is made to be small rather than fast.
 */
final class Atoms {

    /** Longer words are no language's: they have no atoms, whatever their letters. */
    static final int LONGEST_WORD = 96;

    private final String language;
    private final AtomTable table = new AtomTable();
    private final Map<Term.Part, int[]> parts = new HashMap<>();
    private final Map<Term.Kind, int[]> lengths = new EnumMap<>(Term.Kind.class);

    Atoms(String language) {
        this.language = language;
        for (Term.Kind kind : Term.Kind.values()) {
            lengths.put(kind, new int[0]);
        }
    }

    /** The number of a part's atom, a new one for a new part; a stem has two, with and without its accents. */
    int[] add(Term.Part part, Stemmer stemmer) {
        return parts.computeIfAbsent(part, key -> numbered(key, stemmer));
    }

    private int[] numbered(Term.Part part, Stemmer stemmer) {
        if (part.kind() != Term.Kind.STEM) {
            return new int[] {add(part.kind(), part.text())};
        }
        int whole = add(Term.Kind.STEM, stemmer.stem(part.text()));
        int bare = add(Term.Kind.STEM, stemmer.stem(Folding.fold(part.text())));
        return whole == bare ? new int[] {whole} : new int[] {whole, bare};
    }

    private int add(Term.Kind kind, String text) {
        int number = table.add(kind, text);
        int[] known = lengths.getOrDefault(kind, new int[0]);
        if (Arrays.binarySearch(known, text.length()) < 0) {
            lengths.put(
                    kind,
                    IntStream.concat(Arrays.stream(known), IntStream.of(text.length()))
                            .sorted()
                            .toArray());
        }
        return number;
    }

    /** Ends the adding. */
    void seal() {
        parts.clear();
        table.trim();
    }

    int size() {
        return table.size();
    }

    String language() {
        return language;
    }

    /** The atoms of a word as it is written, in the order of their numbers. */
    int[] of(String written, Stemmer stemmer) {
        if (written.length() > LONGEST_WORD) {
            return new int[0];
        }
        SortedSet<Integer> found = new TreeSet<>();
        String lower = written.toLowerCase(Locale.ROOT);
        String folded = Folding.fold(written);
        look(Term.Kind.CASED, written, found);
        look(Term.Kind.FORM, lower, found);
        look(Term.Kind.STEM, stemmer.stem(lower), found);
        look(Term.Kind.STEM, stemmer.stem(folded), found);
        for (int length : lengths(Term.Kind.PREFIX, folded)) {
            look(Term.Kind.PREFIX, folded, 0, length, found);
        }
        for (int length : lengths(Term.Kind.SUFFIX, folded)) {
            look(Term.Kind.SUFFIX, folded, folded.length() - length, folded.length(), found);
        }
        for (int length : lengths(Term.Kind.INFIX, folded)) {
            for (int from = 0; from + length <= folded.length(); from++) {
                look(Term.Kind.INFIX, folded, from, from + length, found);
            }
        }
        return found.stream().mapToInt(Integer::intValue).toArray();
    }

    private int[] lengths(Term.Kind kind, String word) {
        return Arrays.stream(lengths.getOrDefault(kind, new int[0]))
                .takeWhile(length -> length <= word.length())
                .toArray();
    }

    private void look(Term.Kind kind, String text, SortedSet<Integer> found) {
        look(kind, text, 0, text.length(), found);
    }

    private void look(Term.Kind kind, String text, int begin, int end, SortedSet<Integer> found) {
        int atom = table.find(kind, text, begin, end);
        if (atom >= 0) {
            found.add(atom);
        }
    }
}
