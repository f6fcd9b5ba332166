package wiredesk.ingest.copy;

import java.util.Arrays;
import java.util.List;

/**
 * Finds product boxes: a short title, bullets, a mark out of so many. The mark gives a box away, and what belongs to it
 * stands right above (or bullets right below it), even where blank lines part them.
 */
final class Boxes {

    /** No box is longer, in lines. A bound on the damage that a stray mark does. */
    private static final int LONGEST = 24;

    private final List<Line> lines;

    Boxes(List<Line> lines) {
        this.lines = lines;
    }

    /** For each line the number of its box, or 0. */
    int[] find() {
        int[] boxes = new int[lines.size()];
        int count = 0;
        for (int i = 0; i < boxes.length; i++) {
            boolean boxed = lines.get(i).kind() == Line.Kind.BOXED;
            if (boxed) {
                boolean goesOn = i > 0
                        && boxes[i - 1] != 0
                        && lines.get(i - 1).block() == lines.get(i).block();
                boxes[i] = goesOn ? boxes[i - 1] : ++count;
            } else if (lines.get(i).kind() == Line.Kind.MARK && boxes[i] == 0) {
                count++;
                int begin = begin(i, boxes);
                int end = end(i, begin);
                Arrays.fill(boxes, begin, end, count);
            }
        }
        return boxes;
    }

    private int begin(int mark, int[] boxes) {
        int begin = mark;
        while (isFree(begin - 1, boxes, mark) && lines.get(begin - 1).kind() == Line.Kind.BULLET) {
            begin--;
        }
        boolean titled = false;
        while (isFree(begin - 1, boxes, mark) && isMember(begin - 1, begin)) {
            begin--;
            titled = true;
        }
        if (!titled && isFree(begin - 1, boxes, mark) && isTitle(begin - 1)) {
            begin--;
        }
        return begin;
    }

    private int end(int mark, int begin) {
        int end = mark + 1;
        while (end < lines.size() && end - begin < LONGEST && isMember(end, end - 1)) {
            end++;
        }
        boolean bulletsAbove = begin < mark && lines.get(mark - 1).kind() == Line.Kind.BULLET;
        while (!bulletsAbove
                && end < lines.size()
                && end - begin < LONGEST
                && lines.get(end).kind() == Line.Kind.BULLET) {
            end++;
        }
        return end;
    }

    private boolean isFree(int line, int[] boxes, int mark) {
        return line >= 0 && boxes[line] == 0 && mark - line < LONGEST;
    }

    /** A short line in the same block as its neighbour in the box. */
    private boolean isMember(int line, int neighbour) {
        return lines.get(line).block() == lines.get(neighbour).block()
                && lines.get(line).isTitleLike();
    }

    /** A short line that is a block by itself, and so may stand over a box. */
    private boolean isTitle(int line) {
        boolean alone =
                line == 0 || lines.get(line - 1).block() != lines.get(line).block();
        return alone
                && lines.get(line).hint() != Block.Hint.HEADLINE
                && lines.get(line).isTitleLike();
    }
}
