package wiredesk.enrich.text;

import java.util.Arrays;
import java.util.function.Function;

/**
 * The distinct words of the texts read so far, each with the atoms that a resolver found for it once. An atom is a
 * number for something that a rule book knows of words: a stem, a form, a prefix.
 *
 * <p>It is a cache: folding, stemming and prefix look-ups are paid for by a word's first occurrence, whatever its
 * spelling, and every other costs one look-up by the characters as they stand. It forgets everything between two
 * articles once it holds {@value #MOST} words, so it is bounded by that and by the words of one article; of an article
 * with over 16 million characters of different words, the last ones have no atoms. Not for two threads at once.
 */
public final class Forms {

    /** More distinct words than a newsroom's day in one language has; some 8 MB. */
    static final int MOST = 1 << 17;

    /** Longer runs of letters are no words: they share one number, and have no atoms. */
    private static final int LONGEST = 1 << 10;

    private static final int NO_WORD = 0;

    private static final int NUMBER_BITS = 24;
    private static final int NUMBERS = (1 << NUMBER_BITS) - 1;

    /** Words that take more room than this are forgotten too, few as they may be. */
    private static final int MOST_CHARACTERS = 1 << 22;

    private static final int USUAL = 1 << 11;

    /** The hash of nothing. */
    static final long FIRST = 1;

    private static final long MIX = 0x9E3779B97F4A7C15L;

    /** What precedes a word's characters in the row: where its atoms begin (two halves), how many they are, its length. */
    private static final int HEAD = 4;

    private final Function<String, int[]> resolver;
    private final long factor;
    private final int first;

    /**
     * By its hash, a word's number in the lower 24 bits and 8 more bits of its hash above, so that few others are looked
     * at; 0 where there is none. Small, for it is looked into for every word of a text, in no order.
     */
    private int[] slots;

    /** All words, one after another: what is known of a word lies beside its characters. A word's number is its place. */
    private char[] row;

    private int rowEnd;
    private int size;
    private int[] atoms;
    private int atomsEnd;

    /**
     * An empty cache.
     *
     * @param resolver gives the atoms of a word as {@link Word#written} has it; none for most
     * @param salt any number; who does not know it cannot write a text whose words all fall on one place
     */
    public Forms(Function<String, int[]> resolver, long salt) {
        this(resolver, salt, USUAL);
    }

    /** One that begins with room for so many words, a power of two. */
    @SuppressWarnings("NullAway.Init") // by forget()
    Forms(Function<String, int[]> resolver, long salt, int first) {
        this.resolver = resolver;
        this.factor = ((salt * MIX) ^ MIX) | 1; // odd, to lose nothing
        this.first = first;
        forget();
    }

    private void forget() {
        slots = new int[2 * first];
        row = new char[(HEAD + 8) * first];
        atoms = new int[first];
        rowEnd = HEAD; // the place of NO_WORD
        size = 0;
        atomsEnd = 0;
    }

    /** To be called between two articles: numbers that it gave before may mean nothing after it. */
    void trim() {
        if (size > MOST || rowEnd > MOST_CHARACTERS) {
            forget();
        }
    }

    /**
     * The number of the word that these characters spell.
     *
     * @param hash their {@link #hash}, or {@link #more} of each after {@link #FIRST}
     */
    int of(char[] text, int from, int to, long hash) {
        if (to - from > LONGEST) {
            return NO_WORD;
        }
        long key = hash * MIX;
        int tag = (int) (key >>> 32) & ~NUMBERS;
        int mask = slots.length - 1;
        int slot = (int) (key >>> 32) & mask;
        for (int entry = slots[slot]; entry != 0; entry = slots[slot]) {
            int form = entry & NUMBERS;
            if ((entry & ~NUMBERS) == tag && is(form, text, from, to)) {
                return form;
            }
            slot = (slot + 1) & mask;
        }
        return add(text, from, to, key);
    }

    /** By hand: words are too short for the library's way to pay. */
    private boolean is(int form, char[] text, int from, int to) {
        if (row[form + HEAD - 1] != to - from) {
            return false;
        }
        int at = form + HEAD;
        for (int i = from; i < to; i++) {
            if (row[at++] != text[i]) {
                return false;
            }
        }
        return true;
    }

    private int add(char[] text, int from, int to, long key) {
        if (rowEnd + HEAD + to - from > NUMBERS) {
            return NO_WORD;
        }
        int[] found = resolver.apply(written(text, from, to));
        if (3 * ++size > 2 * slots.length) {
            grow();
        }
        int form = rowEnd;
        rowEnd += HEAD + to - from;
        if (rowEnd > row.length) {
            row = Arrays.copyOf(row, Math.max(rowEnd, 2 * row.length));
        }
        row[form] = (char) (atomsEnd >> Character.SIZE);
        row[form + 1] = (char) atomsEnd;
        row[form + 2] = (char) found.length;
        row[form + HEAD - 1] = (char) (to - from);
        System.arraycopy(text, from, row, form + HEAD, to - from);
        if (atomsEnd + found.length > atoms.length) {
            atoms = Arrays.copyOf(atoms, Math.max(atomsEnd + found.length, 2 * atoms.length));
        }
        System.arraycopy(found, 0, atoms, atomsEnd, found.length);
        atomsEnd += found.length;
        file(form, key);
        return form;
    }

    /** A dotted acronym is spelt without its dots; no other word has any. */
    static String written(char[] text, int from, int to) {
        String word = new String(text, from, to - from);
        return Folding.tidy(word.indexOf('.') < 0 ? word : word.replace(".", ""));
    }

    private void grow() {
        slots = new int[2 * slots.length];
        for (int form = HEAD; form < rowEnd; form += HEAD + row[form + HEAD - 1]) {
            int from = form + HEAD;
            file(form, hash(row, from, from + row[from - 1]) * MIX);
        }
    }

    private void file(int form, long key) {
        int mask = slots.length - 1;
        int slot = (int) (key >>> 32) & mask;
        while (slots[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        slots[slot] = ((int) (key >>> 32) & ~NUMBERS) | form;
    }

    /** A polynomial of a factor that follows from the salt. */
    long hash(char[] text, int from, int to) {
        long hash = FIRST;
        for (int i = from; i < to; i++) {
            hash = more(hash, text[i]);
        }
        return hash;
    }

    /** The hash of a word with one more character. */
    long more(long hash, char next) {
        return hash * factor + next;
    }

    /** Where the word's atoms begin in {@link #atoms}. */
    public int atomsFrom(int form) {
        return (row[form] << Character.SIZE) | row[form + 1];
    }

    /** Where they end, exclusive. */
    public int atomsTo(int form) {
        return atomsFrom(form) + row[form + 2];
    }

    /** All words' atoms, in one row. It is another row after the next article. */
    public int[] atoms() {
        return atoms;
    }
}
