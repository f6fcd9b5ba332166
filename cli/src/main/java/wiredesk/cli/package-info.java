/** The commands of {@code ./wiredesk}: what people and scripts do with a desk, run here or elsewhere. */
@NullMarked
package wiredesk.cli;

import org.jspecify.annotations.NullMarked;
