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

    /** The share of the page's prose from which on an element that is named as the article's text is believed. */
    private static final double DECLARED_SHARE = 0.25;

    /** The share of its holder's prose from which on an element is the article rather than a part of it. */
    private static final double WHOLE = 0.8;

    private static final double PART = 0.85;

    /** Levels from a piece of a text up to what holds all pieces. */
    private static final int PIECES_APART = 3;

    private final Element body;
    private final Set<Element> clutter = Collections.newSetFromMap(new IdentityHashMap<>());
    private final PageText text;

    private PageBody(Element body, Prose prose) {
        this.body = body;
        PageText raw = PageText.of(body, clutter, prose);
        cutClutter(raw, raw.sum(body).prose * (prose instanceof Prose.Known ? 0.1 : 0.4));
        this.text = PageText.of(body, clutter, prose);
    }

    static List<Block> of(Document page, String headline, String articleBody) {
        PageBody found = find(page.body(), articleBody);
        return PageBlocks.of(found.root(), found.clutter, found.text, headline);
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
        return best.equals(body) ? best : whole(best);
    }

    /** Some break a text into pieces, between advertisements: then what holds the pieces. */
    private Element whole(Element piece) {
        Element whole = piece;
        Element outer = piece;
        for (int up = 0; up < PIECES_APART && !outer.normalName().equals("article"); up++) {
            outer = outer.parent();
            if (outer == null || outer.equals(body)) {
                break;
            }
            double alike = 0;
            for (Element other : outer.getElementsByTag(piece.normalName())) {
                alike += other.className().equals(piece.className()) ? text.sum(other).prose : 0;
            }
            whole = alike > 1.05 * text.sum(whole).prose ? outer : whole;
        }
        return whole;
    }

    private @Nullable Element narrower(Element holder) {
        double all = text.sum(holder).prose;
        for (Element child : holder.children()) {
            if (!HOLDERS.contains(child.normalName()) || clutter.contains(child)) {
                continue;
            }
            double prose = text.sum(child).prose;
            boolean whole =
                    child.normalName().equals("article") || child.normalName().equals("main");
            if (prose > all * (whole ? WHOLE : PART)) {
                return child;
            }
        }
        return null;
    }
}
