/**
 * Tagging: runs a book of {@code rule} over the words of {@code text} and says which tags an article earned, and by
 * which words.
 *
 * <p>Values in, values out, deterministic: one text and one book give the same tags and the same evidence on every
 * machine. The way in is {@link wiredesk.enrich.tagging.Tagger}; {@link wiredesk.enrich.tagging.ExampleCheck} runs a
 * rule file's own examples through it. The work is a dictionary look-up per word ({@code Lexicon}), then interval
 * arithmetic on the places found ({@code Matching}), then a score ({@code Weighing}).
 */
@NullMarked
package wiredesk.enrich.tagging;

import org.jspecify.annotations.NullMarked;
