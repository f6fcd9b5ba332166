package wiredesk.ingest.gateway;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import wiredesk.ingest.format.Reason;
import wiredesk.schemas.Topics;

/**
 * A problem document (RFC 9457).
 *
 * @param type the last part of its type, a stable word for machines
 * @param title what kind of problem it is
 * @param detail what is wrong with this very request, and what to do
 * @param pointer JSON Pointer to the field of the payload that is wrong, where there is one
 * @param retryAfter when the same request may be tried again; null where it would be refused again
 */
record Problem(
        int status,
        String type,
        String title,
        String detail,
        @Nullable String pointer,
        @Nullable Duration retryAfter) {

    static final String MEDIA_TYPE = "application/problem+json";

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration LOG_IS_BACK = Duration.ofSeconds(5);

    Problem(int status, String type, String title, String detail, @Nullable String pointer) {
        this(status, type, title, detail, pointer, null);
    }

    Problem(int status, String type, String title, String detail) {
        this(status, type, title, detail, null, null);
    }

    static Problem of(Reason reason) {
        String slug = reason.kind().slug();
        return switch (reason.kind()) {
            case EMPTY -> new Problem(400, slug, "Empty payload", reason.detail(), reason.pointer());
            case UNSUPPORTED_MEDIA_TYPE ->
                new Problem(415, slug, "Unsupported media type", reason.detail(), reason.pointer());
            case BAD_CHARSET -> new Problem(400, slug, "Undecodable text", reason.detail(), reason.pointer());
            case MALFORMED -> new Problem(400, slug, "Malformed payload", reason.detail(), reason.pointer());
            case INVALID -> new Problem(422, slug, "Invalid article", reason.detail(), reason.pointer());
            case NOT_NEWS -> new Problem(422, slug, "No article", reason.detail(), reason.pointer());
        };
    }

    static Problem tooLarge() {
        String detail = "A payload may have " + Topics.MAX_PAYLOAD_BYTES + " bytes";
        return new Problem(413, "too-large", "Payload too large", detail);
    }

    static Problem logUnavailable() {
        String detail = "Not accepted; send it again later";
        return new Problem(503, "log-unavailable", "The log cannot take it", detail, null, LOG_IS_BACK);
    }

    /** The same, saying which of a payload's articles it is about, where there are several. */
    Problem within(int index, int articles) {
        String which = "article %d of %d: ".formatted(index + 1, articles);
        return articles == 1 ? this : new Problem(status, type, title, which + detail, pointer, retryAfter);
    }

    ObjectNode json() {
        ObjectNode body = JSON.createObjectNode();
        body.put("type", "urn:wiredesk:problem:" + type);
        body.put("title", title);
        body.put("status", status);
        body.put("detail", detail);
        if (pointer != null) {
            body.put("pointer", pointer);
        }
        return body;
    }

    void answer(Context context) {
        if (retryAfter != null) {
            context.header(
                    "Retry-After",
                    Long.toString(Math.max(1, retryAfter.plusMillis(999).toSeconds())));
        }
        ObjectNode body = json();
        body.put("instance", "urn:wiredesk:request:" + RequestId.of(context));
        context.status(status).contentType(MEDIA_TYPE).result(body.toString());
    }
}
