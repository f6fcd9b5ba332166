/** Articles and rules that are made, not taken from anybody: the same ones for the same seed, on every machine. */
@NullMarked
package wiredesk.bench.corpus;

import org.jspecify.annotations.NullMarked;
