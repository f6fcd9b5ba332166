package wiredesk.publish.routing;

/**
 * The last record of an article that a channel got.
 *
 * @param version the version that it delivered
 * @param contentHash the hash of what it said
 */
public record Delivered(String version, String contentHash, DeliveryKind kind) {}
