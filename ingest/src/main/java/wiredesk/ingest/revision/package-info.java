/**
 * Which of an article's versions stands. {@code format} says what a submission claims of itself and {@code copy} what
 * its words are; here that is weighed against what is remembered of the article, and decided: accept, duplicate, stale,
 * killed. The topology keeps what is remembered and acts on the decision.
 *
 * <p>Pure: a decision depends on its two arguments alone, so whatever order events come in, it can be played through.
 */
@NullMarked
package wiredesk.ingest.revision;

import org.jspecify.annotations.NullMarked;
