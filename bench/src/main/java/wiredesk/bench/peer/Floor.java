package wiredesk.bench.peer;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import wiredesk.enrich.text.Folding;
import wiredesk.enrich.text.Zone;

/**
 * The least that tagging by words can cost, written by hand for nothing else: find each word, fold it by a table of
 * characters, look it up in a hash table, note where it stands. No stems, no sentences, no phrases, no rules. Words are
 * cut as {@code enrich.text} cuts them, save that it knows no acronyms with dots. Not for two threads at once.
 */
public final class Floor {

    private static final int COMMON = 0x300;

    /** What a character of a word folds to; {@link #NONE} for any other character, {@link #SPELT} where it is no single one. */
    private static final char[] FOLDED = new char[COMMON];

    private static final char NONE = 0;
    private static final char SPELT = '\uFFFF';

    /** The most letters that one character folds to. */
    private static final int LONGEST_SPELLING = 18;

    static {
        for (char c = 0; c < COMMON; c++) {
            String folded = Folding.fold(String.valueOf(c));
            FOLDED[c] = !startsOrGoesOn(c) ? NONE : folded.length() == 1 ? folded.charAt(0) : SPELT;
        }
    }

    /** Of each slot the word's hash in the upper half and its number, from 1, in the lower; 0 where it is empty. */
    private final long[] slots;

    private final int[] from;
    private final char[] chars;

    private char[] text = new char[1 << 13];
    private char[] word = new char[1 << 13];
    private int size;
    private int[] begins = new int[1 << 10];
    private int[] ends = new int[1 << 10];
    private int[] ids = new int[1 << 10];

    /** A floor with a dictionary of these folded words. */
    public Floor(Collection<String> dictionary) {
        List<String> words = dictionary.stream().distinct().sorted().toList();
        slots = new long[Integer.highestOneBit(Math.max(16, words.size())) * 4];
        from = new int[words.size() + 1];
        chars = String.join("", words).toCharArray();
        for (int i = 0; i < words.size(); i++) {
            int hash = words.get(i).hashCode();
            from[i + 1] = from[i] + words.get(i).length();
            int slot = slot(hash);
            while (slots[slot] != 0) {
                slot = (slot + 1) & (slots.length - 1);
            }
            slots[slot] = (long) hash << 32 | (i + 1);
        }
    }

    private int slot(int hash) {
        int mixed = hash * 0x9E3779B9;
        return (mixed ^ (mixed >>> 16)) & (slots.length - 1);
    }

    /** Finds the words alone; how many there are. */
    public int tokenise(List<Zone> zones) {
        size = 0;
        for (Zone zone : zones) {
            if (zone.kind().earns()) {
                int length = load(zone.text());
                int at = 0;
                while (at < length) {
                    if (folded(text[at]) == NONE) {
                        at++;
                        continue;
                    }
                    int begin = at++;
                    while (at < length && folded(text[at]) != NONE) {
                        at++;
                    }
                    note(begin, at, 0);
                }
            }
        }
        return size;
    }

    /** Finds the words, folds each and looks it up; how many the dictionary has. */
    public int lookUp(List<Zone> zones) {
        size = 0;
        int known = 0;
        for (Zone zone : zones) {
            if (zone.kind().earns()) {
                known += lookUp(zone.text());
            }
        }
        return known;
    }

    private int lookUp(String zoneText) {
        int length = load(zoneText);
        int known = 0;
        int at = 0;
        while (at < length) {
            char folded = folded(text[at]);
            if (folded == NONE) {
                at++;
                continue;
            }
            int begin = at;
            int hash = 0;
            int letters = 0;
            do {
                if (folded == SPELT) {
                    letters = spell(text[at], letters);
                    hash = hash(letters);
                } else {
                    word[letters++] = folded;
                    hash = 31 * hash + folded;
                }
                at++;
                folded = at < length ? folded(text[at]) : NONE;
            } while (folded != NONE);
            int id = find(hash, letters);
            known += id > 0 ? 1 : 0;
            note(begin, at, id);
        }
        return known;
    }

    private static char folded(char c) {
        return c < COMMON ? FOLDED[c] : startsOrGoesOn(c) ? SPELT : NONE;
    }

    /** For the few characters that the table does not have; the word's new length. */
    private int spell(char c, int letters) {
        String folded = Folding.fold(String.valueOf(c));
        folded.getChars(0, folded.length(), word, letters);
        return letters + folded.length();
    }

    private int hash(int letters) {
        int hash = 0;
        for (int i = 0; i < letters; i++) {
            hash = 31 * hash + word[i];
        }
        return hash;
    }

    private int find(int hash, int letters) {
        int slot = slot(hash);
        for (long entry = slots[slot]; entry != 0; entry = slots[slot]) {
            if ((int) (entry >> 32) == hash) {
                int id = (int) entry;
                if (Arrays.equals(chars, from[id - 1], from[id], word, 0, letters)) {
                    return id;
                }
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        return 0;
    }

    private int load(String zoneText) {
        int length = zoneText.length();
        if (text.length < length) {
            text = new char[2 * length];
        }
        if (word.length < LONGEST_SPELLING * length) {
            word = new char[2 * LONGEST_SPELLING * length];
        }
        zoneText.getChars(0, length, text, 0);
        return length;
    }

    private void note(int begin, int end, int id) {
        if (size == begins.length) {
            begins = Arrays.copyOf(begins, 2 * size);
            ends = Arrays.copyOf(ends, 2 * size);
            ids = Arrays.copyOf(ids, 2 * size);
        }
        begins[size] = begin;
        ends[size] = end;
        ids[size] = id;
        size++;
    }

    private static boolean startsOrGoesOn(char c) {
        return Character.isLetterOrDigit(c)
                || switch (Character.getType(c)) {
                    case Character.NON_SPACING_MARK,
                            Character.COMBINING_SPACING_MARK,
                            Character.ENCLOSING_MARK,
                            Character.FORMAT -> true;
                    default -> false;
                };
    }
}
