package wiredesk.enrich.text;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.function.Function;

/**
 * The distinct words of the texts read so far, each with the atoms that a resolver found for it once. An atom is a
 * number for something that a rule book knows of words: a stem, a form, a prefix.
 *
 * <p>It is a cache: folding, stemming and prefix look-ups are paid for by a word's first occurrence, whatever its
 * spelling, and every other costs one look-up by the characters as they stand. It forgets everything between two
 * articles once it holds {@value #MOST} words, so it is bounded by that and by the words of one article. Not for two
 * threads at once.
 */
public final class Forms {

    /** More distinct words than a newsroom's day in one language has; some 6 MB. */
    static final int MOST = 1 << 17;

    private static final int USUAL = 1 << 11;

    /** Another in every process, so that nobody can write a text whose words all fall on one place. */
    private static final long SEED = new SecureRandom().nextLong();

    private final Function<String, int[]> resolver;
    private final int first;

    private int[] slots;
    private int[] hashes;
    private int[] charsFrom;
    private int[] atomsFrom;
    private int size;
    private char[] chars;
    private int[] atoms;

    /**
     * An empty cache.
     *
     * @param resolver gives the atoms of a word as {@link Word#written} has it; none for most
     */
    public Forms(Function<String, int[]> resolver) {
        this(resolver, USUAL);
    }

    /** One that begins with room for so many words, a power of two. */
    @SuppressWarnings("NullAway.Init") // by forget()
    Forms(Function<String, int[]> resolver, int first) {
        this.resolver = resolver;
        this.first = first;
        forget();
    }

    private void forget() {
        slots = new int[2 * first];
        hashes = new int[first];
        charsFrom = new int[first + 1];
        atomsFrom = new int[first + 1];
        chars = new char[8 * first];
        atoms = new int[first];
        size = 0;
    }

    /** To be called between two articles: numbers that it gave before may mean nothing after it. */
    void trim() {
        if (size > MOST) {
            forget();
        }
    }

    /** The number of the word that these characters spell. */
    int of(char[] text, int from, int to) {
        int hash = hash(text, from, to);
        int mask = slots.length - 1;
        int slot = hash & mask;
        for (int form = slots[slot]; form != 0; form = slots[slot]) {
            int f = form - 1;
            if (hashes[f] == hash && Arrays.equals(chars, charsFrom[f], charsFrom[f + 1], text, from, to)) {
                return f;
            }
            slot = (slot + 1) & mask;
        }
        return add(text, from, to, hash);
    }

    private int add(char[] text, int from, int to, int hash) {
        if (size == hashes.length) {
            grow();
        }
        int f = size++;
        file(f, hash);
        hashes[f] = hash;
        int end = charsFrom[f] + to - from;
        if (end > chars.length) {
            chars = Arrays.copyOf(chars, Math.max(end, 2 * chars.length));
        }
        System.arraycopy(text, from, chars, charsFrom[f], to - from);
        charsFrom[f + 1] = end;
        int[] found = resolver.apply(written(text, from, to));
        int last = atomsFrom[f] + found.length;
        if (last > atoms.length) {
            atoms = Arrays.copyOf(atoms, Math.max(last, 2 * atoms.length));
        }
        System.arraycopy(found, 0, atoms, atomsFrom[f], found.length);
        atomsFrom[f + 1] = last;
        return f;
    }

    /** A dotted acronym is spelt without its dots; no other word has any. */
    static String written(char[] text, int from, int to) {
        String word = new String(text, from, to - from);
        return Folding.tidy(word.indexOf('.') < 0 ? word : word.replace(".", ""));
    }

    private void grow() {
        int most = 2 * hashes.length;
        hashes = Arrays.copyOf(hashes, most);
        charsFrom = Arrays.copyOf(charsFrom, most + 1);
        atomsFrom = Arrays.copyOf(atomsFrom, most + 1);
        slots = new int[2 * most];
        for (int f = 0; f < size; f++) {
            file(f, hashes[f]);
        }
    }

    private void file(int f, int hash) {
        int mask = slots.length - 1;
        int slot = hash & mask;
        while (slots[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        slots[slot] = f + 1;
    }

    /** Each character is multiplied and shifted in, for a sum of characters has equal sums that anybody can find. */
    private static int hash(char[] text, int from, int to) {
        long h = SEED;
        for (int i = from; i < to; i++) {
            h = (h ^ text[i]) * 0x9E3779B97F4A7C15L;
            h ^= h >>> 29;
        }
        return (int) (h >>> 32);
    }

    /** Where the word's atoms begin in {@link #atoms}. */
    public int atomsFrom(int form) {
        return atomsFrom[form];
    }

    /** Where they end, exclusive. */
    public int atomsTo(int form) {
        return atomsFrom[form + 1];
    }

    /** All words' atoms, in one row. It is another row after the next article. */
    public int[] atoms() {
        return atoms;
    }
}
