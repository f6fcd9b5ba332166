package wiredesk.ingest.format;

import java.util.ArrayList;
import java.util.List;
import wiredesk.ingest.copy.Block;
import wiredesk.ingest.copy.Block.Hint;
import wiredesk.ingest.copy.Spaces;

/** Blocks as a walk over marked-up text meets them. The pieces of a box are one block, whatever stands among them. */
final class HintedBlocks {

    private final List<Block> blocks = new ArrayList<>();
    private final List<String> box = new ArrayList<>();

    /** Adds a stretch of text with words in it, as its markup hints. */
    void add(Hint hint, String raw) {
        switch (hint) {
            case NONE -> blocks.addAll(PlainText.blocks(raw));
            case PARAGRAPH -> PlainText.paragraphs(raw).forEach(lines -> blocks.add(new Block(hint, lines)));
            case BOX -> PlainText.paragraphs(raw).forEach(box::addAll);
            case HEADLINE, HEADING, LIST_ITEM, CAPTION -> blocks.add(new Block(hint, List.of(Spaces.clean(raw))));
        }
    }

    void addAll(List<Block> others) {
        blocks.addAll(others);
    }

    void endBox() {
        if (!box.isEmpty()) {
            blocks.add(new Block(Hint.BOX, box));
            box.clear();
        }
    }

    /** All of them, in the order in which they ended. */
    List<Block> all() {
        return blocks;
    }
}
