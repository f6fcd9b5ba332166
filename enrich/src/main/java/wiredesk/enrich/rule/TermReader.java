package wiredesk.enrich.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import wiredesk.enrich.text.Folding;
import wiredesk.enrich.text.Gap;
import wiredesk.enrich.text.Word;
import wiredesk.enrich.text.Words;

/** Reads a term with the words of {@code text}, so that a term is cut as the article will be. */
final class TermReader {

    /** Shorter pieces are in half of a dictionary's words. */
    private static final int SHORTEST_PIECE = 3;

    /** Each hyphen doubles the ways to write a term. */
    private static final int MOST_HYPHENS = 3;

    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final Complaints complaints;

    TermReader(Complaints complaints) {
        this.complaints = complaints;
    }

    /** A part, and whether a hyphen stands before it, which a reader may as well leave out. */
    private record Piece(Term.Part part, boolean hyphen) {}

    /** Adds the term in all its spellings: {@code data-center} is also {@code datacenter}. */
    void read(String raw, Node.Place place, List<Term> terms) {
        String term = raw.strip();
        boolean counter = term.startsWith("!");
        List<Piece> pieces = new ArrayList<>();
        for (String token : SPACE.split((counter ? term.substring(1) : term).strip(), -1)) {
            token(token, term, place, pieces);
        }
        if (pieces.isEmpty()) {
            complaints.at(place, term, "a term needs a letter or a digit; write a word or a phrase");
        } else if (pieces.size() > Term.LONGEST) {
            complaints.at(place, term, "a term has at most " + Term.LONGEST + " words; shorten `" + term + "`");
        } else {
            spell(pieces, 0, List.of(), counter, terms);
        }
    }

    private void token(String token, String written, Node.Place place, List<Piece> pieces) {
        boolean exact = token.startsWith("=");
        boolean hyphen = false;
        int from = exact ? 1 : 0;
        for (int i = from; i <= token.length(); i++) {
            boolean dash = i < token.length() && "-\u2010\u2011".indexOf(token.charAt(i)) >= 0;
            if (i == token.length() || dash || "'\u2019\u02BC\u2018".indexOf(token.charAt(i)) >= 0) {
                piece(token.substring(from, i), exact, hyphen && from < i, written, place, pieces);
                from = i + 1;
                hyphen = dash;
            }
        }
    }

    private void piece(
            String piece, boolean exact, boolean hyphen, String written, Node.Place place, List<Piece> pieces) {
        boolean open = piece.startsWith("*");
        boolean tail = piece.length() > 1 && piece.endsWith("*");
        String core = piece.substring(open ? 1 : 0, piece.length() - (tail ? 1 : 0));
        if (core.indexOf('*') >= 0 || core.indexOf('=') >= 0 || core.indexOf('!') >= 0) {
            complaints.at(
                    place,
                    written,
                    "`*` stands at either end of a word, `=` and `!` before it; mend `" + written + "`");
            return;
        }
        if (exact && (open || tail)) {
            complaints.at(place, written, "`=` and `*` contradict each other; keep one of them in `" + written + "`");
        }
        List<Word> words = Words.of(core);
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            if (i > 0 && word.before() != Gap.JOINED) {
                complaints.at(place, written, "no phrase crosses punctuation; write two terms for `" + written + "`");
            }
            Term.Part part = part(word, exact, open && i == 0, tail && i == words.size() - 1);
            if (part.kind().isPiece()
                    && part.text().codePointCount(0, part.text().length()) < SHORTEST_PIECE) {
                complaints.at(place, written, "`" + part + "` is too short; write at least three letters beside `*`");
            }
            pieces.add(new Piece(part, hyphen && i == 0 && !pieces.isEmpty()));
        }
    }

    private static Term.Part part(Word word, boolean exact, boolean open, boolean tail) {
        String lower = word.written().toLowerCase(Locale.ROOT);
        if (open || tail) {
            Term.Kind kind = !open ? Term.Kind.PREFIX : tail ? Term.Kind.INFIX : Term.Kind.SUFFIX;
            return new Term.Part(kind, Folding.fold(lower));
        }
        if (exact) {
            return lower.equals(word.written())
                    ? new Term.Part(Term.Kind.FORM, lower)
                    : new Term.Part(Term.Kind.CASED, word.written());
        }
        return new Term.Part(Term.Kind.STEM, lower);
    }

    private void spell(List<Piece> pieces, int at, List<Term.Part> before, boolean counter, List<Term> terms) {
        if (at == pieces.size()) {
            terms.add(new Term(before, counter));
            return;
        }
        Piece piece = pieces.get(at);
        List<Term.Part> apart = new ArrayList<>(before);
        apart.add(piece.part());
        spell(pieces, at + 1, apart, counter, terms);
        if (piece.hyphen() && pieces.stream().filter(Piece::hyphen).count() <= MOST_HYPHENS) {
            joined(before.getLast(), piece.part()).ifPresent(part -> {
                List<Term.Part> together = new ArrayList<>(before.subList(0, before.size() - 1));
                together.add(part);
                spell(pieces, at + 1, together, counter, terms);
            });
        }
    }

    /** Two parts as one word, unless a star stands between them. */
    private static Optional<Term.Part> joined(Term.Part left, Term.Part right) {
        boolean starts = left.kind() == Term.Kind.SUFFIX;
        boolean ends = right.kind() == Term.Kind.PREFIX;
        String text = left.text() + right.text();
        if (left.kind() == right.kind() && !starts && !ends && left.kind() != Term.Kind.INFIX) {
            return Optional.of(new Term.Part(left.kind(), text));
        }
        if (left.kind() == Term.Kind.STEM && ends) {
            return Optional.of(new Term.Part(Term.Kind.PREFIX, Folding.fold(text)));
        }
        if (starts && right.kind() == Term.Kind.STEM) {
            return Optional.of(new Term.Part(Term.Kind.SUFFIX, Folding.fold(text)));
        }
        return Optional.empty();
    }
}
