package wiredesk.enrich.tagging;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wiredesk.enrich.rule.Concept;
import wiredesk.enrich.rule.Languages;
import wiredesk.enrich.rule.TagRules;
import wiredesk.enrich.rule.Term;
import wiredesk.enrich.text.Stemmer;

/**
 * The concepts of a book in one language, by number. Concepts of the same terms have one number, whichever tag's they
 * are; those without a term in this language have {@link #EMPTY}. They are numbered in the order of their names, so
 * that a change to one tag's rules leaves the numbers of all other concepts, and most often all numbers, as they were.
 */
final class Concepts {

    private static final int EMPTY = 0;

    /** How often a text has a word, by a guess that only speed depends on: each letter makes it rarer. */
    private static final double RARER_BY_LETTER = 0.7;

    private final String language;
    private final Map<List<Term>, Integer> ids = new HashMap<>();
    private final List<List<Term>> terms = new ArrayList<>();
    private final List<Double> frequencies = new ArrayList<>();
    private final Map<String, Integer> idsByName = new HashMap<>();
    private Map<String, Concept> names = Map.of();

    Concepts(List<TagRules> book, String language) {
        this.language = language;
        number(List.of());
        SortedMap<String, List<Concept>> byName = new TreeMap<>();
        for (TagRules tag : book) {
            tag.concepts().values().forEach(concept -> add(concept, byName));
            tag.places().values().forEach(concept -> add(concept, byName));
        }
        byName.values().forEach(all -> all.forEach(concept -> number(termsOf(concept))));
    }

    private static void add(Concept concept, Map<String, List<Concept>> byName) {
        byName.computeIfAbsent(concept.name(), _ -> new ArrayList<>()).add(concept);
    }

    private void number(List<Term> list) {
        if (ids.putIfAbsent(list, terms.size()) == null) {
            terms.add(list);
            frequencies.add(list.stream()
                    .filter(term -> !term.counter())
                    .mapToDouble(Concepts::frequency)
                    .sum());
        }
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

    /** The number of a concept of the book. */
    int id(Concept concept) {
        return requireNonNull(ids.get(termsOf(concept)));
    }

    boolean isEmpty(String name) {
        return id(name) == EMPTY;
    }

    private List<Term> termsOf(Concept concept) {
        List<Term> own = concept.terms().getOrDefault(language, List.of());
        List<Term> everywhere = concept.terms().getOrDefault(Languages.ANY, List.of());
        return everywhere.isEmpty()
                ? own
                : Stream.concat(own.stream(), everywhere.stream()).toList();
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

    /**
     * What these concepts are made of.
     *
     * @param before of the same language; it is taken as it is where its concepts are the same
     */
    Lexicon lexicon(@Nullable Lexicon before) {
        return before != null && before.concepts().equals(terms) ? before : compile();
    }

    private Lexicon compile() {
        Atoms atoms = new Atoms(language);
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
        return new Lexicon(List.copyOf(terms), atoms, tree);
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
