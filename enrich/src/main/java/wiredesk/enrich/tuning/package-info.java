/**
 * How good rules are, and how to weigh them: judges a book of {@code rule} by labelled items, through {@code tagging},
 * and learns weights and thresholds from them.
 *
 * <p>Editors and their machines use this, never the service. Everything is deterministic: chance comes from seeds.
 */
@NullMarked
package wiredesk.enrich.tuning;

import org.jspecify.annotations.NullMarked;
