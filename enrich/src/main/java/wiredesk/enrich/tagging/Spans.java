package wiredesk.enrich.tagging;

import java.util.Arrays;

/**
 * Intervals of words of which none lies within another, in order: so both their first and their last words strictly
 * rise, and one pass over several lists finds all their minimal combinations.
 */
final class Spans {

    static final Spans NONE = new Collector().minimal();

    private final int[] first;
    private final int[] last;

    private Spans(int[] first, int[] last) {
        this.first = first;
        this.last = last;
    }

    int size() {
        return first.length;
    }

    /** The index of the interval's first word. */
    int first(int i) {
        return first[i];
    }

    /** The index of the interval's last word. */
    int last(int i) {
        return last[i];
    }

    /** Gathers intervals in any order. */
    static final class Collector {

        private long[] keys = new long[8];
        private int size;

        /** Adds the interval of words from {@code first} to {@code last}, both included. */
        void add(int first, int last) {
            if (size == keys.length) {
                keys = Arrays.copyOf(keys, 2 * size);
            }
            keys[size++] = key(first, last);
        }

        void addAll(Spans spans) {
            for (int i = 0; i < spans.size(); i++) {
                add(spans.first(i), spans.last(i));
            }
        }

        /** Those within which no other lies, each once. */
        Spans minimal() {
            Arrays.sort(keys, 0, size);
            int kept = size;
            int least = Integer.MAX_VALUE;
            for (int i = size - 1; i >= 0; i--) {
                int last = last(keys[i]);
                if (last < least) {
                    least = last;
                    keys[--kept] = keys[i];
                }
            }
            int[] first = new int[size - kept];
            int[] last = new int[size - kept];
            for (int i = 0; i < first.length; i++) {
                first[i] = (int) (keys[kept + i] >>> 32);
                last[i] = last(keys[kept + i]);
            }
            return new Spans(first, last);
        }

        /** Sorts by the first word, and of one first word the longest before the shorter. */
        private static long key(int first, int last) {
            return ((long) first << 32) | (Integer.MAX_VALUE - last);
        }

        private static int last(long key) {
            return Integer.MAX_VALUE - (int) key;
        }
    }
}
