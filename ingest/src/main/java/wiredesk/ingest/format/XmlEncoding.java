package wiredesk.ingest.format;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The characters of an XML document: by its byte-order mark, else as the media type says, else as its declaration says
 * (RFC 7303, section 3), else UTF-8. A server that knows no better says a character set that the document contradicts;
 * then what the bytes are not is refused, and not guessed at.
 */
final class XmlEncoding {

    /** Stands for 'no mark': no mark means it. */
    private static final Charset UNMARKED = StandardCharsets.US_ASCII;

    /** A declaration is short and of ASCII characters. */
    private static final int LONGEST_DECLARATION = 512;

    private static final Pattern DECLARED = Pattern.compile(
            "\\s*<\\?xml\\s+version\\s*=\\s*[\"'][^\"']*[\"']\\s+encoding\\s*=\\s*[\"']([A-Za-z][A-Za-z0-9._-]*)[\"']");

    private XmlEncoding() {}

    static Decoding decode(byte[] bytes, @Nullable String mediaTypes) {
        Charset mark = Bom.of(bytes, UNMARKED);
        if (!mark.equals(UNMARKED)) {
            return Decoding.ofText(bytes, mark.name());
        }
        if (mediaTypes != null && !mediaTypes.isBlank()) {
            return Decoding.ofText(bytes, mediaTypes);
        }
        // XML begins with a '<' and a character of ASCII, or with white space: as JSON does, its zeros tell.
        Charset wide = Bom.ofZeros(bytes);
        return Decoding.ofText(bytes, wide.equals(StandardCharsets.UTF_8) ? declared(bytes) : wide.name());
    }

    private static @Nullable String declared(byte[] bytes) {
        int length = Math.min(bytes.length, LONGEST_DECLARATION);
        Matcher declared = DECLARED.matcher(new String(bytes, 0, length, StandardCharsets.ISO_8859_1));
        if (!declared.lookingAt()) {
            return null;
        }
        // Whoever wrote the declaration in single bytes did not mean it, and in UTF-8 it is read as it stands.
        String name = declared.group(1);
        return name.regionMatches(true, 0, "utf-16", 0, 6) || name.regionMatches(true, 0, "utf-32", 0, 6) ? null : name;
    }
}
