package wiredesk.enrich.tagging;

import wiredesk.enrich.text.Stemmer;

/**
 * All rules of a book in one language, compiled to flat arrays: what its words and terms are, which rules an article's
 * concepts call for, and what those rules look for. Immutable; one serves all threads.
 *
 * @param code the rules' patterns, one run after another, see {@link Op}
 * @param rules by number, in the order of tags and then of ids
 * @param places which concepts name a place
 */
@SuppressWarnings("ArrayRecordComponent") // columns that nobody compares
record Program(Lexicon lexicon, int[] code, Rules rules, Index index, Places places) {

    /**
     * The rules, a column for each thing to know of them.
     *
     * @param starts where a rule's pattern begins in the code
     * @param zones which kinds of zone it looks at, a bit for each ordinal
     * @param tags the number of its tag in the book
     * @param floors the floor of its tag
     */
    record Rules(int[] starts, short[] zones, int[] tags, float[] floors, double[] weights, String[] ids) {
        int size() {
            return starts.length;
        }
    }

    /**
     * The rules by the rarest group of concepts that each needs.
     *
     * @param from where a concept's postings begin; they end where the next one's begin
     * @param rules the rule of each posting
     * @param guards another concept that the rule needs, or -1
     */
    record Index(int[] from, int[] rules, int[] guards) {}

    /** Concepts that name a place, in the order of their codes. */
    record Places(String[] codes, int[] concepts) {}

    /** A stemmer for the words of one thread. */
    Stemmer stemmer() {
        return Stemmer.of(lexicon.atoms().language());
    }
}
