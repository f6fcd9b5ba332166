package wiredesk.bench.stream;

import java.nio.file.Path;
import wiredesk.standalone.EmbeddedBroker;

/** The broker's process. Takes a folder, a port and the controller's port; ends with the process that started it. */
public final class BrokerMain {

    private BrokerMain() {}

    public static void main(String[] args) {
        EmbeddedBroker.start(
                Path.of(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]), Throwable::printStackTrace);
    }
}
