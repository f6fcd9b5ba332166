package wiredesk.ingest.copy;

/** What a zone is. Credits, boxes and sources are never body text: they stand beside it and earn no tag. */
public enum ZoneKind {
    HEADLINE,
    LEDE,
    HEADING,
    PARAGRAPH,
    LIST,
    CAPTION,
    CREDIT,
    BOX,
    SOURCE
}
