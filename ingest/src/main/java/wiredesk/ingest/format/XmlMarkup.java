package wiredesk.ingest.format;

import java.util.Set;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Writes XHTML, or what is read as if it were, in HTML's syntax: without prefixes, and no element closed in itself. */
final class XmlMarkup implements Markup.Visitor {

    /** Elements of HTML that have no end tag; {@code </br>} would be read as a second one. */
    private static final Set<String> VOID = Set.of(
            "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr");

    /** In the header of an article they are its labels and its date, which its metadata has too. */
    private static final Set<String> LABELS = Set.of("ul", "ol", "dl", "time", "nav");

    private final StringBuilder html = new StringBuilder();
    private final Element top;

    private XmlMarkup(Element top) {
        this.top = top;
    }

    /** What is in the element, without itself. */
    static String inside(Element element) {
        XmlMarkup markup = new XmlMarkup(element);
        Markup.walk(element, markup);
        return markup.html.toString();
    }

    @Override
    public boolean enter(Element element) {
        if (element.isSameNode(top)) {
            return true;
        }
        String name = Markup.name(element);
        if (LABELS.contains(name) && Markup.name(element.getParentNode()).equals("header")) {
            return false;
        }
        html.append('<').append(name);
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Node attribute = element.getAttributes().item(i);
            if (Markup.namespace(attribute).isEmpty()) {
                html.append(' ').append(Markup.name(attribute)).append("=\"");
                html.append(escaped(attribute.getNodeValue())).append('"');
            }
        }
        html.append('>');
        return true;
    }

    @Override
    public void text(String data) {
        html.append(escaped(data));
    }

    @Override
    public void leave(Element element) {
        if (!element.isSameNode(top) && !VOID.contains(Markup.name(element))) {
            html.append("</").append(Markup.name(element)).append('>');
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
