package wiredesk.schemas.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;
import wiredesk.schemas.Topics;
import wiredesk.schemas.record.Article;

class AvroSerdeTest {

    private static final String TOPIC = Topics.INGESTED.name();

    private final WireFormat<Article> format = new WireFormat<>(Topics.INGESTED, new SchemaIds() {
        @Override
        public int idOf(String subject, Schema schema) {
            return 1;
        }

        @Override
        public Optional<Schema> schemaOf(int id) {
            return Optional.empty();
        }
    });
    private final AvroSerde<Article> serde = new AvroSerde<>(format);

    @Test
    void aPlainClientWritesAndReadsTheWireFormat() {
        byte[] bytes = serde.serializer().serialize(TOPIC, Samples.article());

        assertThat(bytes).isEqualTo(format.encode(Samples.article()));
        assertThat(serde.deserializer().deserialize(TOPIC, bytes)).isEqualTo(Samples.article());
    }

    @Test
    void aTombstoneStaysOne() {
        assertThat(serde.serializer().serialize(TOPIC, null)).isNull();
        assertThat(serde.deserializer().deserialize(TOPIC, (byte[]) null)).isNull();
    }

    @Test
    void poisonIsKafkasOwnException() {
        assertThatThrownBy(() -> serde.deserializer().deserialize(TOPIC, new byte[] {1, 2, 3}))
                .isInstanceOf(SerializationException.class)
                .hasMessageStartingWith("articles.ingested: ");
    }
}
