package wiredesk.schemas.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import wiredesk.schemas.Topic;
import wiredesk.schemas.Topics;
import wiredesk.schemas.record.Article;
import wiredesk.schemas.record.Channel;
import wiredesk.schemas.record.DeliveryRecord;
import wiredesk.schemas.record.Submission;
import wiredesk.schemas.record.TagRules;
import wiredesk.schemas.wire.Samples.Sample;

class WireFormatTest {

    private static final int ID = 0x01020304;
    private static final int OTHER_ID = 0x0a0b0c0d;
    private static final int HEADER_BYTES = 5;
    private static final int CASES = 2_000;
    private static final int MODEST_BYTES = 1 << 18;
    private static final String SAMPLES = "wiredesk.schemas.wire.Samples#all";

    private final Ids ids = new Ids();

    @ParameterizedTest
    @MethodSource(SAMPLES)
    void aRecordHasTheBytesThatItAlwaysHad(Sample<?> sample) {
        assertThat(HexFormat.of().formatHex(encoded(sample)))
                .isEqualTo(HexFormat.of().formatHex(golden(sample.name())));
    }

    @ParameterizedTest
    @MethodSource(SAMPLES)
    void bytesOfOldAreTheRecordThatTheyAlwaysWere(Sample<?> sample) {
        assertThat(format(sample.topic()).decode(golden(sample.name()))).isEqualTo(new Decoded.Value<>(sample.value()));
    }

    @Test
    void everyTypeThatTravelsHasGoldenBytes() {
        List<String> sampled = Samples.all().stream().map(Sample::name).toList();

        assertThat(Topics.typed())
                .allSatisfy(topic -> assertThat(sampled).contains(topic.schema().getName()));
        assertThat(sampled).contains(Topics.published("x").schema().getName());
    }

    @ParameterizedTest
    @MethodSource(SAMPLES)
    void aRecordIsReadByTheSchemaAsOtherLanguagesSeeIt(Sample<?> sample) {
        // Given the schema as the registry has it, without the hint that strings are Java's
        Schema plain = new Schema.Parser()
                .parse(SchemaRegistry.confluent(sample.topic().schema()).canonicalString());
        ids.add(OTHER_ID, plain);

        // When another writer's record is read
        Decoded<?> decoded = format(sample.topic()).decode(withId(OTHER_ID, encoded(sample)));

        // Then it is the same record, its strings Java's
        assertThat(plain.toString()).doesNotContain("avro.java.string");
        assertThat(decoded).isEqualTo(new Decoded.Value<>(sample.value()));
    }

    @Test
    void aRecordOfAnotherVersionIsReadByItsWritersSchema() {
        // Given a writer whose version has the fields in another order, and one more
        Schema other = SchemaBuilder.record("TagRules")
                .namespace("wiredesk.schemas.record")
                .fields()
                .requiredString("yaml")
                .optionalString("editor")
                .requiredString("code")
                .requiredString("fileName")
                .endRecord();
        ids.add(OTHER_ID, other);

        // When
        Decoded<TagRules> decoded = format(Topics.RULES)
                .decode(withId(OTHER_ID, new byte[] {0, 0, 0, 0, 0, 2, 'y', 2, 2, 'e', 2, 'c', 2, 'f'}));

        // Then
        assertThat(decoded).isEqualTo(new Decoded.Value<>(new TagRules("c", "f", "y", List.of())));
    }

    @Test
    void aWriterWhoseSchemaIsNotRegisteredDoesNotStart() {
        SchemaIds none = new Ids() {
            @Override
            public int idOf(String subject, Schema schema) {
                throw new SchemaNotRegisteredException(subject);
            }
        };

        assertThatThrownBy(() -> new WireFormat<>(Topics.INGESTED, none))
                .isInstanceOf(SchemaNotRegisteredException.class)
                .hasMessageContaining("articles.ingested-value");
    }

    @Test
    void noValueIsPoison() {
        assertThat(format(Topics.INGESTED).decode(null)).isEqualTo(new Decoded.Poison<>("no value"));
    }

    @ParameterizedTest
    @MethodSource(SAMPLES)
    void aRecordCutShortAnywhereIsPoison(Sample<?> sample) {
        byte[] whole = encoded(sample);
        WireFormat<?> format = format(sample.topic());

        for (int length = 0; length < whole.length; length++) {
            assertThat(format.decode(Arrays.copyOf(whole, length)))
                    .as("the first %d of %d bytes", length, whole.length)
                    .isInstanceOf(Decoded.Poison.class);
        }
    }

