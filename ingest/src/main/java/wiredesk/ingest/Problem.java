package wiredesk.ingest;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;
import wiredesk.ingest.format.Reason;

/**
 * A problem document (RFC 9457).
 *
 * @param type the last part of its type, a stable word for machines
 * @param title what kind of problem it is
 * @param detail what is wrong with this very request, and what to do
 * @param pointer JSON Pointer to the field of the payload that is wrong, where there is one
 */
record Problem(
        int status,
        String type,
        String title,
        String detail,
        @Nullable String pointer) {

    private static final JsonMapper JSON = new JsonMapper();

    static Problem of(Reason reason) {
        return switch (reason.kind()) {
            case EMPTY -> new Problem(400, "empty", "Empty payload", reason.detail(), reason.pointer());
            case UNSUPPORTED_MEDIA_TYPE ->
                new Problem(415, reason.kind().slug(), "Unsupported media type", reason.detail(), reason.pointer());
            case BAD_CHARSET ->
                new Problem(400, reason.kind().slug(), "Undecodable text", reason.detail(), reason.pointer());
            case MALFORMED ->
                new Problem(400, reason.kind().slug(), "Malformed payload", reason.detail(), reason.pointer());
            case INVALID ->
                new Problem(422, reason.kind().slug(), "Invalid article", reason.detail(), reason.pointer());
            case NOT_NEWS -> new Problem(422, reason.kind().slug(), "No article", reason.detail(), reason.pointer());
        };
    }

    /** The same, saying which of a payload's articles it is about, where there are several. */
    Problem within(int index, int articles) {
        String which = "article %d of %d: ".formatted(index + 1, articles);
        return articles == 1 ? this : new Problem(status, type, title, which + detail, pointer);
    }

    void answer(Context context) {
        ObjectNode body = JSON.createObjectNode();
        body.put("type", "urn:wiredesk:problem:" + type);
        body.put("title", title);
        body.put("status", status);
        body.put("detail", detail);
        if (pointer != null) {
            body.put("pointer", pointer);
        }
        context.status(status).contentType("application/problem+json").result(body.toString());
    }
}
