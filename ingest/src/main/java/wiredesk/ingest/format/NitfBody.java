package wiredesk.ingest.format;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import wiredesk.ingest.copy.Block;
import wiredesk.ingest.copy.Block.Hint;
import wiredesk.ingest.copy.Spaces;

/** Takes the body of a NITF document apart into blocks. Elements of HTML, which many mix in, are known too. */
final class NitfBody implements Markup.Visitor {

    /** What is in these is for machines, or is no text. */
    private static final Set<String> UNREAD = Set.of(
            "head",
            "body.head",
            "media-reference",
            "media-metadata",
            "media-object",
            "nitf-table-metadata",
            "nitf-colgroup",
            "alt-code",
            "script",
            "style",
            "iframe");

    private static final Set<String> BLOCKS = Set.of(
            "nitf",
            "body",
            "body.content",
            "body.end",
            "abstract",
            "p",
            "block",
            "hl1",
            "hl2",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "ol",
            "ul",
            "li",
            "dl",
            "dt",
            "dd",
            "media",
            "media-caption",
            "media-producer",
            "caption",
            "bq",
            "blockquote",
            "credit",
            "datasource",
            "pre",
            "hr",
            "fn",
            "note",
            "content",
            "table",
            "tr",
            "nitf-table",
            "postaddr",
            "tagline",
            "bibliography",
            "div",
            "section",
            "article",
            "aside",
            "figure",
            "figcaption");

    private final HintedBlocks blocks = new HintedBlocks();
    private final StringBuilder text = new StringBuilder();
    private final Deque<Hint> hints = new ArrayDeque<>(List.of(Hint.NONE));

    /** Rows that are open: in a row all is one line, whatever the cells are made of. */
    private int rows;

    /** Elements that are open in which line ends are meant. */
    private int verbatim;

    private NitfBody() {}

    static List<Block> blocks(Element top) {
        NitfBody visitor = new NitfBody();
        Markup.walk(top, visitor);
        visitor.endBlock();
        visitor.blocks.endBox();
        return visitor.blocks.all();
    }

    /** A note to editors is not for readers: {@code npa} is a non-publishable advisory. */
    static boolean isForEditors(Element note) {
        return "npa".equals(Markup.attribute(note, "type"))
                || "editorsnote".equals(Markup.attribute(note, "noteclass"));
    }

    @Override
    public boolean enter(Element element) {
        String name = Markup.name(element);
        if (UNREAD.contains(name) || (name.equals("note") && isForEditors(element))) {
            return false;
        }
        if (name.equals("br")) {
            text.append('\n');
        } else if (name.equals("td") || name.equals("th")) {
            text.append(Spaces.isBlank(text) ? "" : " | ");
        } else if (BLOCKS.contains(name)) {
            boundary();
            hints.push(hint(name, hints.element()));
            rows += name.equals("tr") ? 1 : 0;
            verbatim += isVerbatim(element, name) ? 1 : 0;
        }
        return true;
    }

    @Override
    public void text(String data) {
        text.append(verbatim > 0 ? data : data.replace('\n', ' ').replace('\r', ' '));
    }

    @Override
    public void leave(Element element) {
        String name = Markup.name(element);
        if (!BLOCKS.contains(name)) {
            return;
        }
        rows -= name.equals("tr") ? 1 : 0;
        boundary();
        verbatim -= isVerbatim(element, name) ? 1 : 0;
        if (hints.pop() == Hint.BOX && hints.element() != Hint.BOX) {
            blocks.endBox();
        }
    }

    /** Preformatted, or a container that has only text in it: plain text, or markup that was escaped. */
    private static boolean isVerbatim(Element element, String name) {
        if (name.equals("pre")) {
            return true;
        }
        if (!name.equals("body.content") && !name.equals("block")) {
            return false;
        }
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element) {
                return false;
            }
        }
        return true;
    }

    private static Hint hint(String name, Hint outer) {
        if (outer == Hint.BOX) {
            return outer;
        }
        return switch (name) {
            case "aside", "note" -> Hint.BOX;
            case "hl1", "h1" -> Hint.HEADLINE;
            case "hl2", "h2", "h3", "h4", "h5", "h6" -> Hint.HEADING;
            case "li", "dt", "dd", "tr" -> Hint.LIST_ITEM;
            case "media-caption", "media-producer", "caption", "figcaption" -> Hint.CAPTION;
            case "p", "fn", "credit", "datasource", "tagline", "bibliography" ->
                outer == Hint.NONE ? Hint.PARAGRAPH : outer;
            default -> outer;
        };
    }

    private void boundary() {
        if (rows > 0) {
            text.append(' ');
        } else {
            endBlock();
        }
    }

    private void endBlock() {
        String raw = text.toString();
        text.setLength(0);
        if (Spaces.isWordless(raw)) {
            return;
        }
        Hint hint = hints.element();
        if (hint == Hint.NONE && HtmlBlocks.looksLikeMarkup(raw)) {
            blocks.addAll(HtmlBlocks.blocks(raw));
        } else {
            blocks.add(hint, raw);
        }
    }
}
