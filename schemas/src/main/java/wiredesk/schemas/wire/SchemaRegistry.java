package wiredesk.schemas.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.apache.avro.Schema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.avro.AvroSchema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A registry with Confluent's API, through Confluent's own client. The one place that touches it. */
public final class SchemaRegistry implements SchemaIds, AutoCloseable {

    /** What every subject promises: each version reads, and is read by, every other. */
    public static final String COMPATIBILITY = "FULL_TRANSITIVE";

    private static final Logger log = LoggerFactory.getLogger(SchemaRegistry.class);
    private static final int CACHED_SCHEMAS = 1_000;
    private static final int ATTEMPTS = 6;
    private static final Duration FIRST_WAIT = Duration.ofMillis(200);
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAUTHORIZED = 401;
    private static final int SERVER_ERROR = 500;

    private final String url;
    private final SchemaRegistryClient client;

    /**
     * @param url where the API is, as {@code http://localhost:8081/apis/ccompat/v7}
     * @param settings the Confluent client's own settings, as {@code basic.auth.user.info}
     */
    public SchemaRegistry(String url, Map<String, String> settings) {
        this.url = url;
        this.client = new CachedSchemaRegistryClient(url, CACHED_SCHEMAS, settings);
    }

    @Override
    public int idOf(String subject, Schema schema) {
        return ask(() -> found(() -> client.getId(subject, confluent(schema))))
                .orElseThrow(() -> new SchemaNotRegisteredException(subject));
    }

    @Override
    public Optional<Schema> schemaOf(int id) {
        return ask(() -> found(() -> client.getSchemaById(id).canonicalString()))
                .map(text -> new Schema.Parser().parse(text));
    }

    /** Sets the subject's compatibility, then registers the schema if it is not there; the id either way. */
    public int register(String subject, Schema schema) {
        ask(() -> client.updateCompatibility(subject, COMPATIBILITY));
        return ask(() -> client.register(subject, confluent(schema)));
    }

    /** The compatibility that the subject has of its own. */
    public String compatibility(String subject) {
        return ask(() -> client.getCompatibility(subject));
    }

    /** Whether the registry answers, asked once. */
    public boolean reachable() {
        try {
            client.getAllSubjects();
            return true;
        } catch (IOException | RestClientException e) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The schema as other languages should see it: without the hint that tells Java which string class to use. */
    static AvroSchema confluent(Schema schema) {
        try {
            JsonNode json = new ObjectMapper().readTree(schema.toString());
            withoutJavaHints(json);
            return new AvroSchema(json.toString());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Avro printed a schema that is not JSON", e);
        }
    }

    private static void withoutJavaHints(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove("avro.java.string");
        }
        node.forEach(SchemaRegistry::withoutJavaHints);
    }

    private interface Question<T> {
        T ask() throws IOException, RestClientException;
    }

    private static <T> Optional<T> found(Question<T> question) throws IOException, RestClientException {
        try {
            return Optional.of(question.ask());
        } catch (RestClientException e) {
            if (e.getStatus() == NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Asks again, with growing waits (6 s in all), for as long as the answer says nothing about the question. */
    private <T> T ask(Question<T> question) {
        Duration wait = FIRST_WAIT;
        for (int attempt = 1; ; attempt++) {
            try {
                return question.ask();
            } catch (IOException e) {
                giveUpAfter(attempt, e);
            } catch (RestClientException e) {
                if (!passing(e.getStatus())) {
                    throw new IllegalStateException("The registry at " + url + " refused: " + e.getMessage(), e);
                }
                giveUpAfter(attempt, e);
            }
            LockSupport.parkNanos(wait.toNanos());
            wait = wait.multipliedBy(2);
        }
    }

    private void giveUpAfter(int attempt, Exception e) {
        if (attempt == ATTEMPTS) {
            throw new RegistryUnavailableException("The registry at " + url + " does not answer: " + e.getMessage(), e);
        }
        log.warn("The registry at {} does not answer ({}), asked {} of {} times", url, e, attempt, ATTEMPTS);
    }

    private static boolean passing(int status) {
        return status >= SERVER_ERROR || status == UNAUTHORIZED || status == TOO_MANY_REQUESTS;
    }
}
