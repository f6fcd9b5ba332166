package wiredesk.schemas.wire;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * A topic's wire format for a plain Kafka client. The services do not use it: to them poison is a value, and a
 * deserialiser can only throw.
 */
public final class AvroSerde<T extends SpecificRecord> implements Serde<T> {

    private final WireFormat<T> format;

    public AvroSerde(WireFormat<T> format) {
        this.format = format;
    }

    @Override
    public Serializer<T> serializer() {
        return (topic, value) -> value == null ? null : format.encode(value);
    }

    /** Throws {@link SerializationException} for poison. */
    @Override
    public Deserializer<T> deserializer() {
        return (topic, bytes) -> bytes == null ? null : value(topic, bytes);
    }

    private @Nullable T value(String topic, byte[] bytes) {
        return switch (format.decode(bytes)) {
            case Decoded.Value<T>(T value) -> value;
            case Decoded.Poison<T>(String reason) -> throw new SerializationException(topic + ": " + reason);
        };
    }
}
