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

    private final Terms terms;

    private int article;
    private final int[] termStamp;
    private final int[] termHead;
    private final int[] termTail;
    private final int[] termCount;
    private int places;
    private int[] placeWord = new int[256];
    private int[] placeNext = new int[256];

    private final int[] conceptStamp;
    private final int[] conceptHead;
    private final int[] counterStamp;
    private final int[] counterHead;
    private int links;
    private int[] linkTerm = new int[256];
    private int[] linkNext = new int[256];
    private final IntRow present = new IntRow();

    /** What concepts matched, kept for the next rule that speaks of them. */
    private final Spans kept = new Spans();

    private final int[] keptStamp;
    private final int[] keptFrom;
    private final int[] keptTo;

    Hits(Terms terms, int concepts) {
        this.terms = terms;
        termStamp = new int[terms.size()];
        termHead = new int[terms.size()];
        termTail = new int[terms.size()];
        termCount = new int[terms.size()];
        conceptStamp = new int[concepts];
        conceptHead = new int[concepts];
        counterStamp = new int[concepts];
        counterHead = new int[concepts];
        keptStamp = new int[concepts];
        keptFrom = new int[concepts];
        keptTo = new int[concepts];
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
            int to = forms.atomsTo(form);
            for (int i = forms.atomsFrom(form); i < to; i++) {
                int node = terms.root(atoms[i]);
                if (node != 0) {
                    follow(node, word, word + 1, reading, forms);
                }
            }
        }
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
        if (termStamp[term] != article) {
            termStamp[term] = article;
            termCount[term] = 0;
            announce(term);
        } else if (termCount[term] == MOST_PLACES) {
            return;
        }
        if (places == placeWord.length) {
            placeWord = Arrays.copyOf(placeWord, 2 * places);
            placeNext = Arrays.copyOf(placeNext, 2 * places);
        }
        placeWord[places] = word;
        placeNext[places] = -1;
        if (termCount[term]++ == 0) {
            termHead[term] = places;
        } else {
            placeNext[termTail[term]] = places;
        }
        termTail[term] = places++;
    }

    /** A term's first place tells its concepts that they are there. */
    private void announce(int term) {
        for (int i = terms.conceptsFrom(term); i < terms.conceptsTo(term); i++) {
            int concept = terms.concept(i);
            if (concept >= 0) {
                if (conceptStamp[concept] != article) {
                    conceptStamp[concept] = article;
                    conceptHead[concept] = -1;
                    present.add(concept);
                }
                conceptHead[concept] = link(term, conceptHead[concept]);
            } else {
                if (counterStamp[~concept] != article) {
                    counterStamp[~concept] = article;
                    counterHead[~concept] = -1;
                }
                counterHead[~concept] = link(term, counterHead[~concept]);
            }
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
        return conceptStamp[concept] == article;
    }

    /** Puts the concept's minimal matches on the stack, counter-terms heeded. */
    void push(int concept, Spans stack) {
        if (!has(concept)) {
            return;
        }
        if (keptStamp[concept] != article) {
            keptStamp[concept] = article;
            keptFrom[concept] = kept.size();
            match(concept);
            keptTo[concept] = kept.size();
        }
        stack.pushAll(kept, keptFrom[concept], keptTo[concept]);
    }

    private void match(int concept) {
        int base = kept.size();
        collect(conceptHead[concept], kept);
        if (counterStamp[concept] == article) {
            int counters = kept.size();
            collect(counterHead[concept], kept);
            kept.dropTouching(base, counters);
        }
        kept.minimal(base);
    }

    private void collect(int head, Spans stack) {
        int base = stack.size();
        for (int link = head; link >= 0; link = linkNext[link]) {
            int length = terms.length(linkTerm[link]);
            for (int place = termHead[linkTerm[link]]; place >= 0; place = placeNext[place]) {
                stack.push(placeWord[place], placeWord[place] + length - 1);
            }
        }
        if (linkNext[head] >= 0) {
            stack.sort(base);
        }
    }
}
