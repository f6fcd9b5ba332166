package wiredesk.ingest.format;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;
import wiredesk.ingest.copy.Spaces;

/**
 * What readers of XML ask of a DOM. Elements go by their local names, since senders disagree about namespaces more than
 * about names. Nothing here recurses, so that no depth of nesting ends the stack.
 */
final class Markup {

    private static final String XML = "http://www.w3.org/XML/1998/namespace";

    /** What a walk in document order meets. */
    interface Visitor {

        /** Whether to go inside; {@link #leave} follows only then. */
        boolean enter(Element element);

        void text(String data);

        void leave(Element element);
    }

    private Markup() {}

    static String name(Node node) {
        String local = node.getLocalName();
        return local == null ? node.getNodeName() : local;
    }

    static String namespace(Node node) {
        String uri = node.getNamespaceURI();
        return uri == null ? "" : uri;
    }

    static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    static List<Element> children(@Nullable Element parent, String name) {
        return parent == null
                ? List.of()
                : children(parent).stream()
                        .filter(child -> name(child).equals(name))
                        .toList();
    }

    /** Down these names, the first of each. */
    static @Nullable Element child(@Nullable Element parent, String... names) {
        Element at = parent;
        for (String name : names) {
            List<Element> found = children(at, name);
            if (found.isEmpty()) {
                return null;
            }
            at = found.getFirst();
        }
        return at;
    }

    /** Those of these names that are of the parent's own namespace too, in the document's order. */
    static List<Element> own(@Nullable Element parent, String... names) {
        Set<String> wanted = Set.of(names);
        return parent == null
                ? List.of()
                : children(parent).stream()
                        .filter(child ->
                                wanted.contains(name(child)) && namespace(child).equals(namespace(parent)))
                        .toList();
    }

    static @Nullable Element ownChild(@Nullable Element parent, String name) {
        List<Element> found = own(parent, name);
        return found.isEmpty() ? null : found.getFirst();
    }

    static @Nullable Element descendant(@Nullable Element top, String name) {
        List<Element> found = descendants(top, name);
        return found.isEmpty() ? null : found.getFirst();
    }

    static List<Element> descendants(@Nullable Element top, String name) {
        List<Element> found = new ArrayList<>();
        if (top != null) {
            walk(top, new Visitor() {
                @Override
                public boolean enter(Element element) {
                    if (!element.isSameNode(top) && name(element).equals(name)) {
                        found.add(element);
                    }
                    return true;
                }

                @Override
                public void text(String data) {}

                @Override
                public void leave(Element element) {}
            });
        }
        return found;
    }

    /** On one line; null when it is absent or blank. */
    static @Nullable String attribute(@Nullable Element element, String name) {
        if (element == null || !element.hasAttribute(name)) {
            return null;
        }
        return unlessEmpty(Spaces.clean(element.getAttribute(name)));
    }

    /** The words in it, on one line; null when there are none. */
    static @Nullable String words(@Nullable Element element) {
        return element == null ? null : unlessEmpty(Spaces.clean(raw(element)));
    }

    /** All text in it, as it stands; a line break is one. */
    static String raw(Element element) {
        StringBuilder text = new StringBuilder();
        walk(element, new Visitor() {
            @Override
            public boolean enter(Element inner) {
                text.append(name(inner).equals("br") ? "\n" : "");
                return true;
            }

            @Override
            public void text(String data) {
                text.append(data);
            }

            @Override
            public void leave(Element inner) {}
        });
        return text.toString();
    }

    /** The language that is declared nearest to it, as {@code xml:lang} or as a plain {@code lang}. */
    static @Nullable String language(Element element) {
        for (Node node = element; node instanceof Element at; node = node.getParentNode()) {
            String declared = ownLanguage(at);
            String language = declared == null ? attribute(at, "lang") : declared;
            if (language != null) {
                return language;
            }
        }
        return null;
    }

    /** The {@code xml:lang} of the element itself. */
    static @Nullable String ownLanguage(Element element) {
        String namespaced = unlessEmpty(Spaces.clean(element.getAttributeNS(XML, "lang")));
        return namespaced != null ? namespaced : attribute(element, "xml:lang");
    }

    /** A reference made absolute by the {@code xml:base} of the element and of those around it, as far as they say one. */
    static @Nullable String resolved(Element element, @Nullable String reference) {
        String uri = reference;
        for (Node node = element; uri != null && node instanceof Element at; node = node.getParentNode()) {
            String base = unlessEmpty(at.getAttributeNS(XML, "base").strip());
            try {
                uri = base == null ? uri : URI.create(base).resolve(uri).toString();
            } catch (IllegalArgumentException _) {
                return reference;
            }
        }
        return uri;
    }

    /** Where an element stands, such as {@code /rss/channel/item[2]/guid}; siblings of one name are counted from 1. */
    static String path(Element element) {
        StringBuilder path = new StringBuilder();
        for (Node node = element; node instanceof Element at; node = node.getParentNode()) {
            path.insert(0, '/' + at.getNodeName() + position(at));
        }
        return path.toString();
    }

    static String path(Element element, String attribute) {
        return path(element) + "/@" + attribute;
    }

    private static String position(Element element) {
        int before = 0;
        for (Node node = element.getPreviousSibling(); node != null; node = node.getPreviousSibling()) {
            before += isNamesake(node, element) ? 1 : 0;
        }
        boolean after = false;
        for (Node node = element.getNextSibling(); node != null && !after; node = node.getNextSibling()) {
            after = isNamesake(node, element);
        }
        return before > 0 || after ? "[" + (before + 1) + "]" : "";
    }

    private static boolean isNamesake(Node node, Element element) {
        return node instanceof Element && node.getNodeName().equals(element.getNodeName());
    }

    static void walk(Element top, Visitor visitor) {
        Node node = top;
        while (true) {
            boolean inside = visit(node, visitor);
            Node child = inside ? node.getFirstChild() : null;
            if (child != null) {
                node = child;
                continue;
            }
            if (inside) {
                leave(node, visitor);
            }
            while (!node.isSameNode(top) && node.getNextSibling() == null) {
                node = node.getParentNode();
                leave(node, visitor);
            }
            if (node.isSameNode(top)) {
                return;
            }
            node = node.getNextSibling();
        }
    }

    private static boolean visit(Node node, Visitor visitor) {
        return switch (node) {
            case Element element -> visitor.enter(element);
            case Text text -> {
                visitor.text(text.getData());
                yield false;
            }
            default -> node.getNodeType() == Node.ENTITY_REFERENCE_NODE;
        };
    }

    private static void leave(Node node, Visitor visitor) {
        if (node instanceof Element element) {
            visitor.leave(element);
        }
    }

    private static @Nullable String unlessEmpty(String text) {
        return text.isEmpty() ? null : text;
    }
}
