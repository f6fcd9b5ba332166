package wiredesk.schemas.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;

/**
 * A registry for tests without one. It has every schema that it is asked for: a text gets an id the first time, from 1
 * in the order of asking, and keeps it under every subject, as a Confluent registry's ids do. Thread-safe.
 */
public final class FixedSchemas implements SchemaIds {

    private final List<String> texts = new ArrayList<>();

    @Override
    public synchronized int idOf(String subject, Schema schema) {
        String text = schema.toString();
        if (!texts.contains(text)) {
            texts.add(text);
        }
        return texts.indexOf(text) + 1;
    }

    @Override
    public synchronized Optional<Schema> schemaOf(int id) {
        return id >= 1 && id <= texts.size()
                ? Optional.of(new Schema.Parser().parse(texts.get(id - 1)))
                : Optional.empty();
    }
}
