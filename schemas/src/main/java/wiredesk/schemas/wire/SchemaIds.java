package wiredesk.schemas.wire;

import java.util.Optional;
import org.apache.avro.Schema;

/** Which schema has which id. */
public interface SchemaIds {

    /**
     * The id under which the schema is registered for the subject.
     *
     * @throws SchemaNotRegisteredException when it is not: a writer never registers by itself
     * @throws RegistryUnavailableException when there is no answer
     */
    int idOf(String subject, Schema schema);

    /**
     * The schema that has the id; empty when no schema has it.
     *
     * @throws RegistryUnavailableException when there is no answer
     */
    Optional<Schema> schemaOf(int id);
}
