package wiredesk.ingest.format;

import java.util.List;
import java.util.Set;
import javax.xml.XMLConstants;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import wiredesk.ingest.copy.Spaces;

/** An element of a namespace-aware tree, asked for what it says: by local names, since prefixes mean nothing. */
record Tag(Element element) {

    String name() {
        return element.getLocalName();
    }

    /** The empty string is none. */
    String namespace() {
        return Markup.namespace(element);
    }

    List<Tag> children() {
        return Markup.children(element).stream().map(Tag::new).toList();
    }

    /** Those of these names and of this element's namespace, in document order. */
    List<Tag> children(String... names) {
        Set<String> wanted = Set.of(names);
        return children().stream()
                .filter(child ->
                        wanted.contains(child.name()) && child.namespace().equals(namespace()))
                .toList();
    }

    @Nullable
    Tag child(String name) {
        List<Tag> children = children(name);
        return children.isEmpty() ? null : children.getFirst();
    }

    /** The first of this name and of any namespace, at any depth. */
    @Nullable
    Tag descendant(String name) {
        Node found = element.getElementsByTagNameNS("*", name).item(0);
        return found instanceof Element child ? new Tag(child) : null;
    }

    /** On one line; null where it is missing or blank. */
    @Nullable
    String attribute(String name) {
        return Markup.attribute(element, name);
    }

    /** What is declared of this element itself, not of those around it. */
    @Nullable
    String language() {
        String tag = Spaces.clean(element.getAttributeNS(XMLConstants.XML_NS_URI, "lang"));
        return tag.isEmpty() ? null : tag;
    }

    /** Declared of this element or of one around it. */
    @Nullable
    String inheritedLanguage() {
        String own = language();
        return own == null && element.getParentNode() instanceof Element above
                ? new Tag(above).inheritedLanguage()
                : own;
    }

    /** As it stands; a line break is one. */
    String rawText() {
        StringBuilder text = new StringBuilder();
        addText(element, text);
        return text.toString();
    }

    /** On one line; null where it is blank. */
    @Nullable
    String text() {
        String text = Spaces.clean(rawText());
        return text.isEmpty() ? null : text;
    }

    private static void addText(Node parent, StringBuilder text) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                if ("br".equals(child.getLocalName())) {
                    text.append('\n');
                }
                addText(child, text);
            } else {
                text.append(node.getNodeValue());
            }
        }
    }

    /** As in XPath, by local names: {@code /newsMessage/itemSet/newsItem[2]/itemMeta}. */
    String path() {
        String parent = element.getParentNode() instanceof Element above ? new Tag(above).path() : "";
        int before = 0;
        for (Node node = element.getPreviousSibling(); node != null; node = node.getPreviousSibling()) {
            before += name().equals(node.getLocalName()) ? 1 : 0;
        }
        return parent + "/" + name() + (before == 0 ? "" : "[" + (before + 1) + "]");
    }
}
