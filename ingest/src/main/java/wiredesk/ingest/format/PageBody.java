package wiredesk.ingest.format;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;
import wiredesk.ingest.copy.Block;
import wiredesk.ingest.format.Clutter.Verdict;

/** Finds the article in a page: where its prose is, without what is around it and in between. */
final class PageBody {

    private static final Set<String> HOLDERS =
            Set.of("body", "div", "section", "article", "main", "table", "tbody", "tr", "td", "center", "span", "form");

    /** Characters. A shorter articleBody is an excerpt. */
    private static final int SHORTEST_KNOWN = 300;

    private static final double DECLARED_SHARE = Double.parseDouble(System.getProperty("d", "0.25"));
    private static final double NAMED = Double.parseDouble(System.getProperty("n", "0.6"));
    private static final double UNNAMED = Double.parseDouble(System.getProperty("u", "0.85"));

    private final Element body;
    private final Prose prose;
    private final Set<Element> clutter = Collections.newSetFromMap(new IdentityHashMap<>());
    private final PageText text;

    private PageBody(Element body, Prose prose) {
        this.body = body;
        this.prose = prose;
        PageText raw = PageText.of(body, clutter, prose);
        cutClutter(raw, raw.sum(body).prose * (prose instanceof Prose.Known ? 0.1 : 0.4));
        this.text = PageText.of(body, clutter, prose);
    }

    static List<Block> of(Document page, String headline, String articleBody) {
        PageBody found = find(page.body(), articleBody);
        return PageBlocks.of(found.root(), found.clutter, found.text, headline, found.prose);
    }

    private static PageBody find(Element body, String articleBody) {
        if (articleBody.length() >= SHORTEST_KNOWN) {
            Prose.Known known = Prose.Known.of(articleBody);
            PageBody found = new PageBody(body, known);
            double agreed = found.text.sum(body).prose;
            double there =
                    PageText.of(found.root(), found.clutter, new Prose.Looks()).sum(found.root()).prose;
            if (agreed >= known.length() * 0.5 && known.length() >= there * 0.6) {
                return found;
            }
        }
        return new PageBody(body, new Prose.Looks());
    }

    private void cutClutter(PageText raw, double most) {
        body.filter((node, _) -> {
            if (!(node instanceof Element element)) {
                return NodeFilter.FilterResult.CONTINUE;
            }
            boolean cut = raw.verdict(element) == Verdict.UNREAD
                    || (raw.verdict(element) == Verdict.CLUTTER
                            && (raw.sum(element).prose <= most || Clutter.isHidden(element)));
            if (cut) {
                clutter.add(element);
            }
            return cut ? NodeFilter.FilterResult.SKIP_ENTIRELY : NodeFilter.FilterResult.CONTINUE;
        });
    }

    private Element root() {
        Element root = declared();
        for (Element next = root; next != null; next = narrower(next)) {
            root = next;
        }
        return root;
    }

    /** What is marked, or named, as the text of the article, where a fair share of the page's prose is in it. */
    private Element declared() {
        Element best = body;
        double most = DECLARED_SHARE * text.sum(body).prose;
        for (Element element : body.select("div, section, article, main, td, span")) {
            if (text.sum(element).prose > most && Clutter.isNamedAsText(element)) {
                best = element;
                most = text.sum(element).prose;
            }
        }
        return best;
    }

    private @Nullable Element narrower(Element holder) {
        double all = text.sum(holder).prose;
        for (Element child : holder.children()) {
            if (!HOLDERS.contains(child.normalName()) || clutter.contains(child)) {
                continue;
            }
            double prose = text.sum(child).prose;
            boolean named = text.verdict(child) == Verdict.BODY
                    || child.normalName().equals("article")
                    || child.normalName().equals("main");
            if (prose > all * (named ? NAMED : UNNAMED)) {
                return child;
            }
        }
        return null;
    }
}
