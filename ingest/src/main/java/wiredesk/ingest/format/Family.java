package wiredesk.ingest.format;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which kind of reader a payload needs. */
enum Family {
    TEXT,
    NINJS,
    HTML,
    XML;

    static final String ACCEPTED =
            "text/plain, application/json, application/ninjs+json, application/vnd.iptc.ninjs+json,"
                    + " text/html, application/xhtml+xml, text/xml, application/xml and types that end in +xml";

    /** As far as one looks for the beginning of a document, in bytes. */
    private static final int GLANCE = 4 << 10;

    /** An array of objects. A text may begin with a bracket, but hardly with this. */
    private static final Pattern JSON = Pattern.compile("\\s*(?:\\{|\\[\\s*\\{)");

    /** What may stand before the first element: a declaration, instructions, comments. */
    private static final Pattern PROLOGUE =
            Pattern.compile("\\s*+(?:<\\?[^>]*+>|<!--(?:(?!-->).)*+-->)", Pattern.DOTALL);

    private static final Pattern DOCTYPE = Pattern.compile("\\s*+<!doctype\\s++([\\w:.-]++)", Pattern.CASE_INSENSITIVE);
    private static final Pattern ELEMENT = Pattern.compile("\\s*+<(?:[\\w.-]++:)?([A-Za-z][\\w.-]*+)(?=[\\s/>])");
    private static final Set<String> PAGES = Set.of("html", "head", "body", "article");
    private static final Set<String> DOCUMENTS = Set.of(
            "rss", "feed", "rdf", "nitf", "newsitem", "newsmessage", "packageitem", "newsml", "conceptitem", "entry");

    /** Null when no reader takes the type. */
    static @Nullable Family ofType(String type) {
        return switch (type) {
            case "text/plain" -> TEXT;
            case "application/json", "application/ninjs+json", "application/vnd.iptc.ninjs+json" -> NINJS;
            case "text/html", "application/xhtml+xml" -> HTML;
            case "text/xml", "application/xml" -> XML;
            default -> type.endsWith("+xml") ? XML : null;
        };
    }

    /** Whether a type says nothing of what is in the payload; curl sends the second unasked. */
    static boolean saysNothing(String type) {
        return type.equals("application/octet-stream") || type.equals("application/x-www-form-urlencoded");
    }

    /** By how a payload begins; text where it begins like nothing else. */
    static Family ofLooks(byte[] payload) {
        String start = glance(payload);
        if (JSON.matcher(start).lookingAt()) {
            return NINJS;
        }
        int from = 0;
        Matcher prologue = PROLOGUE.matcher(start);
        while (prologue.region(from, start.length()).lookingAt()) {
            from = prologue.end();
        }
        boolean declared = start.stripLeading().startsWith("<?xml");
        Matcher doctype = DOCTYPE.matcher(start).region(from, start.length());
        Matcher element = ELEMENT.matcher(start).region(from, start.length());
        String root = doctype.lookingAt() ? doctype.group(1) : element.lookingAt() ? element.group(1) : "";
        String name = root.substring(root.indexOf(':') + 1).toLowerCase(Locale.ROOT);
        if (PAGES.contains(name)) {
            return HTML;
        }
        return declared || DOCUMENTS.contains(name) ? XML : TEXT;
    }

    /** In most character sets the markup is ASCII; in the others a mark or the zeros tell. */
    private static String glance(byte[] payload) {
        Charset wide = Bom.of(payload, Bom.ofZeros(payload));
        Charset charset = wide.equals(StandardCharsets.UTF_8) ? StandardCharsets.ISO_8859_1 : wide;
        String start = new String(payload, 0, Math.min(payload.length, GLANCE), charset);
        return start.startsWith("\u00EF\u00BB\u00BF") ? start.substring(3) : start.replaceFirst("^\uFEFF", "");
    }
}
