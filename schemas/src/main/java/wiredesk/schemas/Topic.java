package wiredesk.schemas;

import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/**
 * A topic whose values are Avro records of one type.
 *
 * @param name the topic's name
 * @param type the class of its values
 * @param schema the schema that its values are written with
 */
public record Topic<T extends SpecificRecord>(String name, Class<T> type, Schema schema) {

    /** The registry's subject for the values, by TopicNameStrategy. */
    public String subject() {
        return name + "-value";
    }
}
