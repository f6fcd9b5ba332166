package wiredesk.ingest.copy;

/**
 * A line of an article, seen by itself.
 *
 * @param text clean, and without its bullet
 * @param block which block it stands in: lines of one block belong together
 * @param hint of its block
 */
record Line(Kind kind, String text, int block, Block.Hint hint) {

    enum Kind {
        PROSE,
        BULLET,
        /** A mark out of so many: {@code 9 / 10}. */
        MARK,
        CREDIT,
        SOURCE,
        /** In a box, by its format's word or its own. */
        BOXED
    }

    /** Whether it could be a title: short, and no sentence. */
    boolean isTitleLike() {
        return kind == Kind.PROSE && Signs.isShort(text) && !Signs.endsSentence(text);
    }
}
