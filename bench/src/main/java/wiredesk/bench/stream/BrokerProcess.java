package wiredesk.bench.stream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import wiredesk.standalone.Ports;
import wiredesk.standalone.RegistryMain;

/** A broker as a child process, so that what is measured here is not the broker's. */
public final class BrokerProcess implements AutoCloseable {

    private final Process process;
    private final int port;

    private BrokerProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Begins to start one with its data in this folder; clients wait for it by themselves. */
    public static BrokerProcess start(Path folder) {
        Ports ports = Ports.free();
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                RegistryMain.class.getName(),
                BrokerMain.class.getName(),
                folder.toString(),
                Integer.toString(ports.kafka()),
                Integer.toString(ports.controller()));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolveSibling("broker.log").toFile())
                    .start();
            return new BrokerProcess(process, ports.kafka());
        } catch (IOException e) {
            throw new UncheckedIOException("The broker's process cannot be started", e);
        }
    }

    /** Where clients find it. */
    public String bootstrap() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
