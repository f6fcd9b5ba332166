package wiredesk.enrich.tagging;

/**
 * The operators of compiled patterns. A pattern is a run of numbers: its operator's ordinal, where the run ends, its
 * arguments as below, then its parts' runs.
 */
enum Op {
    /** concept. */
    NAMED,
    /** how many parts. */
    ANY,
    /** how many parts, how many of them at least. */
    TOGETHER,
    /** how many parts, how many of them at least, the most words, the {@code Reach}'s ordinal. */
    NEAR,
    /** how many parts, the most words, the {@code Reach}'s ordinal. */
    ORDERED,
    /** the {@code Scope}'s ordinal; the parts are the match and what drops it. */
    EXCEPT;

    private static final Op[] ALL = values();

    static Op of(int ordinal) {
        return ALL[ordinal];
    }
}
