package wiredesk.ingest.format;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Takes a document of several articles (a feed, a NewsML-G2 message) apart into documents of one each. Each keeps all
 * that the articles share, so that it says by itself what it said among the others.
 */
final class XmlParts {

    /** What holds the articles, where it is not the root. */
    private static final Set<String> CONTAINERS = Set.of("channel", "itemSet");

    private static final Set<String> ITEMS = Set.of(
            "item",
            "entry",
            "deleted-entry",
            "newsItem",
            "packageItem",
            "conceptItem",
            "knowledgeItem",
            "planningItem",
            "catalogItem");

    /** What the articles share is written once for each: a bound on what that may come to. */
    static final int MOST_BYTES = 64 << 20;

    private XmlParts() {}

    /** The articles' elements in the order of the document; none where the root is an article itself. */
    static List<Element> items(Document document) {
        Element root = document.getDocumentElement();
        List<Element> items = new ArrayList<>(itemsOf(root));
        Markup.children(root).stream()
                .filter(child -> CONTAINERS.contains(child.getLocalName()))
                .forEach(container -> items.addAll(itemsOf(container)));
        return items;
    }

    /**
     * A document in UTF-8 for each of the items. The given document is used up.
     *
     * @return nothing when they would take more than {@link #MOST_BYTES}
     */
    static List<byte[]> split(Document document) {
        List<Element> items = items(document);
        List<Node> containers = items.stream().map(Node::getParentNode).toList();
        for (int i = 0; i < items.size(); i++) {
            containers.get(i).removeChild(items.get(i));
        }
        Transformer writer = writer();
        List<byte[]> parts = new ArrayList<>();
        long bytes = 0;
        for (int i = 0; i < items.size(); i++) {
            containers.get(i).appendChild(items.get(i));
            byte[] part = written(document, writer);
            containers.get(i).removeChild(items.get(i));
            bytes += part.length;
            if (bytes > MOST_BYTES) {
                return List.of();
            }
            parts.add(part);
        }
        return parts;
    }

    private static List<Element> itemsOf(Element container) {
        return Markup.children(container).stream()
                .filter(child -> ITEMS.contains(child.getLocalName()))
                .toList();
    }

    private static Transformer writer() {
        try {
            Transformer writer = TransformerFactory.newDefaultInstance().newTransformer();
            writer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
            return writer;
        } catch (TransformerConfigurationException e) {
            throw new IllegalStateException("every JDK writes XML", e);
        }
    }

    private static byte[] written(Document document, Transformer writer) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            writer.transform(new DOMSource(document), new StreamResult(out));
            return out.toByteArray();
        } catch (TransformerException e) {
            throw new IllegalStateException("a document that was read can be written", e);
        }
    }
}
