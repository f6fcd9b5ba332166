package wiredesk.enrich.rule;

/**
 * A text beside the rules that must, or must not, be tagged by them.
 *
 * @param text paragraphs parted by blank lines: a headline, a lede, then body
 * @param line where it stands in its file, from 1
 */
public record Example(String language, boolean must, String text, int line) {}
