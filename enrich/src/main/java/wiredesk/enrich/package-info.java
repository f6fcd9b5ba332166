/**
 * The enrich service: articles earn their tags. Thin shells around {@link wiredesk.enrich.rule}, the rules as editors
 * write them, and {@link wiredesk.enrich.tagging}, which applies them to what {@link wiredesk.enrich.text} has read.
 */
@NullMarked
package wiredesk.enrich;

import org.jspecify.annotations.NullMarked;
