package wiredesk.ingest.format;

import java.util.ArrayList;
import java.util.List;
import wiredesk.ingest.copy.Block;
import wiredesk.ingest.copy.Block.Hint;

/** Leaves out blocks that stand in an article but are not of it, as their words tell. */
final class BlockSieve {

    private BlockSieve() {}

    static List<Block> sift(List<Block> blocks, String headline) {
        List<Block> kept = new ArrayList<>();
        for (Block block : blocks) {
            String line = block.lines().getFirst();
            if (block.hint() == Hint.HEADING && line.equalsIgnoreCase(headline)) {
                kept.clear();
                continue;
            }
            kept.add(block);
        }
        while (!kept.isEmpty() && kept.getLast().hint() == Hint.HEADING) {
            kept.removeLast();
        }
        return kept;
    }
}
