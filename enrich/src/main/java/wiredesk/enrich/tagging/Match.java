package wiredesk.enrich.tagging;

/**
 * What one rule found in an article.
 *
 * @param tag the number of the rule's tag in the book
 * @param rule the rule's number in its program
 * @param strength how surely the article says it, above 0 and below 1
 * @param first the first word of each match that counts, at most three
 * @param last the last word of each, included
 */
@SuppressWarnings("ArrayRecordComponent") // words that nobody compares
record Match(int tag, int rule, double strength, int[] first, int[] last) {}
