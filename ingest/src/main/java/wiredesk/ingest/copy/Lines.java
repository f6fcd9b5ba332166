package wiredesk.ingest.copy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Takes blocks apart into lines and says of each what it looks like by itself. */
final class Lines {

    private static final String BULLETS = "•‣◦▪■●○·∙⁃*✓✔➤►→";
    private static final String DASHES = "-–—";

    /** A third item of a list, not a copyright: {@code (b)} stands before it. */
    private static final Pattern SECOND_ITEM = Pattern.compile("\\([bB]\\) .*", Pattern.DOTALL);

    private final List<Line> lines = new ArrayList<>();

    private Lines() {}

    static List<Line> of(List<Block> blocks) {
        Lines lines = new Lines();
        for (int i = 0; i < blocks.size(); i++) {
            lines.add(blocks.get(i), i);
        }
        return lines.lines;
    }

    private void add(Block block, int index) {
        switch (block.hint()) {
            case NONE, PARAGRAPH -> addByLooks(block, index);
            case LIST_ITEM -> addWhole(Line.Kind.BULLET, block, index);
            case HEADLINE, HEADING, CAPTION -> addWhole(Line.Kind.PROSE, block, index);
            case BOX -> block.lines().forEach(line -> add(Line.Kind.BOXED, Spaces.clean(line), index, block.hint()));
        }
    }

    private void addWhole(Line.Kind kind, Block block, int index) {
        String text = Spaces.clean(String.join(" ", block.lines()));
        Line.Kind looks = kindOf(text);
        add(looks == Line.Kind.PROSE ? kind : looks, text, index, block.hint());
    }

    private void addByLooks(Block block, int index) {
        boolean dashesAreBullets = block.lines().stream()
                        .filter(line -> startsWith(DASHES, Spaces.clean(line)))
                        .count()
                > 1;
        for (String raw : block.lines()) {
            String text = Spaces.clean(raw);
            if (text.isEmpty()) {
                continue;
            }
            if (isBullet(text, dashesAreBullets) && !Asides.isAside(text)) {
                add(Line.Kind.BULLET, Spaces.clean(text.substring(1)), index, block.hint());
            } else if (!continuesLast(raw, index) || !appendToLast(text)) {
                add(kindOf(text), text, index, block.hint());
            }
        }
    }

    private Line.Kind kindOf(String text) {
        if (Signs.isMark(text)) {
            return Line.Kind.MARK;
        }
        if (Sources.isSource(text)) {
            return Line.Kind.SOURCE;
        }
        if (Asides.isAside(text)) {
            return Line.Kind.BOXED;
        }
        boolean thirdItem = text.startsWith("(c)")
                && !lines.isEmpty()
                && SECOND_ITEM.matcher(lines.getLast().text()).matches();
        return !thirdItem && (Credits.isCredit(text) || Credits.isByline(text)) ? Line.Kind.CREDIT : Line.Kind.PROSE;
    }

    /**
     * A dash opens a list's item, but in many languages a quotation too: by itself it is an item only when what follows
     * is short and no sentence.
     */
    private static boolean isBullet(String text, boolean dashesAreBullets) {
        if (startsWith(BULLETS, text)) {
            return true;
        }
        return startsWith(DASHES, text) && (dashesAreBullets || (Signs.isShort(text) && !Signs.endsSentence(text)));
    }

    private static boolean startsWith(String openers, String text) {
        return text.length() > 2 && openers.indexOf(text.charAt(0)) >= 0 && Spaces.isSpace(text.charAt(1));
    }

    /** A bullet's indented second line belongs to it; so does all that a block says after {@code Source:}. */
    private boolean continuesLast(String raw, int block) {
        if (lines.isEmpty() || lines.getLast().block() != block) {
            return false;
        }
        return switch (lines.getLast().kind()) {
            case BULLET -> Spaces.isSpace(raw.charAt(0)) && kindOf(Spaces.clean(raw)) == Line.Kind.PROSE;
            case SOURCE -> true;
            case PROSE, MARK, CREDIT, BOXED -> false;
        };
    }

    private boolean appendToLast(String text) {
        Line last = lines.removeLast();
        return lines.add(new Line(last.kind(), last.text() + ' ' + text, last.block(), last.hint()));
    }

    private void add(Line.Kind kind, String text, int block, Block.Hint hint) {
        if (!text.isEmpty()) {
            lines.add(new Line(kind, text, block, hint));
        }
    }
}
