package wiredesk.enrich.rule;

import java.util.List;
import java.util.stream.Collectors;
import wiredesk.enrich.text.Folding;
import wiredesk.enrich.text.Gap;
import wiredesk.enrich.text.Word;

/**
 * A word or a phrase of a concept: words that stand side by side.
 *
 * @param exact whether case and diacritics must be as written ({@code =DORA})
 */
public record Term(List<Part> parts, boolean exact) {

    /**
     * One word of a term.
     *
     * @param text as {@link Word#written} has it when the term is exact, else as {@link Word#folded} has it
     * @param prefix whether any word that begins so will do ({@code implant*})
     */
    public record Part(String text, boolean prefix) {}

    public Term {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("a term has at least one word");
        }
    }

    /** The first word's folded form: what every occurrence of the term begins with. */
    public String anchor() {
        return Folding.fold(parts.getFirst().text());
    }

    /** Whether the term stands at this place of a text. */
    public boolean standsAt(List<Word> words, int at) {
        if (at + parts.size() > words.size()) {
            return false;
        }
        for (int i = 0; i < parts.size(); i++) {
            Word word = words.get(at + i);
            if ((i > 0 && word.before() != Gap.JOINED) || !fits(parts.get(i), word)) {
                return false;
            }
        }
        return true;
    }

    private boolean fits(Part part, Word word) {
        String form = exact ? word.written() : word.folded();
        return part.prefix() ? form.startsWith(part.text()) : form.equals(part.text());
    }

    /** The term as an editor would write it. */
    @Override
    public String toString() {
        String words =
                parts.stream().map(p -> p.text() + (p.prefix() ? "*" : "")).collect(Collectors.joining(" "));
        return exact ? "=" + words : words;
    }
}
