package wiredesk.ingest.format;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Reads feeds: RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, an Atom entry by itself, and tombstones (RFC 6721). Each entry
 * stands for itself: what is wrong with one does not cost the others.
 */
final class FeedReader {

    private FeedReader() {}

    static boolean isFeed(Element root) {
        return switch (FeedElements.name(root)) {
            case "rss", "atom:feed", "atom:entry", "at:deleted-entry" -> true;
            // Without its namespace a feed is known by what is in it; RDF is much else besides.
            case "feed" -> !Markup.children(root, "entry").isEmpty();
            case "rdf:RDF" -> !new FeedElements(root).all("channel", "item").isEmpty();
            default -> false;
        };
    }

    /** One answer for each entry, in the document's order; for a feed without any, one that says so. */
    static List<Read> read(Document document) {
        Element root = document.getDocumentElement();
        if (root == null || !isFeed(root)) {
            String found = root == null ? "nothing" : Times.cut(root.getNodeName());
            return List.of(new Reason(Kind.INVALID, "a feed is RSS or Atom, and this is " + found, "").refused());
        }
        List<Read> reads = new ArrayList<>();
        for (Element entry : entries(root)) {
            reads.add(
                    switch (FeedElements.name(entry)) {
                        case "at:deleted-entry" -> AtomEntry.tombstone(entry);
                        case "item" -> new RssItem(entry, channel(root)).read();
                        default -> new AtomEntry(entry).read();
                    });
        }
        if (reads.isEmpty()) {
            String path = Markup.path(root);
            reads.add(new Reason(Kind.EMPTY, path + " is a feed without an entry in it", path).refused());
        }
        return List.copyOf(reads);
    }

    private static List<Element> entries(Element root) {
        List<Element> entries = new ArrayList<>();
        for (Element element : isEntry(root) ? List.of(root) : Markup.children(root)) {
            if (isEntry(element)) {
                entries.add(element);
            } else if (FeedElements.name(element).equals("channel")) {
                Markup.children(element).stream().filter(FeedReader::isEntry).forEach(entries::add);
            }
        }
        return entries;
    }

    private static boolean isEntry(Element element) {
        return switch (FeedElements.name(element)) {
            case "item", "entry", "atom:entry", "at:deleted-entry" -> true;
            default -> false;
        };
    }

    private static FeedElements channel(Element root) {
        Element channel = new FeedElements(root).first("channel");
        return new FeedElements(channel == null ? root : channel);
    }
}
