package wiredesk.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Kafka Streams makes of our settings and the operator's, as its clients get it. */
class StreamsSettingsTest {

    private static final String APPLICATION = "wiredesk-ingest";
    private static final String INSTANCE = "ingest-1";
    private static final Path STATE = Path.of("some", "state");

    @Test
    void theGuaranteesStandByThemselves() {
        StreamsConfig streams = streams(Map.of());

        assertThat(streams.getString("processing.guarantee")).isEqualTo("exactly_once_v2");
        assertThat(streams.getString("application.id")).isEqualTo(APPLICATION);
        assertThat(streams.getString("state.dir")).isEqualTo(STATE.toString());
        assertThat(streams.getBoolean("ensure.explicit.internal.resource.naming"))
                .isTrue();
        assertThat(consumer(streams))
                .containsEntry("group.instance.id", INSTANCE + "-1")
                .containsEntry("isolation.level", "read_committed")
                .containsEntry("session.timeout.ms", "8000")
                .containsEntry("heartbeat.interval.ms", "2000");
        assertThat(producer(streams))
                .containsEntry("max.block.ms", "5000")
                .containsEntry("compression.type", "lz4")
                .containsEntry("max.request.size", Integer.toString(18 << 20));
    }

    @ParameterizedTest
    @CsvSource({
        "processing.guarantee, at_least_once",
        "application.id, other",
        "client.id, other",
        "state.dir, other",
        "group.protocol, streams",
        "consumer.group.instance.id, other",
        "ensure.explicit.internal.resource.naming, false",
        "deserialization.exception.handler, org.apache.kafka.streams.errors.LogAndFailExceptionHandler",
        "processing.exception.handler, org.apache.kafka.streams.errors.LogAndContinueProcessingExceptionHandler"
    })
    void noPassedSettingOverridesAGuarantee(String name, String value) {
        assertThat(settings(Map.of(name, value))).isEqualTo(settings(Map.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "consumer.isolation.level, read_uncommitted",
        "main.consumer.isolation.level, read_uncommitted",
        "isolation.level, read_uncommitted",
        "main.consumer.group.instance.id, other",
        "group.instance.id, other"
    })
    void noDetourOverridesWhatTheConsumerPromises(String name, String value) {
        assertThat(consumer(streams(Map.of(name, value))))
                .containsEntry("isolation.level", "read_committed")
                .containsEntry("group.instance.id", INSTANCE + "-1");
    }

    @ParameterizedTest
    @CsvSource({
        "num.stream.threads, 3, num.stream.threads",
        "num.standby.replicas, 1, num.standby.replicas",
        "commit.interval.ms, 20, commit.interval.ms"
    })
    void anOperatorTunesTheRest(String name, String value, String shown) {
        assertThat(streams(Map.of(name, value)).values().get(shown)).hasToString(value);
    }

    @ParameterizedTest
    @CsvSource({
        "consumer.session.timeout.ms, 10000, session.timeout.ms",
        "main.consumer.session.timeout.ms, 10000, session.timeout.ms",
        "session.timeout.ms, 10000, session.timeout.ms",
        "consumer.max.poll.records, 10, max.poll.records",
        "max.poll.records, 10, max.poll.records",
        "security.protocol, SASL_SSL, security.protocol",
        "sasl.jaas.config, x, sasl.jaas.config"
    })
    void anOperatorsSettingReachesTheConsumer(String name, String value, String shown) {
        assertThat(consumer(streams(Map.of(name, value)))).containsEntry(shown, value);
    }

    @ParameterizedTest
    @CsvSource({
        "producer.linger.ms, 7, linger.ms",
        "linger.ms, 7, linger.ms",
        "producer.compression.type, zstd, compression.type",
        "compression.type, zstd, compression.type",
        "producer.max.block.ms, 9000, max.block.ms",
        "max.block.ms, 9000, max.block.ms",
        "security.protocol, SASL_SSL, security.protocol"
    })
    void anOperatorsSettingReachesTheProducer(String name, String value, String shown) {
        assertThat(producer(streams(Map.of(name, value)))).containsEntry(shown, value);
    }

    private static Map<String, Object> settings(Map<String, String> passed) {
        Map<String, Object> all = new HashMap<>(passed);
        all.put("bootstrap.servers", "localhost:1");
        return StreamsRunner.settings(APPLICATION, INSTANCE, STATE, all);
    }

    private static StreamsConfig streams(Map<String, String> passed) {
        return new StreamsConfig(settings(passed));
    }

    private static Map<String, String> consumer(StreamsConfig streams) {
        return texts(streams.getMainConsumerConfigs(APPLICATION, "client", 1));
    }

    private static Map<String, String> producer(StreamsConfig streams) {
        return texts(streams.getProducerConfigs("client"));
    }

    private static Map<String, String> texts(Map<String, Object> settings) {
        Map<String, String> texts = new HashMap<>();
        settings.forEach((name, value) -> texts.put(name, String.valueOf(value)));
        return texts;
    }
}
