package wiredesk.ingest.copy;

import java.util.List;

/**
 * A stretch of raw text that its format keeps together: a paragraph between blank lines, an HTML element.
 *
 * @param hint what the format says of it, {@link Hint#NONE} where it says nothing
 * @param lines as they stand, leading white space included, for a bullet's second line is known by its indent
 */
public record Block(Hint hint, List<String> lines) {

    /** What a format with structure says of a block. A hint is trusted over the block's looks. */
    public enum Hint {
        NONE,
        HEADLINE,
        HEADING,
        PARAGRAPH,
        LIST_ITEM,
        CAPTION,
        BOX
    }

    public Block {
        lines = List.copyOf(lines);
    }
}
