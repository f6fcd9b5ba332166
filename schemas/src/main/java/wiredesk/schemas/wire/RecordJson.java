package wiredesk.schemas.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record as JSON for people and scripts: the fields by their names, unions without Avro's wrapping, instants in
 * ISO 8601, bytes in Base64.
 */
public final class RecordJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private RecordJson() {}

    public static ObjectNode of(SpecificRecord value) {
        ObjectNode object = JSON.objectNode();
        for (Schema.Field field : value.getSchema().getFields()) {
            object.set(field.name(), node(value.get(field.pos())));
        }
        return object;
    }

    private static JsonNode node(@Nullable Object value) {
        return switch (value) {
            case null -> JSON.nullNode();
            case SpecificRecord nested -> of(nested);
            case Collection<?> items ->
                JSON.arrayNode().addAll(items.stream().map(RecordJson::node).toList());
            case Map<?, ?> entries -> {
                ObjectNode object = JSON.objectNode();
                // In the keys' order: a map has none of its own, and the same record is to read the same.
                new TreeMap<>(entries).forEach((key, item) -> object.set(key.toString(), node(item)));
                yield object;
            }
            case Boolean bool -> JSON.booleanNode(bool);
            case Integer number -> JSON.numberNode(number);
            case Long number -> JSON.numberNode(number);
            case Double number -> JSON.numberNode(number);
            case ByteBuffer bytes -> JSON.textNode(Base64.getEncoder().encodeToString(copy(bytes)));
            case Instant instant -> JSON.textNode(instant.toString());
            default -> JSON.textNode(value.toString());
        };
    }

    private static byte[] copy(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
