package wiredesk.runtime;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.component.LifeCycle;

/**
 * Closes a connection whose first request has not come in, headers and all, within a time: against clients that send a
 * byte now and then, each of which sets an idle timeout back.
 */
final class FirstRequestInTime implements Connection.Listener, LifeCycle.Listener {

    private final Server server;
    private final Duration within;

    private FirstRequestInTime(Server server, Duration within) {
        this.server = server;
        this.within = within;
    }

    static void on(Server server, Duration within) {
        server.addEventListener(new FirstRequestInTime(server, within));
    }

    /** The server's connectors are known only then. */
    @Override
    public void lifeCycleStarting(LifeCycle starting) {
        server.addBeanToAllConnectors(this);
    }

    @Override
    public void onOpened(Connection connection) {
        server.getScheduler()
                .schedule(
                        () -> {
                            if (connection.getMessagesIn() == 0) {
                                connection.getEndPoint().close();
                            }
                        },
                        within.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    @Override
    public void onClosed(Connection connection) {
        // What was scheduled finds it closed, and does nothing.
    }
}
