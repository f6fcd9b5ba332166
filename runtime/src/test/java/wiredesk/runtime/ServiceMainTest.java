package wiredesk.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In a JVM of its own, as it ends the one that it runs in. */
class ServiceMainTest {

    private static final int ENDS_WITHIN_SECONDS = 60;
    private static final int TERMINATED = 128 + 15;

    @TempDir
    private Path folder;

    @Test
    void helpTellsWhatTheServiceDoesAndEverySetting() throws Exception {
        Ended ended = run(Map.of(), "--help");

        assertThat(ended.status()).isZero();
        assertThat(ended.out())
                .startsWith("wiredesk example: does as it is told\n")
                .contains("wiredesk-example.jar [--config FILE.properties]")
                .contains("example.mode\n      what to do (text; must be set)")
                .contains("kafka.bootstrap.servers\n")
                .contains("(text; default localhost:9092)")
                .contains("(a whole number from 0 to 65535; default 8080)");
        assertThat(ended.err()).isEmpty();
        assertThat(run(Map.of(), "-h").out()).isEqualTo(ended.out());
    }

    @Test
    void anArgumentThatItDoesNotTakeIsWrongUsage() throws Exception {
        Ended ended = run(Map.of(), "--port", "80");

        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.err()).isEqualTo("Takes --config FILE or --help, not: --port 80\n");
        assertThat(run(Map.of(), "--config").status()).isEqualTo(2);
    }

    @Test
    void aSettingsFileThatIsNotThereIsWrongUsage() throws Exception {
        Ended ended = run(Map.of(), "--config", folder.resolve("none").toString());

        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.err()).startsWith("The settings file cannot be read: ").contains("none");
    }

    @Test
    void aSettingsFileThatIsNoneIsWrongUsage() throws Exception {
        Ended ended = run(Map.of(), "--config", file("example.mode=\\u00zz").toString());

        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.err()).startsWith("The settings file cannot be read: ");
    }

    @Test
    void everyProblemWithTheSettingsIsALine() throws Exception {
        Ended ended = run(
                Map.of("HTTP_PORT", "eighty"),
                "--config",
                file("exampel.mode=run").toString());

        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.err().lines())
                .containsExactlyInAnyOrder(
                        "http.port is 'eighty', but takes a whole number from 0 to 65535",
                        "example.mode must be set: what to do (text)",
                        "exampel.mode is not a setting; the nearest is example.mode");
    }

    @Test
    void aServiceThatCannotStartSaysWhyAndLeavesNothingOpen() throws Exception {
        Ended ended = run(Map.of("EXAMPLE_MODE", "fail at start"));

        assertThat(ended.status()).isEqualTo(3);
        assertThat(ended.err()).isEqualTo("example did not start: no broker\n");
        assertThat(ended.out()).endsWith("closed\n");
    }

    @Test
    void aServiceThatCannotGoOnSaysWhyAndLeavesNothingOpen() throws Exception {
        Ended ended = run(
                Map.of(),
                "--config",
                file("example.mode=run\nexample.mode=fail later é").toString());

        assertThat(ended.status()).isEqualTo(3);
        assertThat(ended.err()).isEqualTo("example stopped: fail later é\n");
        assertThat(ended.out()).endsWith("closed\n");
    }

    @Test
    void aServiceThatIsToldToEndClosesWhatItHasFirst() throws Exception {
        // Given a running service
        Process process = start(Map.of("EXAMPLE_MODE", "run"));
        try (BufferedReader out = process.inputReader(UTF_8)) {
            assertThat(out.lines().anyMatch("running"::equals)).isTrue();

            // When
            process.toHandle().destroy(); // Not the process: that would close the output as well.

            // Then
            assertThat(out.lines()).contains("closed");
            assertThat(process.waitFor(ENDS_WITHIN_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(TERMINATED);
        } finally {
            process.destroyForcibly();
        }
    }

    private record Ended(int status, String out, String err) {}

    private Ended run(Map<String, String> environment, String... args) throws IOException, InterruptedException {
        Process process = start(environment, args);
        try (BufferedReader out = process.inputReader(UTF_8)) {
            String said = out.readAllAsString();
            assertThat(process.waitFor(ENDS_WITHIN_SECONDS, TimeUnit.SECONDS)).isTrue();
            return new Ended(process.exitValue(), said, Files.readString(folder.resolve("err")));
        } finally {
            process.destroyForcibly();
        }
    }

    private Process start(Map<String, String> environment, String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                ExampleMain.class.getName()));
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().putAll(environment);
        return builder.redirectError(folder.resolve("err").toFile()).start();
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("example.properties"), text);
    }

    /** The child's. */
    static final class ExampleMain {
        public static void main(String[] args) {
            ServiceMain.run(new Example(), args);
        }
    }

    private static final class Example implements Service {
        private static final Setting<String> MODE = Setting.text("example.mode", null, "what to do");

        @Override
        public String name() {
            return "example";
        }

        @Override
        public String purpose() {
            return "does as it is told";
        }

        @Override
        public List<Setting<?>> settings() {
            return ServiceSettings.with(ServiceSettings.httpPort(8080), MODE);
        }

        @Override
        public void start(ServiceProcess process) {
            var _ = process.owned((AutoCloseable) () -> System.out.println("closed"));
            String mode = process.get(MODE);
            if (mode.equals("fail at start")) {
                throw new PlatformException("no broker");
            }
            if (mode.equals("run")) {
                System.out.println("running");
            } else {
                process.fail(new PlatformException(mode));
            }
        }
    }
}
