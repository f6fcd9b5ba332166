package wiredesk.enrich.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the tags' rules share: concepts from the word files, one for each language, and places. Immutable.
 *
 * @param concepts by name; those of places as {@code place-DE}, {@code place-europe}, {@code nationality-DE}
 * @param places the concepts that name one place each, by its code
 */
public record Vocabulary(SortedMap<String, Concept> concepts, SortedMap<String, Concept> places) {

    private static final Vocabulary EMPTY = new Vocabulary(new TreeMap<>(), new TreeMap<>());

    public Vocabulary {
        concepts = Sorted.copyOf(concepts);
        places = Sorted.copyOf(places);
    }

    /** Nothing shared. */
    public static Vocabulary empty() {
        return EMPTY;
    }

    /** The concepts of the word files, by name: those of places are left out. */
    SortedMap<String, Concept> words() {
        SortedMap<String, Concept> words = new TreeMap<>(concepts);
        words.keySet().removeIf(name -> name.startsWith("place-") || name.startsWith("nationality-"));
        return words;
    }

    /** Whether a file is one of a vocabulary, by what it has on its top level; otherwise it is one of a tag. */
    public static boolean isShared(Source file) {
        return file.yaml().lines().anyMatch(line -> line.startsWith("language:") || line.startsWith("places:"));
    }

    /** Reads files of words and of places. Never throws: what cannot be read comes back as problems. */
    public static Parsed<Vocabulary> parse(List<Source> files) {
        Map<String, SortedMap<String, List<Term>>> terms = new TreeMap<>();
        SortedMap<String, Concept> places = new TreeMap<>();
        SortedMap<String, Concept> concepts = new TreeMap<>();
        Map<String, String> fileOf = new HashMap<>();
        List<Problem> problems = new ArrayList<>();
        for (Source file : files) {
            Complaints complaints = new Complaints(file.name(), file.yaml());
            YamlReader.read(file.yaml(), complaints)
                    .ifPresent(root ->
                            new VocabularyReader(complaints, fileOf, file.name()).read(root, terms, concepts, places));
            problems.addAll(complaints.all());
        }
        terms.forEach((name, byLanguage) -> concepts.put(name, new Concept(name, new TreeMap<>(byLanguage))));
        return problems.isEmpty()
                ? new Parsed.Valid<>(new Vocabulary(concepts, places))
                : new Parsed.Invalid<>(problems);
    }
}
