package wiredesk.ingest.similarity;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import wiredesk.ingest.copy.Zone;

/**
 * The runs of {@value #WORDS} words in a row that a story has, each as a number. Words are lower-cased letters and
 * digits, punctuation is dropped; a sign of a script that parts no words is a word. No run goes over a zone's end, so
 * that paragraphs in another order are the same runs. A headline is not in it, which each feed writes anew, nor is what
 * stands beside the story: captions, credits, boxes, sources.
 */
final class Shingles {

    static final int WORDS = 3;

    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    private final IntStream.Builder found = IntStream.builder();
    private final long[] last = new long[WORDS];
    private int words;
    private long word;

    private Shingles() {}

    /** Distinct, in ascending order. Two different runs get one number in one of 2^32 pairs. */
    static int[] of(List<Zone> zones) {
        Shingles shingles = new Shingles();
        zones.stream().filter(Shingles::isStory).forEach(zone -> shingles.read(zone.text()));
        return Arrays.stream(shingles.found.build().toArray())
                .sorted()
                .distinct()
                .toArray();
    }

    /** Mixes all bits into all bits (the finalizer of MurmurHash3, variant 13 of Stafford's, as in SplittableRandom). */
    static long mix(long bits) {
        long mixed = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    private static boolean isStory(Zone zone) {
        return switch (zone.kind()) {
            case LEDE, HEADING, PARAGRAPH, LIST -> true;
            case HEADLINE, CAPTION, CREDIT, BOX, SOURCE -> false;
        };
    }

    private void read(String text) {
        words = 0;
        Normalizer.normalize(text, Normalizer.Form.NFKC).codePoints().forEach(this::read);
        endWord();
    }

    private void read(int sign) {
        if (!Character.isLetterOrDigit(sign)) {
            if (!isPartOfWord(sign)) {
                endWord();
            }
        } else if (partsNoWords(sign)) {
            endWord();
            word = mix(sign);
            endWord();
        } else {
            word = mix(word + MULTIPLIER + Character.toLowerCase(sign));
        }
    }

    private void endWord() {
        if (word == 0) {
            return;
        }
        last[words++ % WORDS] = word;
        word = 0;
        if (words < WORDS) {
            return;
        }
        long run = 0;
        for (int i = words; i < words + WORDS; i++) { // from the oldest on
            run = mix(run * MULTIPLIER + last[i % WORDS]);
        }
        found.add((int) run);
    }

    /** An apostrophe or a combining mark, with which one feed writes what another leaves out. */
    private static boolean isPartOfWord(int sign) {
        return sign == '\'' || sign == '\u2019' || Character.getType(sign) == Character.NON_SPACING_MARK;
    }

    private static boolean partsNoWords(int sign) {
        return sign >= 0x0E00 // Thai, the first of them
                && switch (Character.UnicodeScript.of(sign)) {
                    case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
                    default -> false;
                };
    }
}
