package wiredesk.enrich.tagging;

import wiredesk.enrich.text.ZoneKind;

/**
 * How much of a rule's weight a match is worth, by where it stands. News says first what it is about, and later more and
 * more what it also mentions: the first {@value #OPENING} words count in full, and from there a match counts for less the
 * more words stand before it, half after another {@value #HALVES}. Words are counted rather than zones, for a feed's
 * headline may hold a whole article, and an article may have no headline.
 */
final class Prominence {

    /** A headline and a lede, as feeds bring them. */
    private static final int OPENING = 30;

    private static final double HALVES = 40;

    /** Many items are a headline and nothing else: it has to be enough. */
    private static final double HEADLINE = 0.95;

    /** One match in a text is not all that it can say: two are surer. */
    private static final double TEXT = 0.7;

    private static final double CAPTION = 0.4;

    private Prominence() {}

    /**
     * From 0 to 1.
     *
     * @param floor the least share that is left to a match, however many words stand before it
     * @param word how many words of the article that may earn stand before the match
     */
    static double of(ZoneKind kind, int word, double floor) {
        double worth = switch (kind) {
            case HEADLINE -> HEADLINE;
            case LEDE, HEADING, PARAGRAPH, LIST -> TEXT;
            case CAPTION -> CAPTION;
            case CREDIT, BOX, SOURCE -> 0;
        };
        return word <= OPENING ? worth : worth * Math.max(floor, HALVES / (HALVES + word - OPENING));
    }
}
