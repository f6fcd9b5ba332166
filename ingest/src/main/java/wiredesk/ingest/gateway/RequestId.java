package wiredesk.ingest.gateway;

import io.javalin.http.Context;
import java.util.regex.Pattern;
import wiredesk.runtime.SystemTime;

/** The name of a request, by which its sender and the gateway's log can speak of it: the sender's, or a new one. */
final class RequestId {

    static final String HEADER = "X-Request-Id";

    private static final Pattern VALID = Pattern.compile("[A-Za-z0-9._:-]{1,100}");
    private static final int BYTES = 12;

    private RequestId() {}

    /** Names the request, and the answer too. */
    static void give(Context context) {
        String own = context.header(HEADER);
        String id = own != null && VALID.matcher(own).matches() ? own : SystemTime.randomHex(BYTES);
        context.attribute(HEADER, id);
        context.header(HEADER, id);
    }

    static String of(Context context) {
        String id = context.attribute(HEADER);
        return id == null ? "" : id;
    }
}
