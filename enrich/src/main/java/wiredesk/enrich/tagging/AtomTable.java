package wiredesk.enrich.tagging;

import java.util.Arrays;
import wiredesk.enrich.rule.Term;

/** Texts of each kind, numbered from 0 in the order of their adding. Flat, for a book has tens of thousands. */
@SuppressWarnings("EnumOrdinal") // within one process
final class AtomTable {

    private int size;

    /** Numbers from 1, by the hash of kind and text; 0 is none. */
    private int[] slots = new int[32];

    /** One after another, each begun by its kind. */
    private char[] chars = new char[128];

    private int[] from = new int[16];

    int size() {
        return size;
    }

    /** The text's number, a new one for a new text. */
    int add(Term.Kind kind, String text) {
        int known = find(kind, text, 0, text.length());
        if (known >= 0) {
            return known;
        }
        if (2 * (size + 1) > slots.length) {
            grow();
        }
        int begin = from[size];
        int end = begin + 1 + text.length();
        if (end > chars.length) {
            chars = Arrays.copyOf(chars, Math.max(end, 2 * chars.length));
        }
        chars[begin] = (char) kind.ordinal();
        text.getChars(0, text.length(), chars, begin + 1);
        if (size + 1 == from.length) {
            from = Arrays.copyOf(from, 2 * from.length);
        }
        from[size + 1] = end;
        file(size, hash(kind.ordinal(), text, 0, text.length()));
        return size++;
    }

    /** The number of a piece of a text, or -1. */
    int find(Term.Kind kind, String text, int begin, int end) {
        int slot = hash(kind.ordinal(), text, begin, end) & (slots.length - 1);
        for (int entry = slots[slot]; entry != 0; entry = slots[slot]) {
            if (is(entry - 1, kind, text, begin, end)) {
                return entry - 1;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        return -1;
    }

    private boolean is(int number, Term.Kind kind, String text, int begin, int end) {
        int at = from[number];
        if (from[number + 1] - at != 1 + end - begin || chars[at] != kind.ordinal()) {
            return false;
        }
        for (int i = begin; i < end; i++) {
            if (chars[++at] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private void grow() {
        slots = new int[2 * slots.length];
        for (int number = 0; number < size; number++) {
            String text = new String(chars, from[number] + 1, from[number + 1] - from[number] - 1);
            file(number, hash(chars[from[number]], text, 0, text.length()));
        }
    }

    private void file(int number, int hash) {
        int slot = hash & (slots.length - 1);
        while (slots[slot] != 0) {
            slot = (slot + 1) & (slots.length - 1);
        }
        slots[slot] = number + 1;
    }

    private static int hash(int kind, String text, int begin, int end) {
        int hash = kind + 1;
        for (int i = begin; i < end; i++) {
            hash = 31 * hash + text.charAt(i);
        }
        hash *= 0x9E3779B9;
        return hash ^ hash >>> 15;
    }

    /** Gives back the room for more. */
    void trim() {
        chars = Arrays.copyOf(chars, from[size]);
        from = Arrays.copyOf(from, size + 1);
    }
}
