package wiredesk.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wiredesk.schemas.Policy;
import wiredesk.schemas.Topic;
import wiredesk.schemas.Topics;
import wiredesk.schemas.setup.Provision;
import wiredesk.schemas.wire.SchemaRegistry;

/** Each test leaves the pipeline provisioned as it found it. */
class ProvisionTest {

    private static final Ports PORTS = Ports.free();

    @TempDir
    private static Path folder;

    private static EmbeddedRegistry registryServer;
    private static EmbeddedBroker broker;
    private static SchemaRegistry registry;
    private static Admin admin;
    private static List<String> firstChanges;

    @BeforeAll
    static void provisionOnce() throws Exception {
        registryServer = EmbeddedRegistry.start(
                Path.of("target", "registry").toAbsolutePath(),
                folder.resolve("registry"),
                folder.resolve("logs"),
                PORTS.registry(),
                PORTS.registryManagement());
        broker = EmbeddedBroker.start(folder.resolve("broker"), PORTS.kafka(), PORTS.controller(), why -> {});
        registryServer.awaitReady();
        registry = client();
        admin = Admin.create(Map.of("bootstrap.servers", "127.0.0.1:" + PORTS.kafka()));
        firstChanges = provision().pipeline();
    }

    @AfterAll
    static void stop() {
        admin.close();
        registry.close();
        broker.close();
        registryServer.close();
    }

    @Test
    void theFirstRunTellsWhatItMade() {
        assertThat(firstChanges)
                .containsExactlyInAnyOrderElementsOf(Topics.policies().keySet().stream()
                        .map(topic -> "created " + topic)
                        .toList());
    }

    @Test
    void everyTopicHasItsPolicyAsTheBrokerShowsIt() throws Exception {
        assertThat(admin.listTopics().names().get())
                .containsAll(Topics.policies().keySet());
        for (Map.Entry<String, Policy> topic : Topics.policies().entrySet()) {
            assertThat(settings(topic.getKey()))
                    .as(topic.getKey())
                    .containsAllEntriesOf(topic.getValue().settings());
            assertThat(partitions(topic.getKey())).as(topic.getKey()).isEqualTo(Topics.isSmall(topic.getKey()) ? 1 : 6);
        }
    }

    @Test
    void everyTypedTopicsSchemaIsRegisteredFullyCompatible() {
        try (SchemaRegistry fresh = client()) {
            for (Topic<?> topic : Topics.typed()) {
                assertThat(fresh.schemaOf(fresh.idOf(topic.subject(), topic.schema())))
                        .as(topic.name())
                        .isPresent();
                assertThat(fresh.compatibility(topic.subject()))
                        .as(topic.name())
                        .isEqualTo("FULL_TRANSITIVE");
            }
        }
    }

    @Test
    void aSecondRunChangesNothing() throws Exception {
        // Given
        Map<String, Map<String, String>> before = pipelineSettings();

        // When
        List<String> changes = provision().pipeline();

        // Then
        assertThat(changes).isEmpty();
        assertThat(pipelineSettings()).isEqualTo(before);
    }

    @Test
    void whatWasChangedByHandIsMendedAndTold() throws Exception {
        // Given a topic that would lose articles, and one that refuses them; and a setting that is nobody's business
        Map<String, Map<String, String>> before = pipelineSettings();
        set("articles.ingested", "cleanup.policy", "delete");
        set("newsroom.submissions", "max.message.bytes", "1000");
        set("newsroom.submissions", "retention.ms", "1000");
        set("articles.enriched", "segment.ms", "86400000");

        // When
        List<String> changes = provision().pipeline();

        // Then
        assertThat(changes)
                .containsExactlyInAnyOrder(
                        "set articles.ingested cleanup.policy to compact",
                        "set newsroom.submissions max.message.bytes to 16777216",
                        "set newsroom.submissions retention.ms to 604800000");
        assertThat(settings("articles.enriched")).containsEntry("segment.ms", "86400000");
        set("articles.enriched", "segment.ms", "604800000"); // Kafka's default
        Awaitility.await().untilAsserted(() -> assertThat(pipelineSettings()).isEqualTo(before));
        assertThat(provision().pipeline()).isEmpty();
    }

    @Test
    void aChannelsTopicIsMadeWhenItIsAskedForAndOnlyOnce() throws Exception {
        // When
        List<String> changes = provision().channels(List.of("north", "south"));

        // Then
        assertThat(changes).containsExactlyInAnyOrder("created published.north", "created published.south");
        assertThat(provision().channels(List.of("south", "north"))).isEmpty();
        assertThat(settings("published.north"))
                .containsAllEntriesOf(Topics.publishedPolicy().settings());
        assertThat(partitions("published.north")).isEqualTo(6);
        Topic<?> south = Topics.published("south");
        try (SchemaRegistry fresh = client()) {
            assertThat(fresh.idOf(south.subject(), south.schema())).isPositive();
        }
        assertThat(provision().channels(List.of())).isEmpty();
    }

    private static Provision provision() {
        return new Provision(admin, registry, Provision.DEFAULT_PARTITIONS, Optional.of((short) 1));
    }

    private static SchemaRegistry client() {
        return new SchemaRegistry("http://127.0.0.1:" + PORTS.registry() + "/apis/ccompat/v7", Map.of());
    }

    private static Map<String, Map<String, String>> pipelineSettings() throws ExecutionException, InterruptedException {
        Map<String, Map<String, String>> all = new TreeMap<>();
        for (String topic : Topics.policies().keySet()) {
            all.put(topic, settings(topic));
        }
        return all;
    }

    private static Map<String, String> settings(String topic) throws ExecutionException, InterruptedException {
        ConfigResource resource = resource(topic);
        Config config = admin.describeConfigs(List.of(resource)).all().get().get(resource);
        Map<String, String> settings = new HashMap<>();
        Objects.requireNonNull(config, topic).entries().forEach(entry -> settings.put(entry.name(), entry.value()));
        return settings;
    }

    private static int partitions(String topic) throws ExecutionException, InterruptedException {
        return Objects.requireNonNull(
                        admin.describeTopics(List.of(topic))
                                .allTopicNames()
                                .get()
                                .get(topic),
                        topic)
                .partitions()
                .size();
    }

    /** Returns when the broker shows it: it says that a setting is changed some moments before it knows it itself. */
    private static void set(String topic, String name, String value) throws ExecutionException, InterruptedException {
        AlterConfigOp set = new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET);
        admin.incrementalAlterConfigs(Map.of(resource(topic), List.of(set)))
                .all()
                .get();
        Awaitility.await().until(() -> value.equals(settings(topic).get(name)));
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }
}
