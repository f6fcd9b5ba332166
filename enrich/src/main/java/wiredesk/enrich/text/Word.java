package wiredesk.enrich.text;

/**
 * One word of a text.
 *
 * @param written the word as it stands, composed (NFC), without invisible characters and without an acronym's dots
 * @param folded the word without case and diacritics, see {@link Folding}
 * @param begin where it begins in its text, counted in Unicode code points
 * @param end where it ends, exclusive, counted alike
 * @param before what stands between it and the word before it
 */
public record Word(String written, String folded, int begin, int end, Gap before) {}
