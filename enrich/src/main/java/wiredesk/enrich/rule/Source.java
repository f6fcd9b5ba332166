package wiredesk.enrich.rule;

/** A file as an editor wrote it; nothing is opened by its name, which only tells people where a problem is. */
public record Source(String name, String yaml) {}
