package wiredesk.ingest.format;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import wiredesk.ingest.copy.Block;
import wiredesk.ingest.copy.Spaces;

/**
 * Takes plain text apart into blocks: by its blank lines and its lines of dashes or stars, or where it has none, line
 * by line.
 */
final class PlainText {

    private static final Pattern LINE_END = Pattern.compile("\\R");

    /** The longest articles have a few hundred lines. A bound on time and memory. */
    private static final int MOST_LINES = 100_000;

    static final String TOO_MANY_LINES = "has more than 100,000 lines, which no article has";

    private PlainText() {}

    static boolean hasTooManyLines(String text) {
        return text.chars()
                        .filter(c -> c == '\n' || c == '\r')
                        .limit(MOST_LINES + 1L)
                        .count()
                > MOST_LINES;
    }

    static List<Block> blocks(String text) {
        List<List<String>> paragraphs = paragraphs(text);
        List<List<String>> blocks = paragraphs.size() == 1 ? byLine(paragraphs.getFirst()) : paragraphs;
        return blocks.stream().map(lines -> new Block(Block.Hint.NONE, lines)).toList();
    }

    /** The lines between blank ones. */
    static List<List<String>> paragraphs(String text) {
        List<List<String>> paragraphs = new ArrayList<>();
        List<String> open = new ArrayList<>();
        // What has more lines is refused by whoever counts them; it need not be taken apart for that.
        for (String line : LINE_END.split(text, MOST_LINES + 2)) {
            if (!Spaces.isWordless(line)) {
                open.add(line);
            } else if (!open.isEmpty()) {
                paragraphs.add(open);
                open = new ArrayList<>();
            }
        }
        if (!open.isEmpty()) {
            paragraphs.add(open);
        }
        return paragraphs;
    }

    /** Each line is a block, but one that begins in the middle of a sentence goes on with the one before. */
    private static List<List<String>> byLine(List<String> lines) {
        List<List<String>> blocks = new ArrayList<>();
        for (String line : lines) {
            boolean goesOn = !blocks.isEmpty()
                    && Character.isLowerCase(Spaces.clean(line).codePointAt(0))
                    && Character.isLetterOrDigit(lastCharacter(blocks.getLast().getLast()));
            if (goesOn) {
                blocks.getLast().add(line);
            } else {
                blocks.add(new ArrayList<>(List.of(line)));
            }
        }
        return blocks;
    }

    private static int lastCharacter(String line) {
        String clean = Spaces.clean(line);
        return clean.codePointBefore(clean.length());
    }
}
