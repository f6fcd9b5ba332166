package wiredesk.enrich.tagging;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import wiredesk.enrich.rule.Concept;
import wiredesk.enrich.rule.Languages;
import wiredesk.enrich.rule.Term;
import wiredesk.enrich.text.Stemmer;

/**
 * The concepts of one language by number. Concepts of the same terms have one number, whichever tag's they are. It
 * collects while a book is compiled and is dropped afterwards.
 */
final class Concepts {

    /** How often a text has a word, by a guess that only speed depends on: each letter makes it rarer. */
    private static final double RARER_BY_LETTER = 0.7;

    private final String language;
    private final Map<List<Term>, Integer> ids = new HashMap<>();
    private final List<List<Term>> terms = new ArrayList<>();
    private final List<Double> frequencies = new ArrayList<>();
    private final Map<String, Integer> idsByName = new HashMap<>();
    private Map<String, Concept> names = Map.of();

    Concepts(String language) {
        this.language = language;
    }

    /** Whose concepts the names mean from here on. */
    void speakOf(Map<String, Concept> concepts) {
        names = concepts;
        idsByName.clear();
    }

    /** The number of the concept of this name. */
    int id(String name) {
        return idsByName.computeIfAbsent(name, key -> id(requireNonNull(names.get(key))));
    }

    /** The number of a concept; all without a term in this language have one. */
    int id(Concept concept) {
        return id(termsOf(concept));
    }

    boolean isEmpty(String name) {
        return terms.get(id(name)).isEmpty();
    }

    private int id(List<Term> list) {
        return ids.computeIfAbsent(list, key -> {
            terms.add(key);
            frequencies.add(key.stream()
                    .filter(term -> !term.counter())
                    .mapToDouble(Concepts::frequency)
                    .sum());
            return terms.size() - 1;
        });
    }

    private List<Term> termsOf(Concept concept) {
        List<Term> all = new ArrayList<>(concept.terms().getOrDefault(language, List.of()));
        all.addAll(concept.terms().getOrDefault(Languages.ANY, List.of()));
        return all;
    }

    double frequency(int concept) {
        return frequencies.get(concept);
    }

    private static double frequency(Term term) {
        return term.parts().stream()
                .mapToDouble(part -> Math.pow(RARER_BY_LETTER, part.text().length()))
                .min()
                .orElse(1);
    }

    int size() {
        return terms.size();
    }

    /** All their terms as a tree. */
    Terms compile(Atoms atoms) {
        Stemmer stemmer = Stemmer.of(language);
        List<int[]> paths = new ArrayList<>();
        List<Integer> owners = new ArrayList<>();
        for (int concept = 0; concept < terms.size(); concept++) {
            for (Term term : terms.get(concept)) {
                int owner = term.counter() ? ~concept : concept;
                List<int[]> parts = term.parts().stream()
                        .map(part -> atoms.add(part, stemmer))
                        .toList();
                spell(parts, new int[parts.size()], 0, path -> {
                    paths.add(path);
                    owners.add(owner);
                });
            }
        }
        atoms.seal();
        Terms tree = new Terms(atoms.size());
        long[] pairs = new long[paths.size()];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = (long) tree.add(paths.get(i)) << 32 | (owners.get(i) & 0xFFFFFFFFL);
        }
        tree.seal(Arrays.stream(pairs).distinct().toArray());
        return tree;
    }

    /** Every way to choose an atom of each part: with accents throughout, or without, or where only some have any. */
    private static void spell(List<int[]> parts, int[] path, int at, Consumer<int[]> out) {
        if (at == path.length) {
            out.accept(path.clone());
            return;
        }
        for (int atom : parts.get(at)) {
            path[at] = atom;
            spell(parts, path, at + 1, out);
        }
    }
}
