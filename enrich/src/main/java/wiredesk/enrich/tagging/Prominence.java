package wiredesk.enrich.tagging;

import wiredesk.enrich.text.ZoneKind;

/**
 * How much of a rule's weight a match is worth, by the zone in which it stands: the headline and the lede say what an
 * article is about, the rest says what it also mentions.
 */
final class Prominence {

    private Prominence() {}

    /** From 0 to 1. */
    static double of(ZoneKind kind) {
        return switch (kind) {
            case HEADLINE, LEDE -> 1.0;
            case HEADING -> 0.8;
            case PARAGRAPH, LIST -> 0.6;
            case CAPTION -> 0.4;
            case CREDIT, BOX, SOURCE -> 0.0;
        };
    }
}
