package wiredesk.schemas.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.Encoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.ClassSecurityValidator;
import org.jspecify.annotations.Nullable;
import wiredesk.schemas.Topic;
import wiredesk.schemas.record.Article;

/**
 * The Confluent wire format for one topic's values: one zero byte, the schema's id in four bytes (big-endian), the Avro
 * binary body. Thread-safe.
 */
public final class WireFormat<T extends SpecificRecord> {

    private static final byte MAGIC = 0;
    private static final int HEADER_BYTES = 1 + Integer.BYTES;

    static {
        // Avro makes objects of trusted classes only, whatever classes a writer's schema names: ours, besides its own.
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                ClassSecurityValidator.getGlobal(),
                type -> type.getPackageName().equals(Article.class.getPackageName())));
    }

    private final Topic<T> topic;
    private final SchemaIds schemas;
    private final int writerId;
    private final FieldWriter<T> writer;
    private final Map<Integer, Optional<SpecificDatumReader<T>>> readers = new ConcurrentHashMap<>();

    /**
     * Looks up the topic's schema at once, so that a service which could not write stops when it starts.
     *
     * @throws SchemaNotRegisteredException when the registry does not have the schema
     * @throws RegistryUnavailableException when the registry does not answer
     */
    public WireFormat(Topic<T> topic, SchemaIds schemas) {
        this.topic = topic;
        this.schemas = schemas;
        this.writerId = schemas.idOf(topic.subject(), topic.schema());
        this.writer = new FieldWriter<>(topic.schema());
    }

    public byte[] encode(T value) {
        return encode(0, 0, new byte[0], encoder -> writer.write(value, encoder));
    }

    /**
     * Encodes a record whose first field is at hand as another topic's value: those bytes are copied as they are and not
     * decoded and encoded again.
     *
     * @param first a value that {@link #isCurrent} in a format whose schema is that of this record's first field
     * @param rest the record; its first field is not looked at
     */
    public byte[] encode(byte[] first, T rest) {
        return encode(HEADER_BYTES, first.length, first, encoder -> writer.writeAllButFirst(rest, encoder));
    }

    private byte[] encode(int from, int to, byte[] copied, Body body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024 + to - from);
        bytes.write(MAGIC);
        bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(writerId).array());
        bytes.write(copied, from, to - from);
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        try {
            body.write(encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return bytes.toByteArray();
    }

    private interface Body {
        void write(Encoder encoder) throws IOException;
    }

    /** A writer that can begin after the first field. */
    private static final class FieldWriter<T extends SpecificRecord> extends SpecificDatumWriter<T> {

        private final List<Schema.Field> allButFirst;

        FieldWriter(Schema schema) {
            super(schema);
            allButFirst = schema.getFields().subList(1, schema.getFields().size());
        }

        void writeAllButFirst(T value, Encoder out) throws IOException {
            for (Schema.Field field : allButFirst) {
                writeField(value, field, out, null);
            }
        }
    }

    /** Whether the bytes say that they were written with the very schema that this format writes. */
    public boolean isCurrent(byte[] bytes) {
        return bytes.length >= HEADER_BYTES
                && bytes[0] == MAGIC
                && ByteBuffer.wrap(bytes, 1, Integer.BYTES).getInt() == writerId;
    }

    /**
     * The record that the bytes are, or why they are none.
     *
     * @throws RegistryUnavailableException when the writer's schema is not known yet and the registry does not answer
     */
    public Decoded<T> decode(byte @Nullable [] bytes) {
        if (bytes == null) {
            return new Decoded.Poison<>("no value");
        }
        if (bytes.length < HEADER_BYTES || bytes[0] != MAGIC) {
            return new Decoded.Poison<>("not in the Confluent wire format (a zero byte and a schema id come first)");
        }
        int id = ByteBuffer.wrap(bytes, 1, Integer.BYTES).getInt();
        return reader(id)
                .map(reader -> read(reader, bytes))
                .orElseGet(() -> new Decoded.Poison<>(
                        "schema id " + id + " is not one of a " + topic.schema().getName()));
    }

    private Decoded<T> read(SpecificDatumReader<T> reader, byte[] bytes) {
        BinaryDecoder decoder =
                DecoderFactory.get().binaryDecoder(bytes, HEADER_BYTES, bytes.length - HEADER_BYTES, null);
        try {
            T value = reader.read(null, decoder);
            return decoder.isEnd()
                    ? new Decoded.Value<>(value)
                    : new Decoded.Poison<>("bytes are left over after the Avro body");
        } catch (IOException
                | AvroRuntimeException
                | IndexOutOfBoundsException
                | SecurityException
                | UnsupportedOperationException e) {
            return new Decoded.Poison<>("not an Avro " + topic.schema().getName() + ": " + e);
        }
    }

    /** An id once answered is kept for ever: ids are never given out again. Empty: another record's schema, or none. */
    private Optional<SpecificDatumReader<T>> reader(int id) {
        Optional<SpecificDatumReader<T>> known = readers.get(id);
        if (known != null) {
            return known;
        }
        Optional<Schema> writerSchema = id == writerId ? Optional.of(topic.schema()) : schemas.schemaOf(id);
        if (writerSchema.isEmpty()) {
            return Optional.empty(); // Not kept: it may be registered later, and poison could name any number of ids.
        }
        return readers.computeIfAbsent(
                id,
                key -> writerSchema
                        .filter(this::readable)
                        .map(schema -> new SpecificDatumReader<>(schema, topic.schema())));
    }

    private boolean readable(Schema writerSchema) {
        return SchemaCompatibility.checkReaderWriterCompatibility(topic.schema(), writerSchema)
                        .getType()
                == SchemaCompatibilityType.COMPATIBLE;
    }
}
