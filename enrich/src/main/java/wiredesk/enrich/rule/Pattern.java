package wiredesk.enrich.rule;

import java.util.List;

/**
 * What a rule looks for. Each kind's exact meaning, and what its evidence is, stands in {@code taxonomy/README.md}.
 *
 * <p>A pattern's matches are intervals of words. Of two matches of which one lies within the other, only the inner
 * counts (Clarke, Cormack and Burkowski, 1995): so a long text has no more matches than words, and evidence is short.
 */
public sealed interface Pattern {

    /** The most parts of one pattern. */
    int MOST_PARTS = 16;

    /** Any term of a concept. */
    record Named(String concept) implements Pattern {}

    /** At least one of the parts. */
    record Any(List<Pattern> parts) implements Pattern {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    /**
     * At least so many of the parts, anywhere in the article; stands only outside {@link Near}.
     *
     * @param least 1 to the number of parts
     */
    record Together(int least, List<Pattern> parts) implements Pattern {
        public Together {
            parts = List.copyOf(parts);
        }
    }

    /**
     * At least so many of the parts, within so many consecutive words of one sentence or one zone.
     *
     * @param words the most words that the whole match may cover, 1 to the reach's own
     * @param ordered whether the parts must follow one another as listed, without sharing a word; then all must
     * @param least 1 to the number of parts
     */
    record Near(Reach reach, int words, boolean ordered, int least, List<Pattern> parts) implements Pattern {
        public Near {
            parts = List.copyOf(parts);
        }
    }

    /** What a near match may not leave. Bounded, so that a text without full stops is not one long quotation. */
    enum Reach {
        /** One sentence. */
        SENTENCE(80),
        /** One zone. */
        PARAGRAPH(200);

        private final int words;

        Reach(int words) {
            this.words = words;
        }

        /** The most words of a match. */
        public int words() {
            return words;
        }
    }

    /** The match without those that another pattern drops. */
    record Except(Pattern match, Unless unless) implements Pattern {}
}
