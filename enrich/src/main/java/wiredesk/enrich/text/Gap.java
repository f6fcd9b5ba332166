package wiredesk.enrich.text;

/** What stands between a word and the word before it; it decides which phrases and sentences hold together. */
public enum Gap {
    /**
     * Only white space, one hyphen, an apostrophe, or one sign within a name: {@code AI Act}, {@code AI-Act}, {@code l'Union},
     * {@code R&D}.
     */
    JOINED,
    /** Other punctuation inside one sentence: no phrase crosses it. */
    PARTED,
    /** The end of a sentence, or the beginning of the text. */
    SENTENCE
}
