package wiredesk.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import wiredesk.runtime.PlatformException;
import wiredesk.runtime.PropertiesFile;
import wiredesk.runtime.ServiceSettings;
import wiredesk.runtime.Settings;
import wiredesk.schemas.wire.SchemaRegistry;

/** Where Kafka and the registry are, as the services are told it: a settings file, the environment, or an option. */
final class Connection {

    @Option(
            names = "--bootstrap",
            paramLabel = "HOST:PORT",
            description = "Kafka; default: kafka.bootstrap.servers, else localhost:9092")
    private @Nullable String bootstrap;

    @Option(
            names = "--registry",
            paramLabel = "URL",
            description = "the registry's Confluent API; default: schema.registry.url, else the one of ./wiredesk up")
    private @Nullable String registryUrl;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "a properties file, as a service takes it: kafka.* passes on to the Kafka client")
    private @Nullable Path config;

    private Settings settings() {
        Map<String, String> written = new HashMap<>(config == null ? Map.of() : properties(config));
        Map<String, String> environment = new HashMap<>(System.getenv());
        if (bootstrap != null) {
            environment.put("KAFKA_BOOTSTRAP_SERVERS", bootstrap);
        }
        if (registryUrl != null) {
            environment.put("SCHEMA_REGISTRY_URL", registryUrl);
        }
        return switch (Settings.read(
                written, environment, List.of(ServiceSettings.BOOTSTRAP, ServiceSettings.REGISTRY))) {
            case Settings.Read.Good(Settings settings) -> settings;
            case Settings.Read.Bad(List<String> problems) -> throw new PlatformException(String.join("\n", problems));
        };
    }

    /** Settings for any Kafka client. */
    Map<String, Object> client() {
        Settings settings = settings();
        Map<String, Object> client = new HashMap<>(settings.kafka());
        client.put("bootstrap.servers", settings.get(ServiceSettings.BOOTSTRAP));
        client.putIfAbsent("client.id", "wiredesk-cli");
        client.putIfAbsent("request.timeout.ms", "10000");
        client.putIfAbsent("default.api.timeout.ms", "15000");
        client.putIfAbsent("max.block.ms", "15000");
        return client;
    }

    SchemaRegistry registry() {
        Settings settings = settings();
        return new SchemaRegistry(settings.get(ServiceSettings.REGISTRY), settings.registry());
    }

    private static Map<String, String> properties(Path file) {
        try {
            return PropertiesFile.read(file);
        } catch (IOException e) {
            throw new PlatformException("The settings file cannot be read: " + e, e);
        }
    }
}
