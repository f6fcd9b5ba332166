/**
 * What the tagging engine is held against: the floor, which only reads the text and looks its words up, and others who
 * answer the same questions, each with the same articles and rules and as well tuned as we know how.
 */
@NullMarked
package wiredesk.bench.peer;

import org.jspecify.annotations.NullMarked;
