package wiredesk.enrich.text;

import java.util.Arrays;
import java.util.List;

/**
 * An article's words in one row, each with its form, its sentence and its zone, cut in one pass. Zones that earn nothing
 * are left out at the door: what is not in the row cannot be matched by any rule.
 *
 * <p>A word is a run of letters and digits, with the marks and invisible characters inside it. Hyphens and apostrophes,
 * straight or typographic, part words: {@code l'UE} is two. Single letters with dots between them are one word: {@code
 * R.G.P.D.}.
 *
 * <p>One object reads article after article and allocates only when it meets a longer one. Not for two threads at once.
 */
public final class Reading {

    private static final int COMMON = 0x300;

    /** Characters that begin a word, and those that go on with one, for the scripts of the eight languages. */
    private static final boolean[] STARTS = new boolean[COMMON];

    private static final boolean[] GOES_ON = new boolean[COMMON];

    /** A letter by its Unicode type, an apostrophe by its use. */
    private static final int MODIFIER_APOSTROPHE = 0x02BC;

    static {
        for (int c = 0; c < COMMON; c++) {
            STARTS[c] = startsWord(c);
            GOES_ON[c] = goesOn(c);
        }
    }

    private List<Zone> zones = List.of();
    private char[] text;
    private int length;

    /** A row of dotted letters that a longer word ends is none, from whichever of its letters one begins. */
    private int noAcronymBefore;

    /** Of the word that was cut last. */
    private long hash;

    private int size;
    private int sentences;
    private int[] form;
    private int[] begin;
    private int[] end;
    private int[] zone;
    private int[] sentence;
    private Gap[] before;

    public Reading() {
        this(1 << 10);
    }

    /** One that begins with room for so many words. */
    Reading(int words) {
        text = new char[8 * words];
        form = new int[words];
        begin = new int[words];
        end = new int[words];
        zone = new int[words];
        sentence = new int[words];
        before = new Gap[words];
    }

    /** Reads an article; what was read before is gone. */
    public void read(List<Zone> article, Forms forms) {
        forms.trim();
        zones = article;
        size = 0;
        sentences = -1;
        for (int z = 0; z < article.size(); z++) {
            Zone part = article.get(z);
            if (part.kind().earns()) {
                cut(part.text(), z, forms);
            }
        }
    }

    private void cut(String zoneText, int z, Forms forms) {
        length = zoneText.length();
        if (text.length < length) {
            text = new char[Math.max(length, 2 * text.length)];
        }
        zoneText.getChars(0, length, text, 0);
        int gapFrom = -1;
        noAcronymBefore = 0;
        boolean dotted = false;
        int at = 0;
        while (at < length) {
            char c = text[at];
            if (c < COMMON ? !STARTS[c] : !startsWord(codePoint(at))) {
                at += c < COMMON ? 1 : Character.charCount(codePoint(at));
                continue;
            }
            Gap gap = gapFrom < 0 ? Gap.SENTENCE : gap(gapFrom, at, dotted);
            int start = at;
            at = wordEnd(at, forms);
            dotted = at == start + 1
                    && at < length
                    && text[at] == '.'
                    && start >= noAcronymBefore
                    && dottedEnd(start) > at;
            if (dotted) {
                at = dottedEnd(start);
                hash = forms.hash(text, start, at);
            }
            add(forms.of(text, start, at, hash), start, at, z, gap);
            gapFrom = at;
        }
    }

    private void add(int formNumber, int from, int to, int z, Gap gap) {
        if (size == form.length) {
            grow();
        }
        sentences += gap == Gap.SENTENCE ? 1 : 0;
        form[size] = formNumber;
        begin[size] = from;
        end[size] = to;
        zone[size] = z;
        sentence[size] = sentences;
        before[size] = gap;
        size++;
    }

    private void grow() {
        int most = 2 * size;
        form = Arrays.copyOf(form, most);
        begin = Arrays.copyOf(begin, most);
        end = Arrays.copyOf(end, most);
        zone = Arrays.copyOf(zone, most);
        sentence = Arrays.copyOf(sentence, most);
        before = Arrays.copyOf(before, most);
    }

    /** The end of the run of letters and digits that begins here; their hash is left in {@link #hash}. */
    private int wordEnd(int start, Forms forms) {
        int at = start;
        long sum = Forms.FIRST;
        while (at < length) {
            char c = text[at];
            if (c < COMMON) {
                if (!GOES_ON[c]) {
                    break;
                }
            } else {
                int codePoint = codePoint(at);
                if (!goesOn(codePoint)) {
                    break;
                }
                if (Character.isSupplementaryCodePoint(codePoint)) {
                    sum = forms.more(sum, c);
                    c = text[++at];
                }
            }
            sum = forms.more(sum, c);
            at++;
        }
        hash = sum;
        return at;
    }

    /** Where the dotted acronym that begins here ends, before its last dot; or after its letter, when none begins. */
    private int dottedEnd(int start) {
        int acronym = start;
        int at = start;
        while (at < length && Character.isLetter(codePoint(at))) {
            int after = at + Character.charCount(codePoint(at));
            if (after < length && goesOn(codePoint(after))) {
                noAcronymBefore = at;
                return start;
            }
            acronym = after;
            if (after >= length || text[after] != '.') {
                break;
            }
            at = after + 1;
        }
        return acronym;
    }

    private Gap gap(int from, int to, boolean dotted) {
        if (to == from + 1 && text[from] == ' ') {
            return Gap.JOINED;
        }
        return Gaps.between(text, begin[size - 1], from, to, dotted, codePoint(to));
    }

    private int codePoint(int at) {
        return Character.codePointAt(text, at, length);
    }

    private static boolean startsWord(int c) {
        return Character.isLetterOrDigit(c) && c != MODIFIER_APOSTROPHE;
    }

    private static boolean goesOn(int c) {
        if (startsWord(c)) {
            return true;
        }
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.FORMAT -> true;
            default -> false;
        };
    }

    /** How many words there are. */
    public int size() {
        return size;
    }

    /** The word's number in the forms that it was read with. */
    public int form(int word) {
        return form[word];
    }

    /** What stands between the word and the one before it. */
    public Gap before(int word) {
        return before[word];
    }

    /** The index of the word's zone in the article. */
    public int zone(int word) {
        return zone[word];
    }

    /** Sentences are numbered through the article: no sentence goes on in the next zone. */
    public int sentence(int word) {
        return sentence[word];
    }

    /** What kind of zone the word stands in. */
    public ZoneKind kind(int word) {
        return zones.get(zone[word]).kind();
    }

    /** Where the word begins in its zone's text, in Unicode code points. */
    public int begin(int word) {
        return zones.get(zone[word]).text().codePointCount(0, begin[word]);
    }

    /** Where the word ends, exclusive, counted alike. */
    public int end(int word) {
        return zones.get(zone[word]).text().codePointCount(0, end[word]);
    }

    /** The words from one to another of the same zone, exactly as they stand. */
    public String quote(int first, int last) {
        return zones.get(zone[first]).text().substring(begin[first], end[last]);
    }
}
