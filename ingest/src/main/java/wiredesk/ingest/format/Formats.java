package wiredesk.ingest.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import wiredesk.ingest.copy.Spaces;

/** Reads payloads: by their media type, or by looking where that says nothing. */
public final class Formats {

    private Formats() {}

    /**
     * One article of a payload, as a payload by itself that reads the same.
     *
     * @param mediaType null where it is to be found by looking
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    public record Part(byte[] payload, @Nullable String mediaType, Read read) {}

    /**
     * What the payload says of its one article, or why it cannot be read. Never throws for any bytes or type.
     *
     * @param mediaType the Content-Type as sent; null, {@code application/octet-stream} and
     *     {@code application/x-www-form-urlencoded} (which curl sends unasked) mean 'look'
     */
    public static Read read(byte[] payload, @Nullable String mediaType) {
        List<Read> all = readAll(payload, mediaType);
        if (all.size() == 1) {
            return all.getFirst();
        }
        String detail = "it holds %d articles, where one is expected".formatted(all.size());
        return Reason.of(Kind.INVALID, detail).refused();
    }

    /**
     * What each article of the payload says, or why it cannot be read: at least one answer. As {@link #read}, it never
     * throws.
     */
    public static List<Read> readAll(byte[] payload, @Nullable String mediaType) {
        return parts(payload, mediaType).stream().map(Part::read).toList();
    }

    /** The articles of a payload, at least one; a payload of one is its own part. As {@link #read}, it never throws. */
    public static List<Part> parts(byte[] payload, @Nullable String mediaType) {
        if (payload.length == 0) {
            return List.of(new Part(payload, mediaType, empty()));
        }
        if (mediaType == null || mediaType.isBlank()) {
            return parts(payload, mediaType, Family.ofLooks(payload), null);
        }
        MediaType type = MediaType.parse(mediaType);
        if (type == null) {
            return List.of(new Part(payload, mediaType, unsupported("the media type cannot be read")));
        }
        Family family = Family.saysNothing(type.name()) ? Family.ofLooks(payload) : Family.ofType(type.name());
        return family == null
                ? List.of(new Part(payload, mediaType, unsupported("'" + type.name() + "' is not read here")))
                : parts(payload, mediaType, family, type.charset());
    }

    private static List<Part> parts(
            byte[] payload, @Nullable String mediaType, Family family, @Nullable String charset) {
        List<Part> parts = switch (family) {
            case TEXT -> List.of(new Part(payload, mediaType, readText(payload, charset)));
            case NINJS -> ninjs(payload, mediaType);
            case HTML -> List.of(new Part(payload, mediaType, HtmlReader.read(payload, charset)));
            case XML -> xml(payload, mediaType, charset);
        };
        return parts.stream()
                .map(part -> new Part(part.payload, part.mediaType, Damage.told(part.read)))
                .toList();
    }

    private static List<Part> xml(byte[] payload, @Nullable String mediaType, @Nullable String charset) {
        return switch (Decoding.ofXml(payload, charset)) {
            case Decoding.Failed(Reason reason) -> List.of(new Part(payload, mediaType, reason.refused()));
            case Decoding.Text(String text, List<String> warnings) ->
                xml(payload, mediaType, charset, text).stream()
                        .map(part -> told(part, warnings))
                        .toList();
        };
    }

    private static List<Part> xml(byte[] payload, @Nullable String mediaType, @Nullable String charset, String text) {
        return switch (Xml.parse(text)) {
            case Xml.Failed(Reason reason) -> List.of(new Part(payload, mediaType, reason.refused()));
            case Xml.Tree(Document document) -> {
                boolean page =
                        "html".equalsIgnoreCase(document.getDocumentElement().getLocalName());
                if (page || XmlParts.items(document).size() < 2) {
                    Read read = page ? HtmlReader.read(payload, charset) : only(document);
                    yield List.of(new Part(payload, mediaType, read));
                }
                List<Part> parts =
                        XmlParts.split(document).stream().map(Formats::part).toList();
                yield parts.isEmpty() ? List.of(new Part(payload, mediaType, tooMuchShared())) : parts;
            }
        };
    }

    /** An article that stands by itself in a document of XML. */
    static Part part(byte[] document) {
        Read read = switch (Xml.parse(document, null)) {
            case Xml.Failed(Reason reason) -> reason.refused();
            case Xml.Tree(Document tree) -> only(tree);
        };
        return new Part(document, "application/xml", read);
    }

    /** The article of a document that has one. */
    private static Read only(Document document) {
        Element root = document.getDocumentElement();
        String name = root.getLocalName();
        if ("nitf".equals(name)) {
            return NitfReader.read(document);
        }
        List<Read> reads;
        if (FeedReader.isFeed(root)) {
            reads = FeedReader.read(document);
        } else if (NewsMlG2Reader.isRoot(name)) {
            reads = NewsMlG2Reader.read(document);
        } else {
            String detail = "its root element <" + root.getTagName()
                    + "> is of no format that is read here: NewsML-G2, NITF, RSS, Atom, XHTML";
            return Reason.of(Kind.INVALID, detail).refused();
        }
        return reads.isEmpty() ? empty() : reads.getFirst();
    }

    private static Read tooMuchShared() {
        String detail = "what its articles share would come to more than " + (XmlParts.MOST_BYTES >> 20)
                + " MiB, written once for each";
        return Reason.of(Kind.INVALID, detail).refused();
    }

    private static List<Part> ninjs(byte[] payload, @Nullable String mediaType) {
        return switch (Decoding.ofJson(payload)) {
            case Decoding.Failed(Reason reason) -> List.of(new Part(payload, mediaType, reason.refused()));
            case Decoding.Text(String text, var _) -> {
                if (Spaces.isBlank(text)) {
                    yield List.of(new Part(payload, mediaType, empty()));
                }
                yield switch (Json.parse(text)) {
                    case Json.Parsed.Failed(Reason reason) -> List.of(new Part(payload, mediaType, reason.refused()));
                    case Json.Parsed.Tree(JsonNode root) -> ninjs(payload, mediaType, root);
                };
            }
        };
    }

    private static List<Part> ninjs(byte[] payload, @Nullable String mediaType, JsonNode root) {
        List<Read> reads = NinjsReader.readAll(root);
        return reads.size() == 1
                ? List.of(new Part(payload, mediaType, reads.getFirst()))
                : IntStream.range(0, reads.size())
                        .mapToObj(
                                i -> new Part(root.get(i).toString().getBytes(UTF_8), "application/json", reads.get(i)))
                        .toList();
    }

    private static Read readText(byte[] payload, @Nullable String charset) {
        return switch (Decoding.ofText(payload, charset)) {
            case Decoding.Failed(Reason reason) -> reason.refused();
            case Decoding.Text(String text, List<String> warnings) -> told(readText(text), warnings);
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

    private static Part told(Part part, List<String> warnings) {
        return new Part(part.payload, part.mediaType, told(part.read, warnings));
    }

    private static Read told(Read read, List<String> warnings) {
        return read instanceof Read.Accepted(Draft draft) && !draft.warnings().containsAll(warnings)
                ? new Read.Accepted(draft.withWarnings(Stream.of(warnings, draft.warnings())
                        .flatMap(List::stream)
                        .distinct()
                        .toList()))
                : read;
    }

    private static Read empty() {
        return Reason.of(Kind.EMPTY, "there is nothing in it").refused();
    }

    private static Read unsupported(String problem) {
        return Reason.of(Kind.UNSUPPORTED_MEDIA_TYPE, problem + "; accepted are " + Family.ACCEPTED)
                .refused();
    }
}
