package wiredesk.ingest.format;

import java.util.IdentityHashMap;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;
import wiredesk.ingest.format.Clutter.Verdict;

/** How much text is in each element of a page, and how much of it reads like prose, in one walk. */
final class PageText implements NodeFilter {

    /** Characters of text, of those in links, and of those in runs of prose. */
    static final class Sum {
        int text;
        int linked;
        double prose;

        private void add(Sum inner) {
            text += inner.text;
            linked += inner.linked;
            prose += inner.prose;
        }

        double linkDensity() {
            return text == 0 ? 0 : (double) linked / text;
        }
    }

    private static final Sum NONE = new Sum();

    private final IdentityHashMap<Element, Sum> sums = new IdentityHashMap<>();
    private final IdentityHashMap<Element, Verdict> verdicts = new IdentityHashMap<>();
    private final Sum run = new Sum();
    private int links;

    private final Set<Element> without;
    private final Prose prose;
    private final StringBuilder words = new StringBuilder();

    private PageText(Set<Element> without, Prose prose) {
        this.without = without;
        this.prose = prose;
    }

    static PageText of(Element body, Set<Element> without, Prose prose) {
        PageText text = new PageText(without, prose);
        body.filter(text);
        return text;
    }

    Sum sum(Element element) {
        return sums.getOrDefault(element, NONE);
    }

    Verdict verdict(Element element) {
        return verdicts.getOrDefault(element, Verdict.UNREAD);
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode piece) {
            String text = piece.isBlank() ? " " : piece.text();
            words.append(text);
            int length = text.strip().length();
            run.text += length;
            run.linked += links > 0 ? length : 0;
        } else if (node instanceof Element element) {
            Verdict verdict = without.contains(element) ? Verdict.UNREAD : Clutter.of(element);
            if (verdict == Verdict.UNREAD) {
                return FilterResult.SKIP_ENTIRELY;
            }
            verdicts.put(element, verdict);
            sums.put(element, new Sum());
            if (isBreak(element)) {
                endRun(element.parent());
            }
            links += element.normalName().equals("a") ? 1 : 0;
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element) {
            Sum sum = sums.get(element);
            if (sum == null) {
                return FilterResult.CONTINUE;
            }
            if (isBreak(element)) {
                endRun(element);
            }
            links -= element.normalName().equals("a") ? 1 : 0;
            Sum outer = sumOrNull(element.parent());
            if (outer != null) {
                outer.add(sum);
            }
        }
        return FilterResult.CONTINUE;
    }

    private @Nullable Sum sumOrNull(@Nullable Element element) {
        return element == null ? null : sums.get(element);
    }

    static boolean isBreak(Element element) {
        return switch (element.normalName()) {
            case "br" -> false;
            // A table of data is read row by row; one that lays out the page holds blocks in its cells.
            case "td", "th" -> element.children().stream().anyMatch(Element::isBlock);
            default -> element.isBlock();
        };
    }

    private void endRun(@Nullable Element owner) {
        Sum sum = sumOrNull(owner);
        if (sum != null) {
            run.prose = run.text == 0 ? 0 : prose.in(words.toString().strip(), run.linked);
            sum.add(run);
        }
        words.setLength(0);
        run.text = 0;
        run.linked = 0;
        run.prose = 0;
    }
}
