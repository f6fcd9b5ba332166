package wiredesk.ingest.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * The children of an element of a feed, by the prefixes that are usual for their namespaces, whatever prefixes they are
 * written with. The names of RSS have none.
 */
final class FeedElements {

    /** What is in a namespace's uri, since they are written with and without www, s and a slash at the end. */
    private static final Map<String, String> PREFIXES = Map.ofEntries(
            Map.entry("purl.org/dc/elements/", "dc"),
            Map.entry("purl.org/dc/terms", "dcterms"),
            Map.entry("purl.org/rss/1.0/modules/content", "content"),
            Map.entry("search.yahoo.com/mrss", "media"),
            Map.entry("www.w3.org/2005/atom", "atom"),
            Map.entry("purl.org/atom/ns#", "atom"),
            Map.entry("purl.org/atompub/tombstones", "at"),
            Map.entry("www.w3.org/2007/app", "app"),
            Map.entry("purl.org/atom/app#", "app"),
            Map.entry("www.w3.org/1999/xhtml", "xhtml"),
            Map.entry("itunes.com/dtds/podcast", "itunes"),
            Map.entry("prismstandard.org/namespaces", "prism"),
            Map.entry("georss.org/georss", "georss"),
            Map.entry("creativecommons", "cc"),
            Map.entry("rssnamespace.org/feedburner", "feedburner"),
            Map.entry("22-rdf-syntax-ns", "rdf"));

    private final Element parent;
    private final Map<String, List<Element>> byName = new LinkedHashMap<>();

    FeedElements(Element parent) {
        this.parent = parent;
        for (Element child : Markup.children(parent)) {
            byName.computeIfAbsent(name(child), _ -> new ArrayList<>()).add(child);
        }
    }

    /** The usual name, such as {@code title} or {@code dc:creator}. */
    static String name(Element element) {
        String namespace = Markup.namespace(element).toLowerCase(Locale.ROOT);
        String local = Markup.name(element);
        if (namespace.isEmpty() || isRss(namespace)) {
            return local;
        }
        for (Map.Entry<String, String> known : PREFIXES.entrySet()) {
            if (namespace.contains(known.getKey())) {
                return known.getValue() + ":" + local;
            }
        }
        return "?:" + local;
    }

    private static boolean isRss(String namespace) {
        return namespace.endsWith("purl.org/rss/1.0/")
                || namespace.contains("netscape.com/rdf/simple/0.9")
                || namespace.contains("netscape.com/publish/formats/rss")
                || namespace.contains("userland.com/rss")
                || namespace.contains("cyber.law.harvard.edu/rss");
    }

    Element parent() {
        return parent;
    }

    /** Those of the first name, then those of the second, and so on. */
    List<Element> all(String... names) {
        return Stream.of(names)
                .flatMap(name -> byName.getOrDefault(name, List.of()).stream())
                .toList();
    }

    @Nullable
    Element first(String... names) {
        List<Element> all = all(names);
        return all.isEmpty() ? null : all.getFirst();
    }

    /** The first that has words in it. */
    @Nullable
    Element firstWithWords(String... names) {
        return all(names).stream()
                .filter(element -> Markup.words(element) != null)
                .findFirst()
                .orElse(null);
    }

    @Nullable
    String words(String... names) {
        return Markup.words(firstWithWords(names));
    }
}
