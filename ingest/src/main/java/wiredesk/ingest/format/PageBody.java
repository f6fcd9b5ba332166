package wiredesk.ingest.format;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeFilter;
import wiredesk.ingest.copy.Block;
import wiredesk.ingest.format.Clutter.Verdict;

/** Finds the article in a page: where its prose is, without what is around it and in between. */
final class PageBody {

    private static final Set<String> HOLDERS =
            Set.of("body", "div", "section", "article", "main", "table", "tbody", "tr", "td", "center", "span", "form");

    private final Element body;
    private final Set<Element> clutter = Collections.newSetFromMap(new IdentityHashMap<>());
    private final PageText text;

    private PageBody(Element body) {
        this.body = body;
        PageText raw = PageText.of(body, clutter);
        double most = raw.sum(body).prose * 0.4;
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
        this.text = PageText.of(body, clutter);
    }

    static List<Block> of(Document page, String headline, String articleBody) {
        PageBody found = new PageBody(page.body());
        return PageBlocks.of(found.root(), found.clutter, found.text, headline);
    }

    private Element root() {
        Element root = declared();
        for (Element next = root; next != null; next = narrower(next)) {
            root = next;
        }
        return root;
    }

    private Element declared() {
        double all = text.sum(body).prose;
        Element best = body;
        double most = 0;
        for (Node node : body.select("[itemprop~=(?i)articleBody]")) {
            if (node instanceof Element element && text.sum(element).prose > Math.max(most, 0.4 * all)) {
                best = element;
                most = text.sum(element).prose;
            }
        }
        return best;
    }

    private Element narrower(Element holder) {
        double all = text.sum(holder).prose;
        for (Element child : holder.children()) {
            if (!HOLDERS.contains(child.normalName()) || clutter.contains(child)) {
                continue;
            }
            double prose = text.sum(child).prose;
            boolean named = text.verdict(child) == Verdict.BODY
                    || child.normalName().equals("article")
                    || child.normalName().equals("main");
            if (prose > all * (named ? 0.6 : 0.85)) {
                return child;
            }
        }
        return null;
    }
}
