package wiredesk.runtime;

import java.util.List;

/** What one service is, besides being a process: the process is handed to it to build itself with. */
public interface Service {

    /** Its name in logs, metrics, dead letters and, with {@code wiredesk-} before it, as a consumer group. */
    String name();

    /** What it does, in one line for {@code --help}. */
    String purpose();

    /** Every setting that it takes. */
    List<Setting<?>> settings();

    /** Builds the service: what it follows, its HTTP routes, its topology. Returns when it has begun to run. */
    void start(ServiceProcess process) throws InterruptedException;
}
