package wiredesk.ingest.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import wiredesk.ingest.copy.Spaces;

/** What a page's meta elements say, on one line each, by their names in lower case. */
record Metas(Map<String, List<String>> byName) {

    static Metas of(Document page) {
        Map<String, List<String>> found = new HashMap<>();
        for (Element meta : page.select("meta[content]")) {
            String content = Spaces.clean(meta.attr("content"));
            for (String attribute : List.of("property", "name", "itemprop", "http-equiv")) {
                String name = meta.attr(attribute).strip().toLowerCase(Locale.ROOT);
                if (!name.isEmpty() && !content.isEmpty()) {
                    found.computeIfAbsent(name, _ -> new ArrayList<>()).add(content);
                }
            }
        }
        return new Metas(found);
    }

    /** All that those of the first name say, then those of the second, and so on. */
    List<String> all(String... names) {
        return Stream.of(names)
                .flatMap(name -> byName.getOrDefault(name, List.of()).stream())
                .toList();
    }
}
