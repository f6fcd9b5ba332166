package wiredesk.enrich.tagging;

/**
 * The minimal intervals that hold one interval of each of several lists, whatever their width. One pass: each step
 * moves one list on, so the cost is the number of intervals times the number of lists, however often a word is
 * repeated.
 */
final class Together {

    private Together() {}

    /** The parts may stand in any order and may share words. */
    static Spans anyOrder(Spans[] parts) {
        Spans.Collector found = new Spans.Collector();
        int[] at = new int[parts.length];
        while (true) {
            int foremost = 0;
            int last = 0;
            for (int i = 0; i < parts.length; i++) {
                last = Math.max(last, parts[i].last(at[i]));
                if (parts[i].first(at[i]) < parts[foremost].first(at[foremost])) {
                    foremost = i;
                }
            }
            found.add(parts[foremost].first(at[foremost]), last);
            if (++at[foremost] == parts[foremost].size()) {
                return found.minimal();
            }
        }
    }

    /** Each part must begin after the part before it has ended. */
    static Spans ordered(Spans[] parts) {
        Spans chain = parts[0];
        for (int i = 1; i < parts.length; i++) {
            chain = followed(chain, parts[i]);
        }
        return chain;
    }

    /** To each interval of {@code after} the nearest of {@code before}: any other would make a longer one. */
    private static Spans followed(Spans before, Spans after) {
        Spans.Collector found = new Spans.Collector();
        int next = 0;
        for (int i = 0; i < after.size(); i++) {
            while (next < before.size() && before.last(next) < after.first(i)) {
                next++;
            }
            if (next > 0) {
                found.add(before.first(next - 1), after.last(i));
            }
        }
        return found.minimal();
    }
}
