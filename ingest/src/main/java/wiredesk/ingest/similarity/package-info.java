/**
 * Whether an article tells what another one told before: the same wire story through two feeds. {@code copy} says which
 * words are the story's; here their shingles become a signature of fixed size, and the signatures of the last two days
 * an index that is asked for the first article with nearly the same words. {@code revision} knows nothing of it: a mark
 * changes neither which version stands nor what a version says.
 *
 * <p>Pure: seeds are fixed and the time is handed in, so that every instance makes the same of the same articles.
 */
@NullMarked
package wiredesk.ingest.similarity;

import org.jspecify.annotations.NullMarked;
