package wiredesk.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wiredesk.schemas.Topic;
import wiredesk.schemas.Topics;
import wiredesk.schemas.record.TagRules;
import wiredesk.schemas.wire.Decoded;
import wiredesk.schemas.wire.RegistryUnavailableException;
import wiredesk.schemas.wire.SchemaNotRegisteredException;
import wiredesk.schemas.wire.SchemaRegistry;
import wiredesk.schemas.wire.WireFormat;

/** The registry's client against the registry that ships: what the wire format takes for granted of both. */
class RegistryTest {

    private static final Path HOME = Path.of("target", "registry");
    private static final int UNKNOWN_ID = 1_000_000_000;
    private static final Ports PORTS = Ports.free();

    @TempDir
    private static Path folder;

    private static EmbeddedRegistry server;
    private static SchemaRegistry registry;

    @BeforeAll
    static void start() throws InterruptedException {
        server = started();
        registry = client();
    }

    @AfterAll
    static void stop() {
        registry.close();
        server.close();
    }

    @Test
    void aSchemaIsFoundUnderTheIdThatItWasRegisteredWith() {
        // Given
        Schema schema = record("Found").fields().requiredString("text").endRecord();

        // When
        int id = registry.register("found-value", schema);

        // Then
        assertThat(client().idOf("found-value", schema)).isEqualTo(id);
        assertThat(client().schemaOf(id)).contains(schema);
        assertThat(registry.register("found-value", schema))
                .as("registered again")
                .isEqualTo(id);
    }

    @Test
    void everySubjectIsFullyCompatibleWithAllItsPast() throws IOException, InterruptedException {
        registry.register(
                "level-value", record("Level").fields().requiredString("text").endRecord());

        assertThat(client().compatibility("level-value")).isEqualTo("FULL_TRANSITIVE");
        assertThat(get("/config/level-value")).contains("FULL_TRANSITIVE");
    }

    @Test
    void aSchemaThatBreaksThePastIsRefused() {
        // Given a second version that took a field with a default away from the first
        String subject = "past-value";
        Schema first =
                record("Past").fields().requiredString("a").optionalString("b").endRecord();
        Schema second = record("Past").fields().requiredString("a").endRecord();
        registry.register(subject, first);
        registry.register(subject, second);

        // When it comes back: as another type, or as what it was
        Schema third =
                record("Past").fields().requiredString("a").optionalInt("b").endRecord();

        // Then the second version has nothing against either, but the first has
        assertThatThrownBy(() -> registry.register(subject, third))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("refused");
        assertThatThrownBy(() -> client().idOf(subject, third)).isInstanceOf(SchemaNotRegisteredException.class);
        assertThat(registry.register(subject, first)).isEqualTo(client().idOf(subject, first));
    }

