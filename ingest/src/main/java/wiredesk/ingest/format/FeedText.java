package wiredesk.ingest.format;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import wiredesk.ingest.copy.Block;
import wiredesk.ingest.copy.Spaces;

/** The words in an element of a feed, which are plain, or HTML that is escaped, or XHTML that is not. */
final class FeedText {

    private static final Pattern TAG = Pattern.compile("<(?:/?[a-zA-Z][^<>]*|!--.*?--)>", Pattern.DOTALL);
    private static final Pattern ENTITY = Pattern.compile("&(?:#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]\\w{1,31});");

    /** Elements of HTML that have no end tag; {@code </br>} would be read as a second one. */
    private static final Set<String> VOID = Set.of(
            "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr");

    private FeedText() {}

    /** The words of a title or a name, on one line; null when there are none. */
    static @Nullable String line(@Nullable Element element) {
        if (element == null) {
            return null;
        }
        String raw = Markup.raw(element);
        boolean markup = TAG.matcher(raw).find() || ENTITY.matcher(raw).find();
        String line = !isLiteral(element) && markup ? HtmlBlocks.text(raw) : Spaces.clean(raw);
        return line.isEmpty() ? null : line;
    }

    /** Atom says whether a text is plain; RSS does not, and so its looks decide. */
    private static boolean isLiteral(Element element) {
        boolean atom = FeedElements.name(element).startsWith("atom:");
        boolean html = type(element).equals("html") || type(element).equals("text/html");
        return atom && !html && !"escaped".equals(element.getAttribute("mode"));
    }

    static List<Block> blocks(Element element) {
        if (isElsewhere(element) || isOtherThanText(element)) {
            return List.of();
        }
        if (!Markup.children(element).isEmpty()) {
            return HtmlBlocks.blocks(html(element));
        }
        String raw = Markup.raw(element);
        if (isLiteral(element)) {
            return PlainText.blocks(raw);
        }
        return TAG.matcher(raw).find() ? HtmlBlocks.blocks(raw) : PlainText.blocks(Parser.unescapeEntities(raw, false));
    }

    static boolean isElsewhere(Element element) {
        return Markup.attribute(element, "src") != null;
    }

    /** Such as an image in Base64, or a format of its own inside of Atom. */
    private static boolean isOtherThanText(Element element) {
        String type = type(element);
        return type.contains("/") && !type.startsWith("text/") && !type.contains("html");
    }

    private static String type(Element element) {
        String type = Markup.attribute(element, "type");
        return type == null ? "" : type.toLowerCase(Locale.ROOT);
    }

    /** What is inside an element, as HTML. */
    private static String html(Element top) {
        StringBuilder html = new StringBuilder();
        Markup.walk(top, new Markup.Visitor() {
            @Override
            public boolean enter(Element element) {
                if (!element.isSameNode(top)) {
                    html.append('<').append(Markup.name(element));
                    NamedNodeMap attributes = element.getAttributes();
                    for (int i = 0; i < attributes.getLength(); i++) {
                        if (attributes.item(i) instanceof Attr attribute) {
                            html.append(' ').append(attribute.getName()).append("=\"");
                            html.append(escaped(attribute.getValue())).append('"');
                        }
                    }
                    html.append('>');
                }
                return true;
            }

            @Override
            public void text(String data) {
                html.append(escaped(data));
            }

            @Override
            public void leave(Element element) {
                if (!element.isSameNode(top) && !VOID.contains(Markup.name(element))) {
                    html.append("</").append(Markup.name(element)).append('>');
                }
            }
        });
        return html.toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
