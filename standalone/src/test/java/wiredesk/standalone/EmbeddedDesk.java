package wiredesk.standalone;

import java.nio.file.Path;

/** A desk in this JVM, on ports of its own. */
public final class EmbeddedDesk implements Desk, AutoCloseable {

    private final Standalone standalone;

    public EmbeddedDesk(Path data) throws InterruptedException {
        Path home = Path.of("..").toAbsolutePath().normalize();
        standalone = Standalone.start(
                new Standalone.Options(
                        data,
                        Ports.free(),
                        home.resolve("standalone/target/registry"),
                        home.resolve("taxonomy"),
                        home.resolve("channels")),
                step -> {});
    }

    @Override
    public String gatewayUrl() {
        return standalone.gatewayUrl();
    }

    @Override
    public String bootstrap() {
        return standalone.bootstrap();
    }

    @Override
    public String registryUrl() {
        return standalone.registryUrl();
    }

    @Override
    public void close() {
        standalone.close();
    }
}
