package wiredesk.runtime;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** The W3C trace context of an event, which travels in its records' headers from the gateway to the sites. */
public final class Trace {

    public static final String HEADER = "traceparent";

    private static final Pattern VALID = Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    private Trace() {}

    /** The sender's trace context where it is valid, else a new one. */
    public static String continued(@Nullable String traceparent) {
        return traceparent != null && VALID.matcher(traceparent).matches()
                ? traceparent
                : "00-" + SystemTime.randomHex(16) + "-" + SystemTime.randomHex(8) + "-00";
    }

    public static void put(Headers headers, String traceparent) {
        headers.remove(HEADER).add(HEADER, traceparent.getBytes(StandardCharsets.US_ASCII));
    }

    /** The trace id, 32 hexadecimal digits; empty when the record carries none. */
    public static String id(Headers headers) {
        Header header = headers.lastHeader(HEADER);
        String text =
                header == null || header.value() == null ? "" : new String(header.value(), StandardCharsets.US_ASCII);
        return id(text);
    }

    /** The trace id of a trace context; empty where it is none. */
    public static String id(String traceparent) {
        return VALID.matcher(traceparent).matches() ? traceparent.substring(3, 35) : "";
    }
}
