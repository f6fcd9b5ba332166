/**
 * An article's text as the rules see it: zones, words with their code-point ranges, folds and sentence ends.
 *
 * <p>This is the ground floor of the three pure packages: {@code rule} reads its terms with the same words and folds,
 * so that a term and a text cannot disagree about what a word is, and {@code tagging} matches the one on the other. It
 * knows neither.
 */
@NullMarked
package wiredesk.enrich.text;

import org.jspecify.annotations.NullMarked;
