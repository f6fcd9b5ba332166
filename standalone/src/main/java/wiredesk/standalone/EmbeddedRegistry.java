package wiredesk.standalone;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import wiredesk.runtime.PlatformException;

/** Apicurio Registry as a child process, with its data in a file. */
final class EmbeddedRegistry implements AutoCloseable {

    private static final Duration READY_WITHIN = Duration.ofSeconds(60);
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    private static final int STOPS_WITHIN_SECONDS = 3;

    private final Process process;
    private final URI ready;
    private final Path log;

    private EmbeddedRegistry(Process process, URI ready, Path log) {
        this.process = process;
        this.ready = ready;
        this.log = log;
    }

    /** Begins to start it; {@link #awaitReady} waits for it. */
    static EmbeddedRegistry start(Path home, Path folder, Path logs, int port, int managementPort) {
        Path jar = home.resolve("quarkus-run.jar");
        if (Files.notExists(jar)) {
            throw new PlatformException("No registry in " + home + ". Build it first: mvn package");
        }
        Path log = logs.resolve("registry.log");
        try {
            Files.createDirectories(folder);
            Files.createDirectories(logs);
            ProcessBuilder builder = new ProcessBuilder(command(jar)).redirectErrorStream(true);
            builder.redirectOutput(log.toFile());
            builder.environment().putAll(environment(folder, port, managementPort));
            return new EmbeddedRegistry(
                    builder.start(), URI.create("http://127.0.0.1:" + managementPort + "/health/ready"), log);
        } catch (IOException | URISyntaxException e) {
            throw new PlatformException("The registry cannot be started: " + e, e);
        }
    }

    private static List<String> command(Path jar) throws URISyntaxException {
        Path ours = Path.of(RegistryMain.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-cp",
                jar + System.getProperty("path.separator") + ours,
                RegistryMain.class.getName(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint");
    }

    private static Map<String, String> environment(Path folder, int port, int managementPort) {
        return Map.ofEntries(
                Map.entry("QUARKUS_HTTP_HOST", "127.0.0.1"),
                Map.entry("QUARKUS_HTTP_PORT", Integer.toString(port)),
                Map.entry("QUARKUS_MANAGEMENT_HOST", "127.0.0.1"),
                Map.entry("QUARKUS_MANAGEMENT_PORT", Integer.toString(managementPort)),
                Map.entry("QUARKUS_BANNER_ENABLED", "false"),
                Map.entry("APICURIO_STORAGE_KIND", "sql"),
                Map.entry("APICURIO_STORAGE_SQL_KIND", "h2"),
                // Without WRITE_DELAY=0 a kill -9 loses acknowledged schemas and gives their ids out again.
                Map.entry("APICURIO_DATASOURCE_URL", "jdbc:h2:file:" + folder.resolve("registry") + ";WRITE_DELAY=0"),
                Map.entry("APICURIO_DATASOURCE_JDBC_INITIAL_SIZE", "2"),
                Map.entry("APICURIO_DATASOURCE_JDBC_MIN_SIZE", "2"),
                Map.entry("APICURIO_DATASOURCE_JDBC_MAX_SIZE", "8"));
    }

    void awaitReady() throws InterruptedException {
        HttpRequest look =
                HttpRequest.newBuilder(ready).timeout(Duration.ofSeconds(2)).build();
        long deadline = System.nanoTime() + READY_WITHIN.toNanos();
        try (HttpClient http = HttpClient.newHttpClient()) {
            while (System.nanoTime() < deadline) {
                if (!process.isAlive()) {
                    throw new PlatformException(
                            "The registry ended with status " + process.exitValue() + ". Its log is " + log);
                }
                if (isReady(http, look)) {
                    return;
                }
                LockSupport.parkNanos(LOOK_EVERY.toNanos());
            }
        }
        throw new PlatformException(
                "The registry was not ready within " + READY_WITHIN.toSeconds() + " s. Its log is " + log);
    }

    private static boolean isReady(HttpClient http, HttpRequest look) throws InterruptedException {
        try {
            return http.send(look, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false; // Not listening yet.
        }
    }

    /** Runs when the child ends by itself. */
    void onEnd(Runnable action) {
        var _ = process.onExit().thenRun(action);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.onExit().get(STOPS_WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | InterruptedException | ExecutionException e) {
            process.destroyForcibly(); // Every write that it acknowledged is on disk.
        }
    }
}
