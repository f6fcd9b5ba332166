package wiredesk.ingest.format;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** A page's own address, as it says it: what it names as canonical, else what it tells the networks and the engines. */
final class PageAddress {

    private PageAddress() {}

    /** Null when it says none that is absolute, or can be made so by what else it says. */
    static @Nullable String of(Document page, Metas metas, LinkedData data) {
        List<String> canonical = new ArrayList<>();
        for (Element link : page.select("link[rel~=(?i)\\bcanonical\\b][href]")) {
            canonical.add(link.attr("href"));
        }
        List<String> others = new ArrayList<>(metas.all("og:url"));
        others.addAll(data.texts("url"));
        others.addAll(data.texts("mainEntityOfPage"));
        List<String> bases = new ArrayList<>(page.select("base[href]").eachAttr("href"));
        bases.addAll(others);
        URI base = bases.stream()
                .map(PageAddress::absolute)
                .filter(uri -> uri != null)
                .findFirst()
                .orElse(null);
        for (String link : canonical) {
            String uri = resolved(base, link.strip());
            if (uri != null) {
                return uri;
            }
        }
        return others.stream()
                .map(String::strip)
                .filter(link -> absolute(link) != null)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String resolved(@Nullable URI base, String link) {
        // A template that was left empty, or a whole site that calls its front page canonical, names no article.
        boolean names = !link.isEmpty() && !link.equals("/") && !link.startsWith("#");
        if (absolute(link) != null || base == null || !names) {
            return absolute(link) == null ? null : link;
        }
        try {
            String uri = base.resolve(link).toString();
            return absolute(uri) == null ? null : uri;
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    private static @Nullable URI absolute(String link) {
        try {
            URI uri = URI.create(link.strip());
            String scheme = uri.getScheme();
            boolean web = scheme != null && (scheme.equalsIgnoreCase("https") || scheme.equalsIgnoreCase("http"));
            return web && link.length() <= Findings.LONGEST_URI ? uri : null;
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}
