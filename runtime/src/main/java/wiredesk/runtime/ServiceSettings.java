package wiredesk.runtime;

import java.nio.file.Path;
import java.util.List;

/** The settings that every service has. */
public final class ServiceSettings {

    public static final Setting<String> BOOTSTRAP = Setting.text(
            "kafka.bootstrap.servers", "localhost:9092", "Kafka brokers to begin with, host:port, parted by commas");
    public static final Setting<String> REGISTRY = Setting.text(
            "schema.registry.url",
            "http://localhost:8081/apis/ccompat/v7",
            "where the schema registry's Confluent API is");
    public static final Setting<String> HTTP_HOST =
            Setting.text("http.host", "127.0.0.1", "the address that the service's HTTP side listens on");
    public static final Setting<Path> STATE =
            Setting.folder("state.dir", "state", "what the service keeps on disk; one instance, one folder");
    public static final Setting<String> INSTANCE = Setting.text(
            "instance.id",
            "",
            "a name for this instance that outlives a restart; empty: one is made and kept in state.dir");

    private ServiceSettings() {}

    /** All of them, with the port that a service listens on by default. */
    public static List<Setting<?>> with(Setting<Integer> httpPort, Setting<?>... others) {
        List<Setting<?>> all =
                new java.util.ArrayList<>(List.of(BOOTSTRAP, REGISTRY, HTTP_HOST, httpPort, STATE, INSTANCE));
        all.addAll(List.of(others));
        return List.copyOf(all);
    }

    public static Setting<Integer> httpPort(int fallback) {
        return Setting.port("http.port", fallback, "the port that the service's HTTP side listens on; 0: any");
    }
}
