package wiredesk.enrich.tagging;

import java.util.List;
import wiredesk.enrich.rule.Term;

/**
 * A language's concepts, their terms and the terms' words: most of a program, and what an edit of rules most often leaves
 * alone, so that one book hands it on to the next. Immutable; one serves all threads.
 *
 * @param concepts the terms of each concept, by number
 */
record Lexicon(List<List<Term>> concepts, Atoms atoms, Terms terms) {}
