package wiredesk.ingest.format;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import wiredesk.ingest.copy.Block;
import wiredesk.ingest.copy.Spaces;

/** The words in an element of a feed, which are plain, or HTML that is escaped, or XHTML that is not. */
final class FeedText {

    private static final Pattern TAG = Pattern.compile("<(?:/?[a-zA-Z][^<>]*|!--.*?--)>", Pattern.DOTALL);
    private static final Pattern ENTITY = Pattern.compile("&(?:#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]\\w{1,31});");

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
            return HtmlBlocks.blocks(XmlMarkup.inside(element));
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
}
