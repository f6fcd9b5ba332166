package wiredesk.ingest.format;

/** Why a payload is refused. The slugs stand in problem types and in dead letters' headers: they never change. */
public enum Kind {
    /** Nothing in it, or white space only. */
    EMPTY("empty"),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type"),
    /** The bytes are not text in the character set that they should be in. */
    BAD_CHARSET("bad-charset"),
    /** Text, but not of the format's grammar. */
    MALFORMED("malformed"),
    /** Of the format's grammar, but it says something impossible, or lacks something needed. */
    INVALID("invalid"),
    /** Of the format, but no article: a package, a plan, a concept. */
    NOT_NEWS("not-news");

    private final String slug;

    Kind(String slug) {
        this.slug = slug;
    }

    public String slug() {
        return slug;
    }
}
