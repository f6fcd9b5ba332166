package wiredesk.ingest.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import wiredesk.ingest.copy.Block;
import wiredesk.ingest.copy.Block.Hint;

/**
 * Where and when a story was written, as it is printed before its first words.
 *
 * @param words all of it
 * @param place in it
 */
record Dateline(String words, String place) {

    /** Of words alone, as {@code PORTO, Portugal (Mill Wire) -}: the place comes first. */
    static Dateline of(String words) {
        return new Dateline(words, words);
    }

    /** The blocks with this run in with the first paragraph, where many agencies have written it already. */
    List<Block> before(List<Block> blocks) {
        List<Block> joined = new ArrayList<>(blocks);
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            if (block.hint() != Hint.PARAGRAPH && block.hint() != Hint.NONE) {
                continue;
            }
            String first = block.lines().getFirst().strip();
            if (!lower(first).startsWith(lower(place.split("[,(]", 2)[0].strip()))) {
                List<String> lines = new ArrayList<>(block.lines());
                lines.set(0, words + (endsWithDash() ? " " : " — ") + first);
                joined.set(i, new Block(block.hint(), lines));
            }
            break;
        }
        return joined;
    }

    private boolean endsWithDash() {
        return "-–—:".indexOf(words.charAt(words.length() - 1)) >= 0;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
