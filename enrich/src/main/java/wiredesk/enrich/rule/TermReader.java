package wiredesk.enrich.rule;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import wiredesk.enrich.text.Gap;
import wiredesk.enrich.text.Word;
import wiredesk.enrich.text.Words;

/** Reads a term with the words of {@code text}, so that a term is cut as the article will be. */
final class TermReader {

    /** Shorter prefixes match half of a dictionary. */
    private static final int SHORTEST_PREFIX = 3;

    private final Complaints complaints;

    TermReader(Complaints complaints) {
        this.complaints = complaints;
    }

    /** The term, or one that stands for nothing after a complaint. */
    Term read(String written, Node.Place place) {
        boolean exact = written.startsWith("=");
        BitSet stars = new BitSet();
        StringBuilder plain = new StringBuilder();
        written.substring(exact ? 1 : 0).codePoints().forEach(c -> {
            if (c == '*') {
                stars.set(plain.codePointCount(0, plain.length()));
            } else {
                plain.appendCodePoint(c);
            }
        });
        return term(Words.of(plain.toString()), exact, stars, written, place);
    }

    private Term term(List<Word> words, boolean exact, BitSet stars, String written, Node.Place place) {
        List<Term.Part> parts = new ArrayList<>();
        for (Word word : words) {
            boolean prefix = stars.get(word.end());
            stars.clear(word.end());
            String text = exact ? word.written() : word.folded();
            if (prefix && text.codePointCount(0, text.length()) < SHORTEST_PREFIX) {
                complaints.at(place, "`" + text + "*` is too short; write at least three letters before `*`");
            }
            if (!parts.isEmpty() && word.before() != Gap.JOINED) {
                complaints.at(place, "no phrase crosses punctuation; write two terms for `" + written + "`");
            }
            parts.add(new Term.Part(text, prefix));
        }
        if (!stars.isEmpty()) {
            complaints.at(place, "`*` stands only at the end of a word; mend `" + written + "`");
        }
        if (parts.isEmpty()) {
            complaints.at(place, "a term needs a letter or a digit; write a word or a phrase");
            parts.add(new Term.Part("", false));
        }
        return new Term(parts, exact);
    }
}
