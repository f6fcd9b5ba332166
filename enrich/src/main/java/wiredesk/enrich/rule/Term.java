package wiredesk.enrich.rule;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A word or a phrase of a concept: words that stand side by side.
 *
 * @param counter whether the concept does not match where this does ({@code !open source})
 */
public record Term(List<Part> parts, boolean counter) {

    /** The most words of a term: what a text costs is bounded by it. */
    public static final int LONGEST = 8;

    /** How a part is compared with a word of a text. */
    public enum Kind {
        /** By the language's stem, or by the stem of the folded word: {@code opens}. */
        STEM,
        /** By its letters, whatever their case: {@code =opens}. */
        FORM,
        /** By its letters and their case: {@code =DORA}. */
        CASED,
        /** By the folded word's beginning: {@code datenschutz*}. */
        PREFIX,
        /** By the folded word's end: {@code *gesetz}. */
        SUFFIX,
        /** By a piece of the folded word: {@code *daten*}. */
        INFIX;

        /** Whether it is compared with a piece of a word. */
        boolean isPiece() {
            return this == PREFIX || this == SUFFIX || this == INFIX;
        }
    }

    /**
     * One word of a term.
     *
     * @param text in lower case for a stem or a form, as written when cased, else folded
     */
    public record Part(Kind kind, String text) {

        @Override
        public String toString() {
            return switch (kind) {
                case STEM -> text;
                case FORM, CASED -> "=" + text;
                case PREFIX -> text + "*";
                case SUFFIX -> "*" + text;
                case INFIX -> "*" + text + "*";
            };
        }
    }

    public Term {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("a term has at least one word");
        }
    }

    /** The term as an editor would write it. */
    @Override
    public String toString() {
        return parts.stream().map(Part::toString).collect(Collectors.joining(" ", counter ? "!" : "", ""));
    }
}
