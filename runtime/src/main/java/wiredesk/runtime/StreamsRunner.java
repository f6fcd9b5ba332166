package wiredesk.runtime;

import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.LogAndContinueExceptionHandler;
import org.apache.kafka.streams.errors.LogAndFailProcessingExceptionHandler;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.processor.WallclockTimestampExtractor;

/** Runs one topology, exactly once. The only owner of a {@link KafkaStreams}. */
public final class StreamsRunner implements AutoCloseable {

    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(6);
    /** Over the largest record that any topic takes, so that the topics' own limits are the ones that count. */
    private static final int MAX_REQUEST_BYTES = 18 << 20;

    private static final Set<String> GUARANTEED = Set.of(
            ConsumerConfig.GROUP_INSTANCE_ID_CONFIG,
            ConsumerConfig.GROUP_PROTOCOL_CONFIG,
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG);

    private final KafkaStreams streams;
    private final KafkaStreamsMetrics metrics;

    StreamsRunner(Topology topology, Map<String, Object> settings, Metrics metrics, Consumer<Throwable> onFailure) {
        Properties properties = new Properties();
        properties.putAll(settings);
        streams = new KafkaStreams(topology, properties);
        streams.setUncaughtExceptionHandler(failure -> {
            onFailure.accept(failure);
            // Not REPLACE_THREAD: its state is only as good as the failure was understood. A supervisor starts us anew.
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        });
        this.metrics = new KafkaStreamsMetrics(streams);
        metrics.bind(this.metrics);
    }

    /**
     * The settings that the guarantees rest on, over those that the operator passes; below these some defaults that an
     * operator may change. RATIONALE.md says what each is for.
     */
    static Map<String, Object> settings(
            String applicationId, String instanceId, Path stateFolder, Map<String, Object> passed) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_REQUEST_BYTES);
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 8_000);
        settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 2_000);
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 100);
        // A changelog has to take whatever its store does; a broker's default is 1 MB.
        settings.put(StreamsConfig.topicPrefix(TopicConfig.MAX_MESSAGE_BYTES_CONFIG), MAX_REQUEST_BYTES);
        settings.putAll(passed);
        // A setting for one client counts more than one for all: none of these may come in by that door.
        settings.keySet().removeIf(name -> GUARANTEED.stream().anyMatch(name::endsWith));

        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId);
        settings.put(StreamsConfig.CLIENT_ID_CONFIG, applicationId);
        settings.put(StreamsConfig.STATE_DIR_CONFIG, stateFolder.toString());
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, "classic");
        settings.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), instanceId);
        // The default one stops the application over a record whose sender gave it no time.
        settings.put(StreamsConfig.DEFAULT_TIMESTAMP_EXTRACTOR_CLASS_CONFIG, WallclockTimestampExtractor.class);
        settings.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        settings.put(
                StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, LogAndContinueExceptionHandler.class);
        settings.put(
                StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, LogAndFailProcessingExceptionHandler.class);
        return settings;
    }

    void start() {
        streams.start();
    }

    public boolean isRunning() {
        return streams.state() == State.RUNNING;
    }

    /**
     * Commits what is done. Its name stays in the group: started again within the session it has its own partitions
     * back at once; after that another instance takes them over.
     */
    @Override
    public void close() {
        metrics.close();
        streams.close(CLOSE_WITHIN);
    }
}
