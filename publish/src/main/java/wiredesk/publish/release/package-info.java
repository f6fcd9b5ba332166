/** When a version may go out. Pure: its embargo and the time go in, a decision comes out. */
@NullMarked
package wiredesk.publish.release;

import org.jspecify.annotations.NullMarked;
