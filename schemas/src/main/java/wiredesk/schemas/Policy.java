package wiredesk.schemas;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;

/** How long a topic keeps what it has, and how large a record it takes. */
public sealed interface Policy {

    /** The largest record batch, in bytes, that the topic takes. */
    int maxMessageBytes();

    /** Keeps every record for a time. */
    record Delete(Duration retention, int maxMessageBytes) implements Policy {}

    /**
     * Keeps the last record of every key, for ever.
     *
     * @param compression what the broker keeps the records in, under Kafka's name; {@code producer} for as they come
     */
    record Compact(int maxMessageBytes, String compression) implements Policy {}

    /** The topic's settings, under Kafka's own names. */
    default Map<String, String> settings() {
        String bytes = Integer.toString(maxMessageBytes());
        return switch (this) {
            case Delete delete ->
                Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                        TopicConfig.CLEANUP_POLICY_DELETE,
                        TopicConfig.RETENTION_MS_CONFIG,
                        Long.toString(delete.retention().toMillis()),
                        TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                        bytes);
            case Compact compact ->
                Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                        TopicConfig.CLEANUP_POLICY_COMPACT,
                        TopicConfig.COMPRESSION_TYPE_CONFIG,
                        compact.compression(),
                        TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                        bytes);
        };
    }
}
