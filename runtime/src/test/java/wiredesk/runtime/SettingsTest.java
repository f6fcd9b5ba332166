package wiredesk.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    private static final Setting<Integer> PORT = ServiceSettings.httpPort(8080);
    private static final Setting<String> NEEDED = Setting.text("feed.name", null, "what the feed is called");
    private static final List<Setting<?>> KNOWN = ServiceSettings.with(PORT);
    private static final String SECRET = "hunter2-hunter2";

    @Test
    void whatIsNotSetHasItsDefault() {
        Settings settings = good(Map.of(), Map.of());

        assertThat(settings.get(ServiceSettings.BOOTSTRAP)).isEqualTo("localhost:9092");
        assertThat(settings.get(ServiceSettings.REGISTRY)).isEqualTo("http://localhost:8081/apis/ccompat/v7");
        assertThat(settings.get(ServiceSettings.HTTP_HOST)).isEqualTo("127.0.0.1");
        assertThat(settings.get(ServiceSettings.STATE)).isEqualTo(Path.of("state"));
        assertThat(settings.get(ServiceSettings.INSTANCE)).isEmpty();
        assertThat(settings.get(PORT)).isEqualTo(8080);
        assertThat(settings.kafka()).isEmpty();
        assertThat(settings.registry()).isEmpty();
    }

    @Test
    void theFileWinsOverTheDefaultAndTheEnvironmentOverTheFile() {
        // Given
        Map<String, String> file = Map.of("http.port", "1000", "state.dir", "from-file", "kafka.linger.ms", "1");
        Map<String, String> environment = Map.of("HTTP_PORT", "2000", "KAFKA_LINGER_MS", "2");

        // When
        Settings settings = good(file, environment);

        // Then
        assertThat(settings.get(PORT)).isEqualTo(2000);
        assertThat(settings.get(ServiceSettings.STATE)).isEqualTo(Path.of("from-file"));
        assertThat(settings.kafka()).containsExactly(Map.entry("linger.ms", "2"));
    }

    @Test
    void ourSettingsAreNotPassedOn() {
        Settings settings =
                good(Map.of("kafka.bootstrap.servers", "a:1", "schema.registry.url", "http://b:2"), Map.of());

        assertThat(settings.get(ServiceSettings.BOOTSTRAP)).isEqualTo("a:1");
        assertThat(settings.get(ServiceSettings.REGISTRY)).isEqualTo("http://b:2");
        assertThat(settings.kafka()).isEmpty();
        assertThat(settings.registry()).isEmpty();
    }

    @Test
    void spaceAroundAValueMeansNothing() {
        assertThat(good(Map.of("http.port", " 81\t"), Map.of()).get(PORT)).isEqualTo(81);
    }

    @Test
    void aSettingWithoutADefaultMustBeSet() {
        assertThat(Settings.read(Map.of(), Map.of(), List.of(NEEDED)))
                .isEqualTo(new Settings.Read.Bad(List.of("feed.name must be set: what the feed is called (text)")));
        assertThat(Settings.read(Map.of("feed.name", "x"), Map.of(), List.of(NEEDED)))
                .isInstanceOf(Settings.Read.Good.class);
    }

    @ParameterizedTest
    @CsvSource({"http.prot, http.port", "htp.host, http.host", "state.directory, state.dir", "instanceid, instance.id"})
    void anUnknownSettingNamesTheNearest(String written, String nearest) {
        assertThat(problems(Map.of(written, "1"), Map.of()))
                .containsExactly(written + " is not a setting; the nearest is " + nearest);
    }

    @ParameterizedTest
    @CsvSource({
        "kafka.sasl.mechanisn, kafka.sasl.mechanism",
        "kafka.ssl.truststore.pasword, kafka.ssl.truststore.password",
        "kafka.securty.protocol, kafka.security.protocol",
        "kafka.num.stream.thread, kafka.num.stream.threads",
        "kafka.boostrap.servers, kafka.bootstrap.servers",
        "kafka.consumer.max.poll.recods, kafka.consumer.max.poll.records",
        "kafka.producer.lingr.ms, kafka.producer.linger.ms"
    })
    void aSlipInAKafkaSettingNamesTheRightOne(String written, String right) {
        assertThat(problems(Map.of(written, SECRET), Map.of()))
                .containsExactly(written + " is not a setting; did you mean " + right + "?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sasl.jaas.config",
                "num.stream.threads",
                "consumer.max.poll.records",
                "main.consumer.max.poll.records",
                "restore.consumer.max.poll.records",
                "producer.linger.ms",
                "admin.request.timeout.ms",
                "sasl.login.callback.handler.of.our.vendor",
                "prometheus.reporter.labels"
            })
    void whatIsKafkasOrAPlugInsPassesUnchanged(String name) {
        assertThat(good(Map.of("kafka." + name, " as is "), Map.of()).kafka())
                .containsExactly(Map.entry(name, " as is "));
    }

    @Test
    void theRegistryClientsOwnSettingsPassUnchanged() {
        assertThat(good(Map.of("schema.registry.basic.auth.user.info", "a:b"), Map.of())
                        .registry())
                .containsExactly(Map.entry("basic.auth.user.info", "a:b"));
        assertThat(good(Map.of(), Map.of("SCHEMA_REGISTRY_BASIC_AUTH_USER_INFO", "c:d"))
                        .registry())
                .containsExactly(Map.entry("basic.auth.user.info", "c:d"));
    }

    @Test
    void otherVariablesOfTheEnvironmentAreNobodysSettings() {
        Settings settings = good(
                Map.of(), Map.of("KAFKA_HOME", "/opt/kafka", "KAFKA_HEAP_OPTS", "-Xmx1g", "PATH", "/bin", "HTTP", "x"));

        assertThat(settings.kafka()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "65536", "99999999999", "", "http", "80.5", "0x50"})
    void aPortThatIsNoneIsRefused(String written) {
        assertThat(problems(Map.of("http.port", written), Map.of()))
                .containsExactly("http.port is '" + written + "', but takes a whole number from 0 to 65535");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535})
    void thesePortsAreTaken(int port) {
        assertThat(good(Map.of(), Map.of("HTTP_PORT", Integer.toString(port))).get(PORT))
                .isEqualTo(port);
    }

    @Test
    void aFolderThatCannotBeOneIsRefused() {
        assertThat(problems(Map.of("state.dir", "a\0b"), Map.of()))
                .singleElement()
                .asString()
                .startsWith("state.dir is ")
                .endsWith("but takes a folder");
    }

    @Test
    void allProblemsAreToldAtOnceAndNoneTellsASecret() {
        // Given slips around secrets, and a problem of our own so that nothing passes
        Map<String, String> file = Map.of(
                "http.port", "no",
                "kafka.ssl.key.pasword", SECRET,
                "kafka.sasl.jaas.confg", SECRET,
                "kafka.sasl.jaas.config", SECRET,
                "schema.registry.basic.auth.user.info", SECRET,
                "http.pasword", SECRET);
        Map<String, String> environment =
                Map.of("KAFKA_SSL_KEYSTORE_PASSWORD", SECRET, "SCHEMA_REGISTRY_TOKEN", SECRET);

        // When
        List<String> problems = problems(file, environment);

        // Then
        assertThat(problems).hasSize(4).noneMatch(problem -> problem.contains(SECRET));
    }

    private static Settings good(Map<String, String> file, Map<String, String> environment) {
        return switch (Settings.read(file, environment, KNOWN)) {
            case Settings.Read.Good(Settings settings) -> settings;
            case Settings.Read.Bad(List<String> problems) -> throw new AssertionError(problems);
        };
    }

    private static List<String> problems(Map<String, String> file, Map<String, String> environment) {
        return switch (Settings.read(file, environment, KNOWN)) {
            case Settings.Read.Good _ -> List.of();
            case Settings.Read.Bad(List<String> problems) -> problems;
        };
    }
}
