package wiredesk.ingest.format;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import wiredesk.ingest.copy.Block;
import wiredesk.ingest.copy.Block.Hint;
import wiredesk.ingest.copy.Spaces;

/** Takes the element that holds an article apart into blocks, and leaves out what is no part of its text. */
final class PageBlocks implements NodeFilter {

    private static final Set<String> CELLS = Set.of("td", "th");

    private static final Pattern BLANK_LINE = Pattern.compile("\\n\\s*\\n");

    private final Set<Element> clutter;
    private final PageText sums;
    private final StringBuilder text = new StringBuilder();
    private final Deque<Hint> hints = new ArrayDeque<>(List.of(Hint.PARAGRAPH));
    private final List<BlockSieve.Part> parts = new ArrayList<>();
    private int linked;
    private int links;

    private PageBlocks(Set<Element> clutter, PageText sums) {
        this.clutter = clutter;
        this.sums = sums;
    }

    static List<Block> of(Element root, Set<Element> clutter, PageText sums, String headline) {
        PageBlocks visitor = new PageBlocks(clutter, sums);
        root.filter(visitor);
        visitor.endBlock();
        return BlockSieve.sift(visitor.parts, headline);
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode words) {
            String whole = words.getWholeText().replace('\n', ' ').replace('\r', ' ');
            text.append(whole);
            linked += links > 0 ? whole.strip().length() : 0;
        } else if (node instanceof Element element) {
            if (clutter.contains(element) || isLinks(element)) {
                return FilterResult.SKIP_ENTIRELY;
            }
            String tag = element.normalName();
            if (tag.equals("br")) {
                text.append('\n');
            } else if (CELLS.contains(tag)) {
                text.append(' ');
            }
            links += tag.equals("a") ? 1 : 0;
            if (PageText.isBreak(element)) {
                endBlock();
                hints.push(hint(element, hints.element()));
            }
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element) {
            links -= element.normalName().equals("a") ? 1 : 0;
            if (PageText.isBreak(element)) {
                endBlock();
                hints.pop();
            }
        }
        return FilterResult.CONTINUE;
    }

    /** Lists and boxes of links to elsewhere. */
    private boolean isLinks(Element element) {
        PageText.Sum sum = sums.sum(element);
        return switch (element.normalName()) {
            case "ul", "ol", "div", "section", "table", "dl" -> sum.linkDensity() > 0.6 && sum.prose < 100;
            default -> false;
        };
    }

    private static Hint hint(Element element, Hint outer) {
        if (outer == Hint.BOX || Clutter.isBox(element)) {
            return Hint.BOX;
        }
        if (outer == Hint.CAPTION || Clutter.isCaption(element)) {
            return Hint.CAPTION;
        }
        return switch (element.normalName()) {
            case "h1", "h2", "h3", "h4", "h5", "h6" -> Hint.HEADING;
            case "li" -> Hint.LIST_ITEM;
            case "figure", "figcaption" -> Hint.CAPTION;
            default -> outer;
        };
    }

    private void endBlock() {
        String raw = text.toString();
        double share = linked == 0 ? 0 : (double) linked / raw.strip().length();
        text.setLength(0);
        linked = 0;
        Hint hint = hints.element();
        boolean isLink = share > 0.9 && hint != Hint.HEADING && hint != Hint.LIST_ITEM;
        if (isLink || Spaces.isWordless(raw)) {
            return;
        }
        for (String paragraph : BLANK_LINE.split(raw, -1)) {
            if (!Spaces.isWordless(paragraph)) {
                parts.add(new BlockSieve.Part(hint, Spaces.clean(paragraph), share));
            }
        }
    }
}
