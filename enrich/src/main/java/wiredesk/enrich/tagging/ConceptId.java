package wiredesk.enrich.tagging;

/** A concept of a book: concepts belong to their tag's file, and two files may use one name for two things. */
record ConceptId(String tag, String name) {}
