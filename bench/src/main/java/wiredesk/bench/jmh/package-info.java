/** Each part of the work by itself, for whoever changes one; see the module's README for the commands. */
@NullMarked
package wiredesk.bench.jmh;

import org.jspecify.annotations.NullMarked;
