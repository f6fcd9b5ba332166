package wiredesk.ingest.format;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import wiredesk.ingest.copy.Spaces;

/** Reads payloads: by their media type, or by looking where that says nothing. */
public final class Formats {

    private static final String ACCEPTED =
            "text/plain, application/json, application/ninjs+json and application/vnd.iptc.ninjs+json";

    /** An array of objects. A text may begin with a bracket, but hardly with this. */
    private static final Pattern JSON_ARRAY = Pattern.compile("\\[\\s*\\{");

    private static final Pattern MARKUP = Pattern.compile(
            "<(?:\\?xml|!doctype|!--|html|rss|feed|nitf|newsitem|newsmessage)", Pattern.CASE_INSENSITIVE);

    private Formats() {}

    /**
     * What the payload says, or why it cannot be read. Never throws for any bytes or type.
     *
     * @param mediaType the Content-Type as sent; null, {@code application/octet-stream} and
     *     {@code application/x-www-form-urlencoded} (which curl sends unasked) mean 'look'
     */
    public static Read read(byte[] payload, @Nullable String mediaType) {
        if (payload.length == 0) {
            return empty();
        }
        if (mediaType == null || mediaType.isBlank()) {
            return readByLooks(payload, null);
        }
        MediaType type = MediaType.parse(mediaType);
        if (type == null) {
            return unsupported("the media type cannot be read");
        }
        return switch (type.name()) {
            case "text/plain" -> readText(payload, type.charset());
            case "application/json", "application/ninjs+json", "application/vnd.iptc.ninjs+json" -> readNinjs(payload);
            case "application/octet-stream", "application/x-www-form-urlencoded" ->
                readByLooks(payload, type.charset());
            default -> unsupported("'" + type.name() + "' is not read here");
        };
    }

    /**
     * What each article of the payload says, or why it cannot be read: at least one answer. As {@link #read}, it never
     * throws.
     */
    public static List<Read> readAll(byte[] payload, @Nullable String mediaType) {
        return List.of(read(payload, mediaType));
    }

    private static Read readByLooks(byte[] payload, @Nullable String charset) {
        if (Decoding.ofJson(payload) instanceof Decoding.Text(String text)) {
            String start = text.stripLeading();
            if (start.startsWith("{") || JSON_ARRAY.matcher(start).lookingAt()) {
                return NinjsReader.read(text);
            }
            if (MARKUP.matcher(start).lookingAt()) {
                return unsupported("it came without a media type and looks like HTML or XML");
            }
        }
        return readText(payload, charset);
    }

    private static Read readNinjs(byte[] payload) {
        return switch (Decoding.ofJson(payload)) {
            case Decoding.Failed(Reason reason) -> reason.refused();
            case Decoding.Text(String text) -> Spaces.isBlank(text) ? empty() : NinjsReader.read(text);
        };
    }

    private static Read readText(byte[] payload, @Nullable String charset) {
        return switch (Decoding.ofText(payload, charset)) {
            case Decoding.Failed(Reason reason) -> reason.refused();
            case Decoding.Text(String text) -> readText(text);
        };
    }

    private static Read readText(String text) {
        int nul = text.indexOf('\0');
        if (nul >= 0) {
            String detail = "a NUL character at offset %d: this is no text".formatted(nul);
            return Reason.of(Kind.MALFORMED, detail).refused();
        }
        if (PlainText.hasTooManyLines(text)) {
            return Reason.of(Kind.INVALID, "the text " + PlainText.TOO_MANY_LINES)
                    .refused();
        }
        var blocks = PlainText.blocks(text);
        return blocks.isEmpty() ? empty() : new Read.Accepted(Draft.ofText(blocks));
    }

    private static Read empty() {
        return Reason.of(Kind.EMPTY, "there is nothing in it").refused();
    }

    private static Read unsupported(String problem) {
        return Reason.of(Kind.UNSUPPORTED_MEDIA_TYPE, problem + "; accepted are " + ACCEPTED)
                .refused();
    }
}
