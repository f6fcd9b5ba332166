package wiredesk.ingest.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Reads the IPTC's NewsML-G2, 2.x: a news item, or a message of several items of which some are news. */
final class NewsMlG2Reader {

    /** The one of all 2.x is {@code http://iptc.org/std/nar/2006-10-01/}; some leave it out. */
    private static final Pattern NAMESPACE = Pattern.compile("(?:https?://(?:www\\.)?iptc\\.org/std/nar/.*)?");

    /** A message is one bulletin. A bound on what one payload can set off. */
    private static final int MOST_ITEMS = 1_000;

    private static final Map<String, String> NO_ARTICLES = Map.of(
            "packageItem", "a package, which only refers to items",
            "conceptItem", "a concept, such as a person, a place or an event",
            "knowledgeItem", "a list of concepts",
            "planningItem", "the plan of a coverage",
            "catalogItem", "a catalog of schemes");

    private static final Set<String> ROOTS = Set.of("newsItem", "newsMessage", "NewsML");

    private NewsMlG2Reader() {}

    /** Whether a document with a root element of this local name is NewsML's. */
    static boolean isRoot(String name) {
        return ROOTS.contains(name) || NO_ARTICLES.containsKey(name);
    }

    /** One answer for each item, in document order; one in all where there is none. */
    static List<Read> read(Document document) {
        Element root = document.getDocumentElement();
        if (!NAMESPACE.matcher(Markup.namespace(root)).matches()) {
            return List.of(
                    refused(root, "is of the namespace " + Times.cut(Markup.namespace(root)) + ", not NewsML-G2's"));
        }
        return switch (Markup.name(root)) {
            case "newsMessage" -> readMessage(root);
            case "NewsML" -> List.of(refused(root, "is NewsML 1, which is not read here"));
            default -> List.of(readItem(root, null));
        };
    }

    private static List<Read> readMessage(Element message) {
        Element header = Markup.ownChild(message, "header");
        List<Element> items = Markup.own(message, "itemSet").stream()
                .flatMap(set -> Markup.children(set).stream())
                .toList();
        if (items.isEmpty()) {
            return List.of(refused(message, "has no item in an itemSet"));
        }
        if (items.size() > MOST_ITEMS) {
            return List.of(refused(message, "has more than 1,000 items, which no bulletin has"));
        }
        List<Read> reads = new ArrayList<>();
        items.forEach(item -> reads.add(readItem(item, header)));
        return reads;
    }

    private static Read readItem(Element item, @Nullable Element header) {
        if (Markup.name(item).equals("newsItem")) {
            return new NewsMlG2Item(item, G2Names.of(header, item)).read();
        }
        String other = NO_ARTICLES.get(Markup.name(item));
        return other == null
                ? refused(item, "is no item of NewsML-G2")
                : refused(Kind.NOT_NEWS, item, "is no article but " + other);
    }

    private static Read refused(Element tag, String problem) {
        return refused(Kind.INVALID, tag, problem);
    }

    private static Read refused(Kind kind, Element tag, String problem) {
        String path = Markup.path(tag);
        return new Reason(kind, path + " " + problem, path).refused();
    }
}
