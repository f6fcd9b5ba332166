package wiredesk.enrich.text;

/** One part of an article's text, in reading order among its neighbours; its index in the article is its name. */
public record Zone(ZoneKind kind, String text) {}