    @Test
    void aNewFieldWithoutADefaultIsRefused() {
        registry.register(
                "default-value", record("Strict").fields().requiredString("a").endRecord());
        Schema stricter = record("Strict")
                .fields()
                .requiredString("a")
                .requiredString("b")
                .endRecord();

        assertThatThrownBy(() -> registry.register("default-value", stricter))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aWriterWhoseSchemaIsNotRegisteredIsTold() {
        // Given a subject with another schema, and one that nobody has
        registry.register(
                "other-value", record("Other").fields().requiredString("a").endRecord());
        Schema mine = record("Mine").fields().requiredString("a").endRecord();

        // Then
        assertThatThrownBy(() -> registry.idOf("other-value", mine))
                .isInstanceOf(SchemaNotRegisteredException.class)
                .hasMessageContaining("other-value");
        assertThatThrownBy(() -> registry.idOf("nobodys-value", mine)).isInstanceOf(SchemaNotRegisteredException.class);
        assertThatThrownBy(() -> new WireFormat<>(published("nowhere"), registry))
                .isInstanceOf(SchemaNotRegisteredException.class);
    }

    @Test
    void anUnknownIdHasNoSchema() {
        assertThat(registry.schemaOf(UNKNOWN_ID)).isEmpty();
        assertThat(registry.schemaOf(0)).isEmpty();
        assertThat(registry.schemaOf(-1)).isEmpty();
    }

    @Test
    void oneTextHasOneIdUnderEverySubject() {
        // Apicurio's content ids, which the Confluent API answers by default
        Schema schema = record("Shared").fields().requiredString("a").endRecord();

        int one = registry.register("one-value", schema);
        registry.register(
                "between-value", record("Between").fields().requiredString("a").endRecord());
        int two = registry.register("two-value", schema);

        assertThat(two).isEqualTo(one);
        assertThat(client().idOf("two-value", schema)).isEqualTo(one);
    }

    @Test
    void theRegistryHasEverySchemaAsOtherLanguagesSeeIt() throws IOException, InterruptedException {
        for (Topic<?> topic : Topics.typed()) {
            int id = registry.register(topic.subject(), topic.schema());

            assertThat(topic.schema().toString()).as("ours").contains("avro.java.string");
            assertThat(get("/schemas/ids/" + id))
                    .as(topic.name())
                    .contains(topic.schema().getName())
                    .doesNotContain("avro.java.string");
            assertThat(client().idOf(topic.subject(), topic.schema())).isEqualTo(id);
        }
    }

    @Test
    void killedItForgetsNothingAndWhileItIsAwayNothingIsPoison() throws InterruptedException {
        // Given schemas, the last one registered just before the kill
        Map<String, Integer> ids = new HashMap<>();
        Topic<TagRules> rules = Topics.RULES;
        registry.register(rules.subject(), rules.schema());
        WireFormat<TagRules> format = new WireFormat<>(rules, registry);
        byte[] foreign = format.encode(new TagRules("wiredesk:x", "x.yaml", "tag: x", List.of()));
        ByteBuffer.wrap(foreign, 1, Integer.BYTES).putInt(UNKNOWN_ID);
        for (int i = 0; i < 40; i++) {
            ids.put("kept-" + i, registry.register("kept-" + i, numbered("Kept", i)));
        }

        // When it is killed
        kill();

        // Then an id that was never seen gets no answer, and is not taken for poison
        try (SchemaRegistry away = client()) {
            assertThat(away.reachable()).isFalse();
            assertThatThrownBy(() -> format.decode(foreign)).isInstanceOf(RegistryUnavailableException.class);
        }

        // When it is started again on the same folder
        server.close();
        server = started();

        // Then it has every schema under its id, and gives none of those ids out again
        try (SchemaRegistry back = client()) {
            assertThat(back.reachable()).isTrue();
            Set<Integer> old = new HashSet<>(ids.values());
            assertThat(old).hasSize(40);
            for (int i = 0; i < 40; i++) {
                Schema schema = numbered("Kept", i);
                assertThat(back.idOf("kept-" + i, schema)).isEqualTo(ids.get("kept-" + i));
                assertThat(back.schemaOf(back.idOf("kept-" + i, schema))).contains(schema);
                assertThat(back.register("fresh-" + i, numbered("Fresh", i))).isNotIn(old);
            }
            assertThat(back.compatibility("kept-0")).isEqualTo(SchemaRegistry.COMPATIBILITY);
            assertThat(format.decode(foreign))
                    .as("now it is known to be unknown")
                    .isInstanceOf(Decoded.Poison.class);
        }
    }

    private static Topic<TagRules> published(String name) {
        return new Topic<>(name, TagRules.class, TagRules.getClassSchema());
    }

    private static SchemaBuilder.RecordBuilder<Schema> record(String name) {
        return SchemaBuilder.record(name).namespace("wiredesk.test");
    }

    private static Schema numbered(String name, int number) {
        return record(name + number).fields().requiredString("text").endRecord();
    }

    private static EmbeddedRegistry started() throws InterruptedException {
        EmbeddedRegistry started = EmbeddedRegistry.start(
                HOME.toAbsolutePath(),
                folder.resolve("registry"),
                folder.resolve("logs"),
                PORTS.registry(),
                PORTS.registryManagement());
        started.awaitReady();
        return started;
    }

    /** With nothing cached. */
    private static SchemaRegistry client() {
        return new SchemaRegistry(url(), Map.of());
    }

    private static String url() {
        return "http://127.0.0.1:" + PORTS.registry() + "/apis/ccompat/v7";
    }

    private static String get(String path) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url() + path))
                    .timeout(Duration.ofSeconds(10))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }

    /** As the operating system does it, when memory runs out: no hook runs, nothing is flushed. */
    private static void kill() throws InterruptedException {
        List<ProcessHandle> children = ProcessHandle.current()
                .children()
                .filter(child -> child.info().arguments().stream()
                        .anyMatch(arguments -> List.of(arguments).contains(RegistryMain.class.getName())))
                .toList();
        assertThat(children).as("the registry is the only one").hasSize(1);
        ProcessHandle child = children.getFirst();
        child.destroyForcibly();
        try {
            child.onExit().get(10, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("the registry does not die", e);
        }
    }
}
