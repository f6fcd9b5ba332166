/**
 * Everything in one JVM, for one machine: a real broker, a real registry as a child process, and the three services as
 * they are. A convenience: nothing in a service knows that it runs here.
 */
@NullMarked
package wiredesk.standalone;

import org.jspecify.annotations.NullMarked;
