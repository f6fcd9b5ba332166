package wiredesk.enrich.tagging;

import java.util.Arrays;
import wiredesk.enrich.text.Forms;
import wiredesk.enrich.text.Gap;
import wiredesk.enrich.text.Reading;

/**
 * Where the terms stand in one article, and which concepts it has. Nothing is cleared between articles: each has a number,
 * and what was stamped with another one counts for nothing.
 */
final class Hits {

    /**
     * The most places of one term that are looked at in an article; the first in reading order. It bounds what a rule can
     * cost, whatever the text: see {@code taxonomy/README.md}.
     */
    static final int MOST_PLACES = 1_000;

    private static final int TERM = 4;
    private static final int FIRST_PLACE = 1;
    private static final int LAST_PLACE = 2;
    private static final int PLACES = 3;

    private static final int CONCEPT = 8;
    private static final int TERMS = 1;
    private static final int COUNTER_STAMP = 2;
    private static final int COUNTER_TERMS = 3;
    private static final int KEPT_STAMP = 4;
    private static final int KEPT_FROM = 5;
    private static final int KEPT_TO = 6;

    private final Terms terms;

    private int article;

    /** Of each term, side by side: the article's stamp, the first and last of its places, how many they are. */
    private final int[] termState;

    private int places;
    private int[] placeWord = new int[256];
    private int[] placeNext = new int[256];

    /** Of each concept, side by side: a stamp and what it stamps, thrice; see the constants. */
    private final int[] state;

    private int links;
    private int[] linkTerm = new int[256];
    private int[] linkNext = new int[256];
    private final IntRow present = new IntRow();

    /** What concepts matched, kept for the next rule that speaks of them. */
    private final Spans kept = new Spans();

    Hits(Terms terms, int concepts) {
        this.terms = terms;
        termState = new int[TERM * terms.size()];
        state = new int[CONCEPT * concepts];
    }

    /** Looks an article's words up. */
    void find(Reading reading, Forms forms) {
        article++;
        places = 0;
        links = 0;
        present.clear();
        kept.cut(0);
        int size = reading.size();
        int[] atoms = forms.atoms();
        for (int word = 0; word < size; word++) {
            int form = reading.form(word);
            int from = forms.atomsFrom(form);
            int to = forms.atomsTo(form);
            if (from == to) {
                continue;
            }
            long next = word + 1 < size && reading.before(word + 1) == Gap.JOINED
                    ? hints(atoms, reading.form(word + 1), forms)
                    : 0;
            for (int i = from; i < to; i++) {
                long hints = terms.hints(atoms[i]);
                if (hints < 0 || (hints & next) != 0) {
                    follow(terms.root(atoms[i]), word, word + 1, reading, forms);
                }
            }
        }
    }

    private static long hints(int[] atoms, int form, Forms forms) {
        int to = forms.atomsTo(form);
        long hints = 0;
        for (int i = forms.atomsFrom(form); i < to; i++) {
            hints |= Terms.hint(atoms[i]);
        }
        return hints;
    }

    private void follow(int node, int first, int next, Reading reading, Forms forms) {
        int term = terms.termAt(node);
        if (term >= 0) {
            add(term, first);
        }
        if (next >= reading.size() || reading.before(next) != Gap.JOINED) {
            return;
        }
        int form = reading.form(next);
        int to = forms.atomsTo(form);
        int[] atoms = forms.atoms();
        for (int i = forms.atomsFrom(form); i < to; i++) {
            int deeper = terms.next(node, atoms[i]);
            if (deeper != 0) {
                follow(deeper, first, next + 1, reading, forms);
            }
        }
    }

    private void add(int term, int word) {
        int at = TERM * term;
        if (termState[at] != article) {
            termState[at] = article;
            termState[at + PLACES] = 0;
            announce(term);
        } else if (termState[at + PLACES] == MOST_PLACES) {
            return;
        }
        if (places == placeWord.length) {
            placeWord = Arrays.copyOf(placeWord, 2 * places);
            placeNext = Arrays.copyOf(placeNext, 2 * places);
        }
        placeWord[places] = word;
        placeNext[places] = -1;
        if (termState[at + PLACES]++ == 0) {
            termState[at + FIRST_PLACE] = places;
        } else {
            placeNext[termState[at + LAST_PLACE]] = places;
        }
        termState[at + LAST_PLACE] = places++;
    }

    /** A term's first place tells its concepts that they are there. */
    private void announce(int term) {
        for (int i = terms.conceptsFrom(term); i < terms.conceptsTo(term); i++) {
            int concept = terms.concept(i);
            boolean counter = concept < 0;
            int at = CONCEPT * (counter ? ~concept : concept) + (counter ? COUNTER_STAMP : 0);
            if (state[at] != article) {
                state[at] = article;
                state[at + TERMS] = -1;
                if (!counter) {
                    present.add(concept);
                }
            }
            state[at + TERMS] = link(term, state[at + TERMS]);
        }
    }

    private int link(int term, int next) {
        if (links == linkTerm.length) {
            linkTerm = Arrays.copyOf(linkTerm, 2 * links);
            linkNext = Arrays.copyOf(linkNext, 2 * links);
        }
        linkTerm[links] = term;
        linkNext[links] = next;
        return links++;
    }

    /** The concepts that the article has, in the order in which they come. */
    IntRow present() {
        return present;
    }

    boolean has(int concept) {
        return state[CONCEPT * concept] == article;
    }

    /** Puts the concept's minimal matches on the stack, counter-terms heeded. */
    void push(int concept, Spans stack) {
        if (!has(concept)) {
            return;
        }
        int at = CONCEPT * concept;
        if (state[at + KEPT_STAMP] != article) {
            state[at + KEPT_STAMP] = article;
            state[at + KEPT_FROM] = kept.size();
            match(at);
            state[at + KEPT_TO] = kept.size();
        }
        stack.pushAll(kept, state[at + KEPT_FROM], state[at + KEPT_TO]);
    }

    private void match(int at) {
        int base = kept.size();
        collect(state[at + TERMS], kept);
        if (state[at + COUNTER_STAMP] == article) {
            int counters = kept.size();
            collect(state[at + COUNTER_TERMS], kept);
            kept.dropTouching(base, counters);
        }
        kept.minimal(base);
    }

    private void collect(int head, Spans stack) {
        int base = stack.size();
        for (int link = head; link >= 0; link = linkNext[link]) {
            int length = terms.length(linkTerm[link]);
            for (int place = termState[TERM * linkTerm[link] + FIRST_PLACE]; place >= 0; place = placeNext[place]) {
                stack.push(placeWord[place], placeWord[place] + length - 1);
            }
        }
        if (linkNext[head] >= 0) {
            stack.sort(base);
        }
    }
}
