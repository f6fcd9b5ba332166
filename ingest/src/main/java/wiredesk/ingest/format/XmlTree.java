package wiredesk.ingest.format;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Grows a document from a stream's events. */
final class XmlTree {

    private static final String XMLNS = "http://www.w3.org/2000/xmlns/";

    private final XMLStreamReader reader;
    private final Document document = emptyDocument();
    private Node open = document;

    XmlTree(XMLStreamReader reader) {
        this.reader = reader;
    }

    Document document() {
        return document;
    }

    /** Takes the event that the reader stands at; says why not, where it cannot. */
    @Nullable
    String take() {
        switch (reader.getEventType()) {
            case XMLStreamConstants.START_ELEMENT -> open = open.appendChild(element());
            case XMLStreamConstants.END_ELEMENT -> open = open.getParentNode();
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                if (open instanceof Element) {
                    open.appendChild(document.createTextNode(reader.getText()));
                }
            }
            case XMLStreamConstants.ENTITY_REFERENCE -> {
                return "the entity '" + Times.cut(reader.getLocalName()) + "' is not declared";
            }
            default -> {
                // Comments and processing instructions say nothing of an article.
            }
        }
        return null;
    }

    private Element element() {
        String namespace = reader.getNamespaceURI();
        Element element = document.createElementNS(
                namespace == null || namespace.isEmpty() ? null : namespace,
                name(reader.getPrefix(), reader.getLocalName()));
        for (int i = 0; i < reader.getNamespaceCount(); i++) {
            String prefix = reader.getNamespacePrefix(i);
            String uri = reader.getNamespaceURI(i);
            boolean unnamed = prefix == null || prefix.isEmpty();
            element.setAttributeNS(XMLNS, unnamed ? "xmlns" : "xmlns:" + prefix, uri == null ? "" : uri);
        }
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String uri = reader.getAttributeNamespace(i);
            element.setAttributeNS(
                    uri == null || uri.isEmpty() ? null : uri,
                    name(reader.getAttributePrefix(i), reader.getAttributeLocalName(i)),
                    reader.getAttributeValue(i));
        }
        return element;
    }

    private static String name(@Nullable String prefix, String localName) {
        return prefix == null || prefix.isEmpty() ? localName : prefix + ":" + localName;
    }

    private static Document emptyDocument() {
        try {
            Document document = DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .newDocument();
            // The parser has looked at every name; the tree's own rules are those of an older XML.
            document.setStrictErrorChecking(false);
            return document;
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException("the JDK has no DOM", impossible);
        }
    }
}
