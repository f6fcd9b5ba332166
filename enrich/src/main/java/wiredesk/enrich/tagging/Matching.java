package wiredesk.enrich.tagging;

import java.util.Arrays;
import wiredesk.enrich.rule.Pattern;
import wiredesk.enrich.rule.Unless;
import wiredesk.enrich.text.Reading;

/** Runs compiled patterns over the concepts of one article; their matches come to lie on the stack. */
@SuppressWarnings("EnumOrdinal") // what is compiled here is read here, in the same process
final class Matching {

    /** All kinds of zone: {@code unless} looks everywhere. */
    private static final int EVERYWHERE = -1;

    private static final Unless.Scope[] SCOPES = Unless.Scope.values();
    private static final int SENTENCE = Pattern.Reach.SENTENCE.ordinal();

    private final int[] code;
    private final Reading reading;
    private final Hits hits;
    private final Spans stack = new Spans();

    /** Where the parts' matches begin on the stack, for the operators that are under way. */
    private final IntRow bounds = new IntRow();

    Matching(int[] code, Reading reading, Hits hits) {
        this.code = code;
        this.reading = reading;
        this.hits = hits;
    }

    /** The matches of the pattern that begins here, in zones of these kinds; the stack is the caller's until the next. */
    Spans run(int start, int zones) {
        stack.cut(0);
        bounds.clear();
        eval(start, zones);
        return stack;
    }

    private void eval(int at, int zones) {
        switch (Op.of(code[at])) {
            case NAMED -> named(code[at + 2], zones);
            case ANY -> any(at + 3, code[at + 2], 1, zones);
            case TOGETHER -> any(at + 4, code[at + 2], code[at + 3], zones);
            case NEAR -> near(at, zones);
            case ORDERED -> ordered(at, zones);
            case EXCEPT -> except(at, zones);
        }
    }

    private void named(int concept, int zones) {
        int base = stack.size();
        hits.push(concept, stack);
        if (zones == EVERYWHERE) {
            return;
        }
        int kept = base;
        for (int i = base; i < stack.size(); i++) {
            if ((zones & Compiler.bit(reading.kind(stack.first(i)))) != 0) {
                stack.keep(i, kept++);
            }
        }
        stack.cut(kept);
    }

    /** All parts' matches, when at least so many parts have any. */
    private void any(int part, int parts, int least, int zones) {
        int base = stack.size();
        int matched = 0;
        int at = part;
        for (int i = 0; i < parts; i++) {
            int before = stack.size();
            eval(at, zones);
            matched += stack.size() > before ? 1 : 0;
            at = code[at + 1];
        }
        if (matched < least) {
            stack.cut(base);
        } else if (matched > 1) {
            stack.sort(base);
            stack.minimal(base);
        }
    }

    private void near(int at, int zones) {
        int parts = code[at + 2];
        int least = code[at + 3];
        int base = stack.size();
        int mark = bounds.size();
        int part = at + 6;
        int missing = 0;
        for (int i = 0; i < parts; i++) {
            bounds.add(stack.size());
            eval(part, zones);
            part = code[part + 1];
            missing += stack.size() == bounds.get(mark + i) ? 1 : 0;
            if (parts - missing < least) {
                stack.cut(base);
                bounds.cut(mark);
                return;
            }
        }
        bounds.add(stack.size());
        combine(mark, parts, least, code[at + 4], code[at + 5]);
        bounds.cut(mark);
    }

    /**
     * The minimal intervals that hold one of each of {@code least} parts. At each word at which some part ends, the
     * interval begins where the {@code least}-th latest of the parts begins.
     */
    private void combine(int mark, int parts, int least, int words, int reach) {
        int base = bounds.get(mark);
        int results = stack.size();
        int cursors = bounds.size();
        for (int i = 0; i < parts; i++) {
            bounds.add(bounds.get(mark + i));
        }
        int latest = bounds.size();
        for (int i = 0; i < parts; i++) {
            bounds.add(-1);
        }
        int lastStart = -1;
        for (int end = nextEnd(mark, cursors, parts); end >= 0; end = nextEnd(mark, cursors, parts)) {
            for (int i = 0; i < parts; i++) {
                int cursor = bounds.get(cursors + i);
                if (cursor < bounds.get(mark + i + 1) && stack.last(cursor) == end) {
                    bounds.set(latest + i, stack.first(cursor));
                    bounds.set(cursors + i, cursor + 1);
                }
            }
            int start = kthLatest(latest, parts, least);
            if (start > lastStart) {
                lastStart = start;
                if (end - start < words && together(start, end, reach)) {
                    stack.push(start, end);
                }
            }
        }
        bounds.cut(cursors);
        stack.settle(base, results);
    }

    /** The least last word of those that the cursors stand at, or -1 at the end of all. */
    private int nextEnd(int mark, int cursors, int parts) {
        int end = Integer.MAX_VALUE;
        for (int i = 0; i < parts; i++) {
            int cursor = bounds.get(cursors + i);
            if (cursor < bounds.get(mark + i + 1)) {
                end = Math.min(end, stack.last(cursor));
            }
        }
        return end == Integer.MAX_VALUE ? -1 : end;
    }

    private int kthLatest(int latest, int parts, int k) {
        if (k == parts) {
            int least = Integer.MAX_VALUE;
            for (int i = 0; i < parts; i++) {
                least = Math.min(least, bounds.get(latest + i));
            }
            return least;
        }
        int[] sorted = new int[parts];
        for (int i = 0; i < parts; i++) {
            sorted[i] = bounds.get(latest + i);
        }
        Arrays.sort(sorted);
        return sorted[parts - k];
    }

    /** Each part's match to the nearest chain before it: any other would make a longer one. */
    private void ordered(int at, int zones) {
        int base = stack.size();
        int part = at + 5;
        eval(part, zones);
        for (int i = 1; i < code[at + 2] && stack.size() > base; i++) {
            part = code[part + 1];
            int after = stack.size();
            eval(part, zones);
            chain(base, after);
        }
        int kept = base;
        for (int i = base; i < stack.size(); i++) {
            if (stack.last(i) - stack.first(i) < code[at + 3]
                    && together(stack.first(i), stack.last(i), code[at + 4])) {
                stack.keep(i, kept++);
            }
        }
        stack.cut(kept);
    }

    private void chain(int before, int after) {
        int results = stack.size();
        int next = before;
        int lastStart = -1;
        for (int i = after; i < results; i++) {
            while (next < after && stack.last(next) < stack.first(i)) {
                next++;
            }
            if (next > before && stack.first(next - 1) > lastStart) {
                lastStart = stack.first(next - 1);
                stack.push(lastStart, stack.last(i));
            }
        }
        stack.settle(before, results);
    }

    private boolean together(int start, int end, int reach) {
        return reach == SENTENCE
                ? reading.sentence(start) == reading.sentence(end)
                : reading.zone(start) == reading.zone(end);
    }

    private void except(int at, int zones) {
        int base = stack.size();
        int match = at + 3;
        eval(match, zones);
        int others = stack.size();
        if (others == base) {
            return;
        }
        eval(code[match + 1], EVERYWHERE);
        switch (SCOPES[code[at + 2]]) {
            case MATCH -> stack.dropTouching(base, others);
            case SENTENCE -> stack.dropSharing(base, others, reading::sentence);
            case PARAGRAPH -> stack.dropSharing(base, others, reading::zone);
            case ARTICLE -> stack.cut(stack.size() > others ? base : others);
        }
    }
}
