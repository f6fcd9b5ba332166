package wiredesk.enrich.rule;

import java.util.Locale;

/** Drops a match when another pattern matches in its neighbourhood, whatever zones the rule itself looks at. */
public record Unless(Scope scope, Pattern pattern) {

    /** How far from the match to look. */
    public enum Scope {
        /** The other shares a word with the match. */
        MATCH,
        /** The other is in the match's sentence. */
        SENTENCE,
        /** The other is in the match's zone. */
        PARAGRAPH,
        /** The other is anywhere in the article. */
        ARTICLE;

        /** The scope's name as rule files spell it. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
