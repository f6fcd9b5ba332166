/**
 * What the words of an article are: zones and language. {@code format} hands over blocks of raw text, whatever they
 * were written in; here, and nowhere else, it is decided which of them is a lede, a caption, a credit or a product box,
 * because the tagging service believes some zones and not others. {@code revision} fingerprints the result.
 *
 * <p>Pure: values in, values out. This package knows neither of its neighbours.
 */
@NullMarked
package wiredesk.ingest.copy;

import org.jspecify.annotations.NullMarked;
