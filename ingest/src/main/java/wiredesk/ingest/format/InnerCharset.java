package wiredesk.ingest.format;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The character set that a document names inside itself. Null where it names none, or one that it is not in. */
final class InnerCharset {

    /** Bytes. An XML declaration is short and of ASCII characters. */
    private static final int LONGEST_DECLARATION = 512;

    /** Bytes. Where a declaration has to stand by HTML (1024), with room for those who put scripts before it. */
    private static final int HEAD = 8192;

    private static final Pattern XML =
            Pattern.compile("(?:\\u00EF\\u00BB\\u00BF)?\\s*<\\?xml\\s+version\\s*=\\s*[\"'][^\"']*"
                    + "[\"']\\s+encoding\\s*=\\s*[\"']([A-Za-z][A-Za-z0-9._-]*)[\"']");

    private static final Pattern PAGE = Pattern.compile(
            "<(?:meta[^>]{0,300}?charset|\\?xml[^>]{0,100}?encoding)\\s*=\\s*[\"']?\\s*([\\w:.-]{2,40})",
            Pattern.CASE_INSENSITIVE);

    private InnerCharset() {}

    static @Nullable String ofXml(byte[] bytes) {
        Matcher declared = XML.matcher(start(bytes, LONGEST_DECLARATION));
        return declared.lookingAt() ? unlessWide(declared.group(1)) : null;
    }

    static @Nullable String ofPage(byte[] bytes) {
        Matcher declared = PAGE.matcher(start(bytes, HEAD));
        return declared.find() ? unlessWide(declared.group(1)) : null;
    }

    private static String start(byte[] bytes, int length) {
        return new String(bytes, 0, Math.min(bytes.length, length), StandardCharsets.ISO_8859_1);
    }

    /** What could be read as ASCII so far is in no encoding of two bytes a character, so whoever wrote it did not mean it. */
    private static @Nullable String unlessWide(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith("utf-16") || lower.startsWith("utf-32") ? null : name;
    }
}
