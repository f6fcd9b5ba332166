package wiredesk.ingest.format;

import java.util.Set;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Writes XHTML, or what is read as if it were, in HTML's syntax: without prefixes, and no element closed in itself. */
final class XmlMarkup {

    private static final Set<String> VOID = Set.of("br", "hr", "img", "input", "link", "meta", "source", "wbr");

    /** In the header of an article they are its labels and its date, which its metadata has too. */
    private static final Set<String> LABELS = Set.of("ul", "ol", "dl", "time", "nav");

    private XmlMarkup() {}

    /** The element itself and all that is in it. */
    static String of(Tag tag) {
        StringBuilder html = new StringBuilder();
        add(tag.element(), html);
        return html.toString();
    }

    /** What is in the element, without itself. */
    static String inside(Tag tag) {
        StringBuilder html = new StringBuilder();
        addChildren(tag.element(), html);
        return html.toString();
    }

    private static void add(Element element, StringBuilder html) {
        String name = element.getLocalName();
        html.append('<').append(name);
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Node attribute = element.getAttributes().item(i);
            if (attribute.getNamespaceURI() == null) {
                html.append(' ').append(attribute.getLocalName()).append("=\"");
                html.append(escaped(attribute.getNodeValue()).replace("\"", "&quot;"))
                        .append('"');
            }
        }
        html.append('>');
        if (!VOID.contains(name)) {
            addChildren(element, html);
            html.append("</").append(name).append('>');
        }
    }

    private static void addChildren(Element parent, StringBuilder html) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                if (!"header".equals(parent.getLocalName()) || !LABELS.contains(child.getLocalName())) {
                    add(child, html);
                }
            } else {
                html.append(escaped(node.getNodeValue()));
            }
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
