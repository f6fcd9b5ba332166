package wiredesk.enrich.tagging;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * A stack of intervals of words, of which a pattern's matches are the topmost: each operator takes those of its parts and
 * leaves its own in their place. A finished list is minimal, no interval within another, and in order: so both first and
 * last words strictly rise in it, and one pass over several lists finds all their minimal combinations (Clarke, Cormack
 * and Burkowski, 1995), in time linear in the intervals times the lists.
 */
final class Spans {

    private int[] first = new int[256];
    private int[] last = new int[256];
    private long[] keys = new long[256];
    private int size;

    int size() {
        return size;
    }

    int first(int i) {
        return first[i];
    }

    int last(int i) {
        return last[i];
    }

    void push(int from, int to) {
        if (size == first.length) {
            first = Arrays.copyOf(first, 2 * size);
            last = Arrays.copyOf(last, 2 * size);
        }
        first[size] = from;
        last[size] = to;
        size++;
    }

    /** Pushes what stands at some indices of another stack. */
    void pushAll(Spans other, int from, int to) {
        int count = to - from;
        while (size + count > first.length) {
            first = Arrays.copyOf(first, 2 * first.length);
            last = Arrays.copyOf(last, 2 * last.length);
        }
        System.arraycopy(other.first, from, first, size, count);
        System.arraycopy(other.last, from, last, size, count);
        size += count;
    }

    /** Forgets all from an index on. */
    void cut(int to) {
        size = to;
    }

    /** Sorts what is on top from an index on: by the first word, and of one first word the longest first. */
    void sort(int base) {
        int count = size - base;
        if (keys.length < count) {
            keys = new long[Math.max(count, 2 * keys.length)];
        }
        for (int i = 0; i < count; i++) {
            keys[i] = (long) first[base + i] << 32 | (Integer.MAX_VALUE - last[base + i]);
        }
        Arrays.sort(keys, 0, count);
        for (int i = 0; i < count; i++) {
            first[base + i] = (int) (keys[i] >> 32);
            last[base + i] = Integer.MAX_VALUE - (int) keys[i];
        }
    }

    /** Of sorted intervals from an index on, keeps those within which no other lies, each once. */
    void minimal(int base) {
        int kept = base;
        for (int i = base; i < size; i++) {
            while (kept > base && last[kept - 1] >= last[i]) {
                kept--;
            }
            first[kept] = first[i];
            last[kept] = last[i];
            kept++;
        }
        size = kept;
    }

    /** Moves what stands from {@code from} on down to {@code base}. */
    void settle(int base, int from) {
        System.arraycopy(first, from, first, base, size - from);
        System.arraycopy(last, from, last, base, size - from);
        size -= from - base;
    }

    /** Of the sorted intervals from {@code base} on, keeps those that share no word with a sorted one from {@code others} on. */
    void dropTouching(int base, int others) {
        uniteOverlapping(others);
        int kept = base;
        int next = others;
        for (int i = base; i < others; i++) {
            while (next < size && last[next] < first[i]) {
                next++;
            }
            if (next == size || first[next] > last[i]) {
                keep(i, kept++);
            }
        }
        size = kept;
    }

    /** Of the intervals from {@code base} on, keeps those for which no other from {@code others} on begins in the same part. */
    void dropSharing(int base, int others, IntUnaryOperator part) {
        int kept = base;
        int next = others;
        for (int i = base; i < others; i++) {
            int own = part.applyAsInt(first[i]);
            while (next < size && part.applyAsInt(first[next]) < own) {
                next++;
            }
            if (next == size || part.applyAsInt(first[next]) > own) {
                keep(i, kept++);
            }
        }
        size = kept;
    }

    /** Copies an interval to a lower place. */
    void keep(int i, int at) {
        first[at] = first[i];
        last[at] = last[i];
    }

    private void uniteOverlapping(int base) {
        int united = base;
        for (int i = base; i < size; i++) {
            if (united > base && first[i] <= last[united - 1]) {
                last[united - 1] = Math.max(last[united - 1], last[i]);
            } else {
                keep(i, united++);
            }
        }
        size = united;
    }
}
