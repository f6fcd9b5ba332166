package wiredesk.enrich.tagging;

import java.util.Arrays;

/** A growing row of numbers. */
final class IntRow {

    private int[] row = new int[16];
    private int size;

    void add(int value) {
        if (size == row.length) {
            row = Arrays.copyOf(row, 2 * size);
        }
        row[size++] = value;
    }

    void addAll(int... values) {
        for (int value : values) {
            add(value);
        }
    }

    int get(int i) {
        return row[i];
    }

    void set(int i, int value) {
        row[i] = value;
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    /** Forgets all from an index on. */
    void cut(int to) {
        size = to;
    }

    /** Sorts it in place. */
    void sort() {
        Arrays.sort(row, 0, size);
    }

    int[] toArray() {
        return Arrays.copyOf(row, size);
    }
}
