package wiredesk.enrich.rule;

import java.util.List;

/**
 * What a rule looks for. Each kind's exact meaning, and what its evidence is, stands in {@code taxonomy/README.md}.
 *
 * <p>A pattern's matches are intervals of words. Of two matches of which one lies within the other, only the inner
 * counts (Clarke, Cormack and Burkowski, 1995): so a long text has no more matches than words, and evidence is short.
 */
public sealed interface Pattern {

    /** Any term of a concept. */
    record Named(String concept) implements Pattern {}

    /** At least one of the parts. */
    record Any(List<Pattern> parts) implements Pattern {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    /** Each of the parts, anywhere in the article; stands only outside {@link Near}. */
    record All(List<Pattern> parts) implements Pattern {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /**
     * Each of the parts, within so many consecutive words of one sentence.
     *
     * @param words the most words that the whole match may cover, 1 to {@link #SENTENCE}
     * @param ordered whether the parts must follow one another as listed, without sharing a word
     */
    record Near(int words, boolean ordered, List<Pattern> parts) implements Pattern {

        /** The reach of {@code sentence}: bounded, so that a text without full stops is not one long quotation. */
        public static final int SENTENCE = 80;

        public Near {
            parts = List.copyOf(parts);
        }
    }
}
