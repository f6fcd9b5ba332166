package wiredesk.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.SchemaParser;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.RandomData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wiredesk.schemas.wire.Decoded;
import wiredesk.schemas.wire.SchemaIds;
import wiredesk.schemas.wire.WireFormat;

/**
 * Every schema of today against every schema that was ever released: {@code src/test/resources/released} has a folder
 * for each release, with the files as they were then. A release adds a folder; none is ever changed.
 */
class CompatibilityTest {

    private static final int READER = 1;
    private static final int WRITER = 2;
    private static final int RECORDS = 200;
    private static final int HEADER_BYTES = 5;

    /** A topic of today with its record's schema in a release. */
    record Pair(String release, Topic<?> today, Schema released) {
        @Override
        public String toString() {
            return released.getName() + " of release " + release;
        }
    }

    /** Every topic's record in every release that had it. */
    static List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        for (Path release : releases()) {
            for (Schema schema : parsed(release)) {
                topics().filter(topic -> topic.schema().getFullName().equals(schema.getFullName()))
                        .forEach(topic ->
                                pairs.add(new Pair(release.getFileName().toString(), topic, schema)));
            }
        }
        return pairs;
    }

    private static Stream<Topic<?>> topics() {
        return Stream.concat(Topics.typed().stream(), Stream.of(Topics.published("x")));
    }

    @Test
    void noTypeThatWasReleasedIsGone() {
        Set<String> today = named();

        assertThat(releases()).isNotEmpty();
        for (Path release : releases()) {
            assertThat(parsed(release))
                    .isNotEmpty()
                    .allSatisfy(schema -> assertThat(today).contains(schema.getFullName()));
        }
    }

    @Test
    void theFirstReleaseHadEveryTopicsRecordButTheOnesThatCameLater() {
        assertThat(pairs().stream()
                        .filter(pair -> pair.release().equals("1"))
                        .map(pair -> pair.today().name()))
                .containsExactlyInAnyOrderElementsOf(topics().map(Topic::name)
                        .filter(name -> !List.of(Topics.SIGNATURES.name(), Topics.IDEMPOTENCY.name())
                                .contains(name))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void todayReadsWhatWasWrittenThen(Pair pair) {
        assertReads(pair.today().schema(), pair.released());
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void aReaderOfThenReadsWhatIsWrittenToday(Pair pair) {
        assertReads(pair.released(), pair.today().schema());
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void anyRecordWrittenThenIsTheSameRecordToday(Pair pair) throws IOException {
        assertReadsAnyRecord(pair.today(), pair.released());
    }

    private static <T extends SpecificRecord> void assertReadsAnyRecord(Topic<T> today, Schema released)
            throws IOException {
        WireFormat<T> format = new WireFormat<>(today, new Released(released));
        GenericDatumReader<Object> reference = new GenericDatumReader<>(released, today.schema());
        long seed = 0;
        for (Object written : new RandomData(released, RECORDS, seed)) {
            // Given a record as it was written then
            byte[] body = bytes(released, written);
            byte[] wire = new byte[HEADER_BYTES + body.length];
            wire[HEADER_BYTES - 1] = WRITER;
            System.arraycopy(body, 0, wire, HEADER_BYTES, body.length);

            // When today's reader reads it
            Decoded<T> decoded = format.decode(wire);

            // Then it is what Avro's own rules make of it
            Object expected = reference.read(null, DecoderFactory.get().binaryDecoder(body, null));
            String what = "seed " + seed + ": " + written;
            assertThat(decoded).as(what).isInstanceOf(Decoded.Value.class);
            assertThat(bytes(today.schema(), ((Decoded.Value<T>) decoded).value()))
                    .as(what)
                    .isEqualTo(bytes(today.schema(), expected));
        }
    }

    @Test
    void everyTypeAndFieldSaysWhatItIs() {
        for (Schema type : types().toList()) {
            assertThat(type.getDoc()).as(type.getFullName()).isNotBlank();
            if (type.getType() == Schema.Type.RECORD) {
                type.getFields()
                        .forEach(field -> assertThat(field.doc())
                                .as(type.getFullName() + "." + field.name())
                                .isNotBlank());
            }
        }
    }

    @Test
    void everyEnumHasADefaultSoThatASymbolMayBeAdded() {
        List<Schema> enums =
                types().filter(type -> type.getType() == Schema.Type.ENUM).toList();

        assertThat(enums)
                .isNotEmpty()
                .allSatisfy(type ->
                        assertThat(type.getEnumDefault()).as(type.getFullName()).isIn(type.getEnumSymbols()));
    }

    private static void assertReads(Schema reader, Schema writer) {
        SchemaCompatibility.SchemaPairCompatibility compatibility =
                SchemaCompatibility.checkReaderWriterCompatibility(reader, writer);
        assertThat(compatibility.getType())
                .as(() -> compatibility.getResult().getIncompatibilities().toString())
                .isEqualTo(SchemaCompatibilityType.COMPATIBLE);
    }

    /** Encoded without the classes that today's types would bring: their bytes are compared, not their classes. */
    private static byte[] bytes(Schema schema, Object value) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        if (value instanceof SpecificRecord) {
            new SpecificDatumWriter<>(schema).write(value, encoder);
        } else {
            new GenericDatumWriter<>(schema).write(value, encoder);
        }
        encoder.flush();
        return bytes.toByteArray();
    }

    private static Set<String> named() {
        Set<String> names = new HashSet<>();
        types().forEach(type -> names.add(type.getFullName()));
        return names;
    }

    /** Every named type of today that a topic's record is made of. */
    private static Stream<Schema> types() {
        Set<Schema> types = new HashSet<>();
        topics().forEach(topic -> collect(topic.schema(), types));
        return types.stream();
    }

    private static void collect(Schema schema, Set<Schema> into) {
        switch (schema.getType()) {
            case RECORD -> {
                if (into.add(schema)) {
                    schema.getFields().forEach(field -> collect(field.schema(), into));
                }
            }
            case ENUM, FIXED -> into.add(schema);
            case ARRAY -> collect(schema.getElementType(), into);
            case MAP -> collect(schema.getValueType(), into);
            case UNION -> schema.getTypes().forEach(branch -> collect(branch, into));
            case STRING, BYTES, INT, LONG, FLOAT, DOUBLE, BOOLEAN, NULL -> {
                // Has no name and no doc of its own.
            }
        }
    }

    private static List<Path> releases() {
        URL folder = Objects.requireNonNull(CompatibilityTest.class.getResource("/released"), "released");
        try (Stream<Path> folders = Files.list(Path.of(folder.toURI()))) {
            return folders.sorted().toList();
        } catch (IOException | URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Schema> parsed(Path release) {
        SchemaParser parser = new SchemaParser();
        try (Stream<Path> files = Files.list(release)) {
            for (Path file : files.sorted().toList()) {
                parser.parse(file);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return parser.getParsedNamedSchemas();
    }

    private record Released(Schema released) implements SchemaIds {
        @Override
        public int idOf(String subject, Schema schema) {
            return READER;
        }

        @Override
        public Optional<Schema> schemaOf(int id) {
            return id == WRITER ? Optional.of(released) : Optional.empty();
        }
    }
}
