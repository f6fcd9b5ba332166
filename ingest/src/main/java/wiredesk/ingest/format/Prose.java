package wiredesk.ingest.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** How much of a run of text is the article's: by its looks, or by the text that the page's linked data has of it. */
sealed interface Prose {

    /** Characters of the run that count. */
    double in(String run, int linked);

    /** Long enough to be sentences, and not a link to elsewhere. */
    record Looks() implements Prose {

        /** Characters. Shorter runs are labels rather than sentences. */
        private static final int SHORTEST = 60;

        @Override
        public double in(String run, int linked) {
            int plain = run.length() - linked;
            return run.length() >= SHORTEST && plain * 2 > run.length() ? plain : 0;
        }
    }

    /** What is in a known text too, four words at a time. */
    record Known(Set<List<String>> shingles, int length) implements Prose {

        private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

        private static final int WORDS = 4;

        static Known of(String text) {
            return new Known(new HashSet<>(shingles(text)), text.length());
        }

        /** 0 to 1, and -1 where the text is too short to tell. */
        double share(String text) {
            List<List<String>> own = shingles(text);
            return own.isEmpty()
                    ? -1
                    : (double) own.stream().filter(shingles::contains).count() / own.size();
        }

        @Override
        public double in(String run, int linked) {
            double share = share(run);
            return share > 0.5 ? share * run.length() : 0;
        }

        private static List<List<String>> shingles(String text) {
            List<String> words = WORD.matcher(text)
                    .results()
                    .map(MatchResult::group)
                    .map(word -> word.toLowerCase(Locale.ROOT))
                    .toList();
            List<List<String>> shingles = new ArrayList<>();
            for (int i = 0; i + WORDS <= words.size(); i++) {
                shingles.add(words.subList(i, i + WORDS));
            }
            return shingles;
        }
    }
}