    @ParameterizedTest
    @MethodSource(SAMPLES)
    void aRecordWithBytesLeftOverIsPoison(Sample<?> sample) {
        byte[] whole = encoded(sample);

        assertThat(format(sample.topic()).decode(Arrays.copyOf(whole, whole.length + 1)))
                .isEqualTo(new Decoded.Poison<>("bytes are left over after the Avro body"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 0x7b, 0xff})
    void anotherFirstByteIsPoison(int first) {
        byte[] bytes = encoded(new Sample<>(Topics.INGESTED, Samples.article()));
        bytes[0] = (byte) first;

        assertThat(reason(format(Topics.INGESTED).decode(bytes))).startsWith("not in the Confluent wire format");
    }

    @Test
    void anIdThatNobodyHasIsPoisonUntilItIsGivenOut() {
        // Given an id that the registry does not know
        WireFormat<Article> format = format(Topics.INGESTED);
        byte[] bytes = withId(OTHER_ID, encoded(new Sample<>(Topics.INGESTED, Samples.article())));
        assertThat(reason(format.decode(bytes))).contains(Integer.toString(OTHER_ID));

        // When it is given out
        ids.add(OTHER_ID, Topics.INGESTED.schema());

        // Then the record is read, and the registry is not asked again for each
        assertThat(format.decode(bytes)).isEqualTo(new Decoded.Value<>(Samples.article()));
        int asked = ids.asked;
        assertThat(format.decode(bytes)).isInstanceOf(Decoded.Value.class);
        assertThat(ids.asked).isEqualTo(asked);
    }

    @Test
    void aRegistryThatDoesNotAnswerMakesNothingPoison() {
        // Given a record of another writer, and a registry that is away
        ids.add(OTHER_ID, Topics.INGESTED.schema());
        ids.away = true;
        WireFormat<Article> format = format(Topics.INGESTED);
        byte[] bytes = withId(OTHER_ID, encoded(new Sample<>(Topics.INGESTED, Samples.article())));

        // Then there is no answer about it, while our own schema needs none
        assertThatThrownBy(() -> format.decode(bytes)).isInstanceOf(RegistryUnavailableException.class);
        assertThat(format.decode(withId(ID, bytes))).isInstanceOf(Decoded.Value.class);

        // And once the registry is back the record is read
        ids.away = false;
        assertThat(format.decode(bytes)).isInstanceOf(Decoded.Value.class);
    }

    @Test
    void theIdOfAnotherRecordsSchemaIsPoisonWhateverTheBytes() {
        for (Sample<?> theirs : Samples.all()) {
            for (Sample<?> ours : Samples.all()) {
                if (!theirs.name().equals(ours.name())) {
                    Ids fresh = new Ids();
                    fresh.add(OTHER_ID, theirs.topic().schema());
                    WireFormat<?> format = new WireFormat<>(ours.topic(), fresh);
                    assertThat(reason(format.decode(withId(OTHER_ID, encoded(theirs)))))
                            .as("a %s where a %s should be", theirs, ours)
                            .isEqualTo("schema id " + OTHER_ID + " is not one of a " + ours);
                }
            }
        }
    }

    @Test
    void aSchemaThatIsNoRecordsIsPoison() {
        ids.add(OTHER_ID, SchemaBuilder.builder().stringType());

        assertThat(reason(format(Topics.RULES).decode(withId(OTHER_ID, new byte[] {0, 0, 0, 0, 0, 2, 'a'}))))
                .isEqualTo("schema id " + OTHER_ID + " is not one of a TagRules");
    }

    @ParameterizedTest
    @MethodSource(SAMPLES)
    void randomBytesAreAnAnswerAndNeverAnException(Sample<?> sample) {
        WireFormat<?> format = format(sample.topic());
        for (long seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            byte[] bytes = new byte[HEADER_BYTES + random.nextInt(200)];
            random.nextBytes(bytes);
            answersModestly(format, withId(ID, bytes), "seed " + seed);
        }
    }

    @ParameterizedTest
    @MethodSource(SAMPLES)
    void aRecordWithDamageIsAnAnswerAndNeverAnException(Sample<?> sample) {
        WireFormat<?> format = format(sample.topic());
        byte[] whole = encoded(sample);
        for (long seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            byte[] bytes = whole.clone();
            for (int hits = 1 + random.nextInt(3); hits > 0; hits--) {
                bytes[HEADER_BYTES + random.nextInt(bytes.length - HEADER_BYTES)] = (byte) random.nextInt();
            }
            answersModestly(format, bytes, "seed " + seed);
        }
    }

    @ParameterizedTest
    @ValueSource(
            longs = {
                1 << 20,
                1 << 30,
                Integer.MAX_VALUE - 8,
                Integer.MAX_VALUE,
                Integer.MAX_VALUE + 1L,
                Long.MAX_VALUE,
                -1,
                Integer.MIN_VALUE,
                Long.MIN_VALUE
            })
    void aLengthBeyondTheBytesIsRefusedBeforeAnyMemoryIsTaken(long length) {
        WireFormat<Submission> submissions = format(Topics.SUBMISSIONS);
        WireFormat<Channel> channels = format(Topics.CHANNELS);
        WireFormat<DeliveryRecord> deliveries = format(Topics.DELIVERIES);

        refusesModestly(submissions, body(length), "a string of " + length);
        refusesModestly(submissions, body(1, 'a', 0, length), "bytes of " + length);
        refusesModestly(channels, body(0, 0, length), "an array of " + length);
        refusesModestly(deliveries, body(length), "a map of " + length);
        refusesModestly(deliveries, body(1, length), "a map's key of " + length);
        if (length < 0) { // A block of so many items that says its size in bytes, here a huge one.
            refusesModestly(channels, body(0, 0, length, Long.MAX_VALUE), "an array with a size, of " + length);
        }
    }

    private static void refusesModestly(WireFormat<?> format, byte[] bytes, String what) {
        assertThat(answersModestly(format, bytes, what)).as(what).isInstanceOf(Decoded.Poison.class);
    }

    /** Decodes; a failure when that throws, or takes more memory than a few bytes of input can need. */
    private static Decoded<?> answersModestly(WireFormat<?> format, byte[] bytes, String what) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        try {
            format.decode(bytes); // Once for the classes that it loads, which take memory too.
            long before = threads.getCurrentThreadAllocatedBytes();
            Decoded<?> decoded = format.decode(bytes);
            long taken = threads.getCurrentThreadAllocatedBytes() - before;
            if (taken > MODEST_BYTES) {
                throw new AssertionError("took " + taken + " bytes of memory");
            }
            return decoded;
        } catch (RuntimeException | Error e) {
            throw new AssertionError(what + ": " + HexFormat.of().formatHex(bytes), e);
        }
    }

