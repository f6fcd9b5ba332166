package wiredesk.enrich.text;

import java.util.Locale;

/** What a zone of an article is, in the design's words. */
public enum ZoneKind {
    HEADLINE,
    LEDE,
    HEADING,
    PARAGRAPH,
    LIST,
    CAPTION,
    CREDIT,
    BOX,
    SOURCE;

    /**
     * Whether the zone's words may earn a tag: a credit, a product box and a source line are not the article's own
     * text.
     */
    public boolean earns() {
        return switch (this) {
            case HEADLINE, LEDE, HEADING, PARAGRAPH, LIST, CAPTION -> true;
            case CREDIT, BOX, SOURCE -> false;
        };
    }

    /** The kind's name as records and rule files spell it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
