package wiredesk.bench.corpus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SequencedSet;

/**
 * {@value #SIZE} made-up words with the look of a Romance language: short ones without endings come most often, the rest
 * are stems with one to five of a few endings each. How often a word comes follows Zipf's law as Mandelbrot bent it: the
 * word of rank r with a weight of 1 / (r + 2.7).
 */
final class WordStock {

    static final int SIZE = 30_000;

    /** Articles, prepositions: never inflected. */
    private static final int SMALL_WORDS = 120;

    private static final double BEND = 2.7;

    /** In letters. */
    private static final double SPREAD = 20;

    private static final String[] ONSETS = {
        "b", "c", "d", "f", "g", "l", "m", "n", "p", "r", "s", "t", "v", "j", "br", "ch", "cl", "dr", "fr", "gr", "pl",
        "pr", "qu", "tr", "d", "l", "m", "n", "r", "s", "t", ""
    };
    private static final String[] VOWELS = {
        "a", "e", "i", "o", "u", "a", "e", "i", "o", "u", "ai", "ou", "au", "é", "è", "ê", "œu"
    };
    private static final int PLAIN_VOWELS = 13;
    private static final String[] CODAS = {"", "", "", "", "n", "r", "l", "s", "t", "x"};
    private static final String[] ENDINGS = {
        "e", "es", "er", "ent", "ait", "é", "ée", "és", "tion", "tions", "ement", "eur", "euse", "ique", "iques", "s",
        ""
    };

    private final List<String> words;
    private final double[] cumulated = new double[SIZE];

    private WordStock(List<String> words) {
        this.words = words;
        double sum = 0;
        for (int rank = 0; rank < SIZE; rank++) {
            sum += 1 / (rank + BEND);
            cumulated[rank] = sum;
        }
    }

    static WordStock of(Random random) {
        SequencedSet<String> small = new LinkedHashSet<>();
        while (small.size() < SMALL_WORDS) {
            small.add(syllable(random, true));
        }
        SequencedSet<String> forms = new LinkedHashSet<>();
        while (forms.size() < SIZE - SMALL_WORDS) {
            StringBuilder stem = new StringBuilder();
            for (int i = 0; i < 1 + random.nextInt(2) + random.nextInt(2); i++) {
                stem.append(syllable(random, random.nextInt(5) > 0));
            }
            int endings = 1 + random.nextInt(5);
            for (int i = 0; i < endings && forms.size() < SIZE - SMALL_WORDS; i++) {
                String form = stem + ENDINGS[random.nextInt(ENDINGS.length)];
                if (form.length() > 2 && !small.contains(form)) {
                    forms.add(form);
                }
            }
        }
        List<String> words = new ArrayList<>(small);
        words.addAll(shortFirst(forms, random));
        return new WordStock(List.copyOf(words));
    }

    /** Languages wear their frequent words short; here as a tendency, not as an order. */
    private static List<String> shortFirst(Collection<String> forms, Random random) {
        Map<String, Double> places = new LinkedHashMap<>();
        forms.forEach(form -> places.put(form, form.length() + SPREAD * random.nextDouble()));
        return places.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String syllable(Random random, boolean plain) {
        return ONSETS[random.nextInt(ONSETS.length)]
                + VOWELS[random.nextInt(plain ? PLAIN_VOWELS : VOWELS.length)]
                + CODAS[random.nextInt(CODAS.length)];
    }

    /** A word, the frequent ones more often. */
    String draw(Random random) {
        int found = Arrays.binarySearch(cumulated, random.nextDouble() * cumulated[SIZE - 1]);
        return words.get(Math.min(SIZE - 1, found < 0 ? ~found : found));
    }
}
