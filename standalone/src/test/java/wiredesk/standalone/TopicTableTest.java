package wiredesk.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wiredesk.runtime.Service;
import wiredesk.runtime.ServiceProcess;
import wiredesk.runtime.ServiceSettings;
import wiredesk.runtime.Setting;
import wiredesk.runtime.Settings;
import wiredesk.runtime.SystemTime;

/** How a service follows a small topic, as rules and channels are followed. */
class TopicTableTest {

    private static final Ports PORTS = Ports.free();
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    private static Path folder;

    private static EmbeddedBroker broker;
    private static Admin admin;
    private static KafkaProducer<String, String> producer;

    @BeforeAll
    static void start() {
        broker = EmbeddedBroker.start(folder.resolve("broker"), PORTS.kafka(), PORTS.controller(), why -> {});
        admin = Admin.create(Map.of("bootstrap.servers", bootstrap()));
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap()), new StringSerializer(), new StringSerializer());
    }

    @AfterAll
    static void stop() {
        producer.close();
        admin.close();
        broker.close();
    }

    @Test
    void allThatStoodIsThereAtOnceWhenTheServiceStarts() throws Exception {
        // Given
        String topic = topic("stood", 3);
        put(topic, "a", "1");
        put(topic, "b", "2");
        put(topic, "c", "3");
        put(topic, "a", "4");
        put(topic, "b", null);

        // When
        try (Following following = follow(topic)) {

            // Then the first that is heard is all of it
            assertThat(following.heard).containsExactly(Map.of("a", "4", "c", "3"));
        }
    }

    @Test
    void anEmptyTopicIsHeardOfToo() throws Exception {
        try (Following following = follow(topic("empty", 1))) {
            assertThat(following.heard).containsExactly(Map.of());
        }
    }

    @Test
    void aChangeIsHeardAsAllThatStandsThen() throws Exception {
        // Given
        String topic = topic("changes", 1);
        put(topic, "a", "1");
        try (Following following = follow(topic)) {

            // When, Then
            put(topic, "b", "2");
            following.awaitLast(Map.of("a", "1", "b", "2"));
            put(topic, "a", "3");
            following.awaitLast(Map.of("a", "3", "b", "2"));
            put(topic, "b", null);
            following.awaitLast(Map.of("a", "3"));
            assertThat(following.heard.getFirst()).as("what was heard before").isEqualTo(Map.of("a", "1"));
        }
    }

    @Test
    void aValueThatCannotBeReadLeavesTheLastGoodOneStanding() throws Exception {
        // Given
        String topic = topic("unreadable", 1);
        put(topic, "a", "good");
        put(topic, "a", "bad");
        put(topic, "b", "bad");
        try (Following following = follow(topic)) {
            assertThat(following.heard).containsExactly(Map.of("a", "good"));

            // When
            put(topic, "a", "bad");
            put(topic, "z", "after");

            // Then
            following.awaitLast(Map.of("a", "good", "z", "after"));
            assertThat(following.process.failure()).isNotDone();
        }
    }

    @Test
    void aRecordWithoutAKeyIsPassedOver() throws Exception {
        // Given
        String topic = topic("keyless", 1);
        put(topic, null, "1");
        put(topic, "a", "1");

        // When
        try (Following following = follow(topic)) {

            // Then
            assertThat(following.heard).containsExactly(Map.of("a", "1"));
        }
    }

    @Test
    void whatWasTakenBackIsNeverHeardAndIsNotWaitedFor() throws Exception {
        // Given a topic that ends in a transaction that was aborted
        String topic = topic("aborted", 1);
        put(topic, "a", "1");
        try (KafkaProducer<String, String> transactional = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap(), "transactional.id", "aborting"),
                new StringSerializer(),
                new StringSerializer())) {
            transactional.initTransactions();
            transactional.beginTransaction();
            transactional.send(new ProducerRecord<>(topic, "a", "taken back")).get();
            transactional.abortTransaction();
        }

        // When
        try (Following following = follow(topic)) {
            put(topic, "b", "2");

            // Then
            following.awaitLast(Map.of("a", "1", "b", "2"));
            assertThat(following.heard).noneMatch(standing -> standing.containsValue("taken back"));
        }
    }

    @Test
    void aReaderThatFailsFailsTheService() throws Exception {
        // Given
        String topic = topic("failing", 1);
        try (Following following = follow(topic)) {

            // When
            put(topic, "a", "explode");

            // Then
            Awaitility.await()
                    .atMost(SOON)
                    .until(() -> following.process.failure().isDone());
            assertThat(following.process.failure().join()).hasMessageContaining(topic);
            assertThat(following.process.health().isLive()).isFalse();
        }
    }

    private static String bootstrap() {
        return "127.0.0.1:" + PORTS.kafka();
    }

    private static String topic(String name, int partitions) throws ExecutionException, InterruptedException {
        NewTopic topic = new NewTopic(name, Optional.of(partitions), Optional.of((short) 1))
                .configs(Map.of("cleanup.policy", name.equals("keyless") ? "delete" : "compact"));
        admin.createTopics(List.of(topic)).all().get();
        return name;
    }

    private static void put(String topic, @Nullable String key, @Nullable String value)
            throws ExecutionException, InterruptedException {
        producer.send(new ProducerRecord<>(topic, key, value)).get();
    }

    private static Following follow(String topic) throws InterruptedException {
        Follower follower = new Follower(topic);
        Map<String, String> settings = Map.of(ServiceSettings.BOOTSTRAP.name(), bootstrap());
        return switch (Settings.read(settings, Map.of(), follower.settings())) {
            case Settings.Read.Good(Settings good) ->
                new Following(follower.heard, ServiceProcess.start(follower, good, SystemTime.clock()));
            case Settings.Read.Bad(List<String> problems) -> throw new AssertionError(problems);
        };
    }

    private record Following(List<Map<String, String>> heard, ServiceProcess process) implements AutoCloseable {
        void awaitLast(Map<String, String> standing) {
            Awaitility.await().atMost(SOON).until(() -> heard.getLast().equals(standing));
        }

        @Override
        public void close() {
            process.close();
        }
    }

    /** A service that follows one topic and does nothing else. */
    private static final class Follower implements Service {
        private final String topic;
        private final List<Map<String, String>> heard = new CopyOnWriteArrayList<>();

        Follower(String topic) {
            this.topic = topic;
        }

        @Override
        public String name() {
            return "follower";
        }

        @Override
        public String purpose() {
            return "follows";
        }

        @Override
        public List<Setting<?>> settings() {
            return ServiceSettings.with(ServiceSettings.httpPort(0));
        }

        @Override
        public void start(ServiceProcess started) throws InterruptedException {
            started.follow(topic, Follower::read, heard::add);
        }

        private static Optional<String> read(String key, byte[] value) {
            String text = new String(value, UTF_8);
            if (text.equals("explode")) {
                throw new IllegalStateException("a mistake in the reader");
            }
            return Optional.of(text).filter(good -> !good.equals("bad"));
        }
    }
}
