/**
 * What every service needs to be a process: settings, a Kafka Streams runner, health, metrics, an HTTP server, dead
 * letters, the clock. It knows no article: a service hands it a topology and a few questions to ask.
 */
@NullMarked
package wiredesk.runtime;

import org.jspecify.annotations.NullMarked;
