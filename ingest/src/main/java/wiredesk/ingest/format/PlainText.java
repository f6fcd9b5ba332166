package wiredesk.ingest.format;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import wiredesk.ingest.copy.Block;
import wiredesk.ingest.copy.Spaces;

/** Takes plain text apart into blocks: by its blank lines, or where it has none, line by line. */
final class PlainText {

    private static final Pattern LINE_END = Pattern.compile("\\R");

    private PlainText() {}

    static List<Block> blocks(String text) {
        return blocks(text, Block.Hint.NONE);
    }

    static List<Block> blocks(String text, Block.Hint hint) {
        List<List<String>> paragraphs = new ArrayList<>();
        List<String> open = new ArrayList<>();
        for (String line : LINE_END.split(text, -1)) {
            if (!Spaces.isBlank(line)) {
                open.add(line);
            } else if (!open.isEmpty()) {
                paragraphs.add(open);
                open = new ArrayList<>();
            }
        }
        if (!open.isEmpty()) {
            paragraphs.add(open);
        }
        List<List<String>> blocks = paragraphs.size() == 1 ? byLine(paragraphs.getFirst()) : paragraphs;
        return blocks.stream().map(lines -> new Block(hint, lines)).toList();
    }

    /** Each line is a block, but one that begins in the middle of a sentence goes on with the one before. */
    private static List<List<String>> byLine(List<String> lines) {
        List<List<String>> blocks = new ArrayList<>();
        for (String line : lines) {
            boolean goesOn = !blocks.isEmpty() && Character.isLowerCase(Spaces.clean(line).codePointAt(0))
                    && Character.isLetterOrDigit(lastCharacter(blocks.getLast().getLast()));
            if (goesOn || isIndented(line) && !blocks.isEmpty()) {
                blocks.getLast().add(line);
            } else {
                blocks.add(new ArrayList<>(List.of(line)));
            }
        }
        return blocks;
    }

    /** An indented line without a blank one before it belongs to what it is indented under, such as a box's bullets. */
    private static boolean isIndented(String line) {
        return line.startsWith("  ") || line.startsWith("\t");
    }

    private static int lastCharacter(String line) {
        String clean = Spaces.clean(line);
        return clean.codePointBefore(clean.length());
    }
}
