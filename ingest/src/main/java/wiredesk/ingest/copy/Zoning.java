package wiredesk.ingest.copy;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides which zone each part of an article is: the one place that does, whatever the format. A format's own word (a
 * heading, a caption) is believed; where it has none, the looks decide, as they do for a reader: length, the end of a
 * sentence, what stands before and after.
 */
public final class Zoning {

    /** Characters. A caption is a remark; beyond this, a text that ends with a credit is a paragraph with one. */
    private static final int LONGEST_CAPTION = 450;

    private final List<Zone> zones = new ArrayList<>();
    private final List<Line> lines;
    private final int[] boxes;
    private final @Nullable String headline;

    private boolean headlineSeen;
    private boolean ledeSeen;

    private Zoning(@Nullable String headline, List<Block> blocks) {
        this.headline = headline;
        this.lines = Lines.of(blocks);
        this.boxes = new Boxes(lines).find();
    }

    /**
     * The zones of an article in reading order.
     *
     * @param headline as a field of the format gives it; without one, the first line is taken when it looks like one
     */
    public static List<Zone> zones(@Nullable String headline, List<Block> blocks) {
        String clean = headline == null ? "" : Spaces.clean(headline);
        return new Zoning(clean.isEmpty() ? null : clean, blocks).decide();
    }

    private List<Zone> decide() {
        if (headline != null) {
            add(ZoneKind.HEADLINE, headline);
        }
        int begin = 0;
        while (begin < lines.size()) {
            int end = groupEnd(begin);
            addGroup(begin, end);
            begin = end;
        }
        return List.copyOf(zones);
    }

    /** Lines that make one zone together: a box, a list, or the prose of one block. */
    private int groupEnd(int begin) {
        int end = begin + 1;
        while (end < lines.size() && isSameGroup(end - 1, end)) {
            end++;
        }
        return end;
    }

    private boolean isSameGroup(int one, int next) {
        if (boxes[one] != 0 || boxes[next] != 0) {
            return boxes[one] == boxes[next];
        }
        if (lines.get(one).kind() != lines.get(next).kind()) {
            return false;
        }
        return switch (lines.get(one).kind()) {
            case BULLET -> true;
            case PROSE -> lines.get(one).block() == lines.get(next).block();
            case MARK, CREDIT, SOURCE, BOXED -> false;
        };
    }

    private void addGroup(int begin, int end) {
        if (boxes[begin] != 0) {
            add(ZoneKind.BOX, text(begin, end, "\n"));
            return;
        }
        switch (lines.get(begin).kind()) {
            case BULLET -> add(ZoneKind.LIST, text(begin, end, "\n"));
            case CREDIT -> add(ZoneKind.CREDIT, text(begin, end, " "));
            case SOURCE -> add(ZoneKind.SOURCE, text(begin, end, " "));
            case MARK, BOXED -> add(ZoneKind.BOX, text(begin, end, "\n"));
            case PROSE -> addProse(begin, end);
        }
    }

    private void addProse(int begin, int end) {
        String text = text(begin, end, " ");
        if (text.equals(headline) && !ledeSeen) {
            return; // The body says it again.
        }
        switch (lines.get(begin).hint()) {
            case HEADLINE -> add(headlineSeen ? ZoneKind.HEADING : ZoneKind.HEADLINE, text);
            case HEADING -> add(ZoneKind.HEADING, text);
            case CAPTION -> addWithCredit(ZoneKind.CAPTION, text);
            case PARAGRAPH -> addParagraph(begin, end, text, false);
            case NONE, LIST_ITEM, BOX -> addParagraph(begin, end, text, end - begin == 1);
        }
    }

    /**
     * Adds prose by its looks.
     *
     * @param mayBeTitle whether they may make it a headline or a heading
     */
    private void addParagraph(int begin, int end, String text, boolean mayBeTitle) {
        if (mayBeTitle && isHeadline(text)) {
            add(ZoneKind.HEADLINE, text);
        } else if (end - begin == 1 && Signs.creditAtEnd(text) > 0) {
            addWithCredit(text.length() > LONGEST_CAPTION ? paragraphKind() : ZoneKind.CAPTION, text);
        } else if (end - begin == 1 && ledeSeen && isCreditOfSameBlock(end, begin)) {
            add(ZoneKind.CAPTION, text);
        } else if (mayBeTitle && ledeSeen && lines.get(begin).isTitleLike() && introducesText(end)) {
            add(ZoneKind.HEADING, text);
        } else {
            add(paragraphKind(), text);
        }
    }

    private ZoneKind paragraphKind() {
        return ledeSeen ? ZoneKind.PARAGRAPH : ZoneKind.LEDE;
    }

    private void addWithCredit(ZoneKind kind, String text) {
        int credit = Signs.creditAtEnd(text);
        if (credit <= 0) {
            add(kind, text);
            return;
        }
        add(kind, Spaces.clean(text.substring(0, credit)));
        add(ZoneKind.CREDIT, Spaces.clean(text.substring(credit)));
    }

    /** A headline may ask or cry out, but it is one line at the top, with at most a credit above it. */
    private boolean isHeadline(String text) {
        return !headlineSeen
                && !ledeSeen
                && zones.stream().allMatch(zone -> zone.kind() == ZoneKind.CREDIT)
                && Signs.isShort(text)
                && ".…:;,".indexOf(Signs.lastLetter(text)) < 0
                && Signs.creditAtEnd(text) < 0;
    }

    private boolean isCreditOfSameBlock(int line, int before) {
        return line < lines.size()
                && lines.get(line).kind() == Line.Kind.CREDIT
                && lines.get(line).block() == lines.get(before).block();
    }

    /** A heading stands over something: a paragraph, a list, a box; not over another short line, nor at the end. */
    private boolean introducesText(int next) {
        int i = next;
        while (i < lines.size() && lines.get(i).kind() == Line.Kind.CREDIT) {
            i++;
        }
        if (i == lines.size()) {
            return false;
        }
        return switch (lines.get(i).kind()) {
            case PROSE -> boxes[i] != 0 || groupEnd(i) - i > 1 || !lines.get(i).isTitleLike();
            case BULLET, BOXED, MARK -> true;
            case SOURCE, CREDIT -> false;
        };
    }

    private String text(int begin, int end, String between) {
        StringBuilder text = new StringBuilder();
        for (Line line : lines.subList(begin, end)) {
            text.append(text.isEmpty() ? "" : between).append(line.text());
        }
        return text.toString();
    }

    private void add(ZoneKind kind, String text) {
        if (Spaces.isBlank(text)) {
            return;
        }
        headlineSeen |= kind == ZoneKind.HEADLINE;
        ledeSeen |= kind == ZoneKind.LEDE || kind == ZoneKind.PARAGRAPH;
        zones.add(new Zone(kind, text));
    }
}
