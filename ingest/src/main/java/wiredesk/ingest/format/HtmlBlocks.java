package wiredesk.ingest.format;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import wiredesk.ingest.copy.Block;
import wiredesk.ingest.copy.Block.Hint;
import wiredesk.ingest.copy.Spaces;

/** Takes an HTML or XHTML fragment apart into blocks, with what its elements say of them. It fetches nothing. */
final class HtmlBlocks implements NodeFilter {

    private static final Set<String> UNREAD = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "head",
            "iframe",
            "object",
            "svg",
            "math",
            "form",
            "nav",
            "button",
            "select",
            "textarea",
            "audio",
            "video",
            "canvas");

    private final HintedBlocks blocks = new HintedBlocks();
    private final StringBuilder text = new StringBuilder();
    private final Deque<Hint> hints = new ArrayDeque<>(List.of(Hint.NONE));

    private HtmlBlocks() {}

    static List<Block> blocks(String html) {
        HtmlBlocks visitor = new HtmlBlocks();
        Jsoup.parse(html).body().filter(visitor);
        visitor.endBlock();
        visitor.blocks.endBox();
        return visitor.blocks.all();
    }

    /** What the fragment says, on one line. */
    static String text(String html) {
        return Spaces.clean(Jsoup.parse(html).body().text());
    }

    /** Whether a text of unknown type looks like markup: it begins with a tag, and some tag is closed again. */
    static boolean looksLikeMarkup(String text) {
        String start = text.stripLeading();
        return start.length() > 2
                && start.charAt(0) == '<'
                && (Character.isLetter(start.charAt(1)) || start.charAt(1) == '!' || start.charAt(1) == '?')
                && (start.contains("</") || start.contains("/>"));
    }

    @Override
    public FilterResult head(Node node, int depth) {
        switch (node) {
            case TextNode words ->
                text.append(words.getWholeText().replace('\n', ' ').replace('\r', ' '));
            case Element element -> {
                String tag = element.normalName();
                if (UNREAD.contains(tag)) {
                    return FilterResult.SKIP_ENTIRELY;
                }
                if (tag.equals("br")) {
                    text.append('\n');
                } else if (isBlock(element)) {
                    endBlock();
                    hints.push(hint(tag, hints.element()));
                }
            }
            default -> {
                // Comments and the like say nothing.
            }
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element && isBlock(element)) {
            endBlock();
            hints.pop();
            if (!hints.contains(Hint.BOX)) {
                blocks.endBox();
            }
        }
        return FilterResult.CONTINUE;
    }

    private static boolean isBlock(Element element) {
        return (element.isBlock() && !element.normalName().equals("br")) || isNitfHeading(element.normalName());
    }

    /** Some send NITF where HTML is meant. */
    private static boolean isNitfHeading(String tag) {
        return tag.equals("hl1") || tag.equals("hl2");
    }

    private static Hint hint(String tag, Hint outer) {
        return switch (tag.toLowerCase(Locale.ROOT)) {
            case "aside" -> Hint.BOX;
            case "h1", "hl1" -> inBox(outer, Hint.HEADLINE);
            case "h2", "h3", "h4", "h5", "h6", "hl2" -> inBox(outer, Hint.HEADING);
            case "li" -> inBox(outer, Hint.LIST_ITEM);
            case "figcaption" -> inBox(outer, Hint.CAPTION);
            case "p" -> outer == Hint.NONE ? Hint.PARAGRAPH : outer;
            default -> outer;
        };
    }

    private static Hint inBox(Hint outer, Hint hint) {
        return outer == Hint.BOX ? outer : hint;
    }

    private void endBlock() {
        if (Spaces.isWordless(text)) {
            text.setLength(0);
            return;
        }
        String raw = text.toString();
        text.setLength(0);
        blocks.add(hints.element(), raw);
    }
}
