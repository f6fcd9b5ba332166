/**
 * Rule files: what an editor writes about one tag, read strictly, and the immutable book that a set of them makes.
 *
 * <p>Rules are values here, nothing is matched: {@code tagging} runs a book over the words of {@code text}, with which
 * this package reads the words of its terms. A file that cannot be understood is a value too, the list of its problems
 * with their places and cures. YAML stops here.
 */
@NullMarked
package wiredesk.enrich.rule;

import org.jspecify.annotations.NullMarked;
