package wiredesk.standalone;

/** A running desk, wherever it runs, as the world sees it: three addresses. */
public interface Desk {

    /** Where articles are taken, as {@code http://127.0.0.1:8080}. */
    String gatewayUrl();

    /** Kafka, as {@code 127.0.0.1:9092}. */
    String bootstrap();

    /** The registry's Confluent API. */
    String registryUrl();
}