    private <T extends SpecificRecord> WireFormat<T> format(Topic<T> topic) {
        return new WireFormat<>(topic, ids);
    }

    private static <T extends SpecificRecord> byte[] encoded(Sample<T> sample) {
        return new WireFormat<>(sample.topic(), new Ids()).encode(sample.value());
    }

    private static byte[] withId(int id, byte[] bytes) {
        return ByteBuffer.wrap(bytes.clone()).put((byte) 0).putInt(id).array();
    }

    /** A header, then these as Avro's variable-length numbers; a byte such as {@code 'a'} is written so too. */
    private static byte[] body(long... numbers) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(withId(ID, new byte[HEADER_BYTES]));
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        try {
            for (long number : numbers) {
                encoder.writeLong(number);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String reason(Decoded<?> decoded) {
        assertThat(decoded).isInstanceOf(Decoded.Poison.class);
        return ((Decoded.Poison<?>) decoded).reason();
    }

    private static byte[] golden(String name) {
        String file = "/golden/" + name + ".hex";
        try (InputStream hex = WireFormatTest.class.getResourceAsStream(file)) {
            String text = new String(Objects.requireNonNull(hex, file).readAllBytes(), US_ASCII);
            return HexFormat.of().parseHex(text.replaceAll("\\s", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A registry that has every topic's schema under one id, and others as a test gives them out. */
    private static class Ids implements SchemaIds {
        private final Map<Integer, Schema> others = new HashMap<>();
        private boolean away;
        private int asked;

        void add(int id, Schema schema) {
            others.put(id, schema);
        }

        @Override
        public int idOf(String subject, Schema schema) {
            return ID;
        }

        @Override
        public Optional<Schema> schemaOf(int id) {
            asked++;
            if (away) {
                throw new RegistryUnavailableException("away", new IOException());
            }
            return Optional.ofNullable(others.get(id));
        }
    }
}
