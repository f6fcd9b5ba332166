package wiredesk.ingest.format;

import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;

/**
 * An XML payload as a tree, or why it is none. Nothing that a document points at is fetched or expanded: no entity, no
 * external subset, no schema, no stylesheet, no XInclude. Comments and processing instructions are left out.
 */
sealed interface Xml {

    /** Namespace-aware, of elements, attributes and text only. */
    record Tree(Document document) implements Xml {}

    record Failed(Reason reason) implements Xml {}

    /** Never throws, whatever the bytes. The character set is the media type's, null where it names none. */
    static Xml parse(byte[] bytes, @Nullable String charset) {
        return switch (Decoding.ofXml(bytes, charset)) {
            case Decoding.Failed(Reason reason) -> new Failed(reason);
            case Decoding.Text(String text, var _) -> parse(text);
        };
    }

    /** For XML that was found inside something else. */
    static Xml parse(String text) {
        return XmlParser.parse(text);
    }
}
