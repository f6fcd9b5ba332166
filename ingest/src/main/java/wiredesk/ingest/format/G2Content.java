package wiredesk.ingest.format;

import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import wiredesk.ingest.copy.Block;
import wiredesk.ingest.copy.Block.Hint;
import wiredesk.ingest.copy.Spaces;

/** The content set of a NewsML-G2 news item: one content in several dresses, of which the best is read. */
final class G2Content {

    /** What stands at the top of an inlineXML, in XHTML's namespace or, as some write it, in the item's. */
    private static final Set<String> HTML = Set.of(
            "html",
            "body",
            "article",
            "section",
            "div",
            "p",
            "h1",
            "h2",
            "h3",
            "ul",
            "ol",
            "table",
            "blockquote",
            "pre");

    private static final Set<String> BASE_64 = Set.of("b64", "base64");

    private static final Set<String> NITF = Set.of("nitf", "body.content", "block");

    private final List<Element> contents;
    private final @Nullable Element contentMeta;
    private final G2Language language;
    private final Findings findings;

    G2Content(Element item, @Nullable Element contentMeta, Findings findings) {
        List<Element> all = Markup.own(item, "contentSet").stream()
                .flatMap(set -> Markup.own(set, "inlineXML", "inlineData", "remoteContent").stream())
                .toList();
        this.contentMeta = contentMeta;
        this.findings = findings;
        this.language = new G2Language(language(item, contentMeta, all));
        // Structure says more than lines do, and is the better choice of two in one language.
        this.contents = all.stream()
                .sorted(Comparator.comparingInt(language::distance)
                        .thenComparing(tag -> !Markup.name(tag).equals("inlineXML")))
                .toList();
    }

    G2Language language() {
        return language;
    }

    /** The content's by its description, else by itself; else the item's, which is that of the metadata. */
    private static @Nullable String language(Element item, @Nullable Element contentMeta, List<Element> contents) {
        for (Element language : Markup.own(contentMeta, "language")) {
            String tag = Markup.attribute(language, "tag");
            if (tag != null) {
                return tag;
            }
        }
        for (Element content : contents) {
            List<Element> elements = new ArrayList<>(List.of(content));
            elements.addAll(Markup.children(content));
            for (Element element : elements) {
                String declared = Markup.ownLanguage(element);
                String language = declared == null ? Markup.attribute(element, "lang") : declared;
                if (language != null) {
                    return language;
                }
            }
        }
        return Markup.language(item);
    }

    /** The text; of a picture or a film, whose content is elsewhere, what describes it. */
    List<Block> blocks() {
        for (Element content : contents) {
            List<Block> blocks = switch (Markup.name(content)) {
                case "inlineXML" -> inlineXml(content);
                case "inlineData" -> inlineData(content);
                default -> List.<Block>of();
            };
            if (!blocks.isEmpty()) {
                String dateline = language.text(Markup.own(contentMeta, "dateline"));
                return dateline == null ? blocks : Dateline.of(dateline).before(blocks);
            }
        }
        return descriptions();
    }

    private List<Block> inlineXml(Element content) {
        List<Element> roots = Markup.children(content);
        if (roots.isEmpty()) {
            return text(content, "", Markup.raw(content));
        }
        if (roots.stream().anyMatch(root -> NITF.contains(Markup.name(root)))) {
            Element body = Markup.descendant(content, "body.content");
            return NitfReader.body(body == null ? content : body);
        }
        return roots.stream().anyMatch(root -> HTML.contains(Markup.name(root)))
                ? html(content, XmlMarkup.inside(content))
                : List.of();
    }

    /** Not what says by its type or its encoding that it is no text. */
    private List<Block> inlineData(Element content) {
        String type = lower(Markup.attribute(content, "contenttype"));
        boolean text = type.isEmpty() || type.startsWith("text/") || type.contains("html") || type.contains("xml");
        String encoding = G2Names.code(Markup.attribute(content, "encoding"));
        if (!text || encoding == null) {
            return text ? text(content, type, Markup.raw(content)) : List.of();
        }
        String decoded = BASE_64.contains(encoding) ? ofBase64(Markup.raw(content), type) : null;
        return decoded == null ? List.of() : text(content, type, decoded);
    }

    /** Null where it is no Base64, or no text in its character set: bytes without a name are more likely a picture. */
    private static @Nullable String ofBase64(String written, String type) {
        MediaType media = MediaType.parse(type);
        try {
            byte[] bytes = Base64.getDecoder().decode(written.replaceAll("\\s+", ""));
            return Decoding.ofText(bytes, media == null ? null : media.charset())
                                    instanceof Decoding.Text(String text, List<String> guesses)
                            && guesses.isEmpty()
                            && text.indexOf('\0') < 0
                    ? text
                    : null;
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    private List<Block> text(Element content, String type, String raw) {
        boolean markup = type.contains("html") || type.contains("xml");
        // Some call it plain and wrap it in tags all the same; nobody begins a plain text with one.
        if (markup || HtmlBlocks.looksLikeMarkup(raw)) {
            return html(content, raw);
        }
        String words = words(content, raw);
        return words == null ? List.of() : PlainText.blocks(words);
    }

    private List<Block> html(Element content, String html) {
        String words = words(content, html);
        return words == null ? List.of() : HtmlBlocks.blocks(words);
    }

    /** All of the best language: agencies split what they say of a film over several. */
    private List<Block> descriptions() {
        List<Element> all = language.sorted(Markup.own(contentMeta, "description"));
        List<Block> blocks = new ArrayList<>();
        for (Element description : all) {
            if (language.distance(description) == language.distance(all.getFirst())) {
                blocks.addAll(description(description));
            }
        }
        return blocks;
    }

    /** A description's indents are those of the elements around it. */
    private List<Block> description(Element description) {
        String words = words(description, Markup.raw(description));
        if (words == null) {
            return List.of();
        }
        Hint hint = "caption".equals(G2Names.code(Markup.attribute(description, "role"))) ? Hint.CAPTION : Hint.NONE;
        return PlainText.paragraphs(words).stream()
                .map(lines -> new Block(hint, lines.stream().map(String::strip).toList()))
                .toList();
    }

    /** NITF carries its own; where it has only a document's title, that is it. */
    @Nullable
    String headline() {
        String main = inNitf("hl1");
        return main == null ? inNitf("title") : main;
    }

    @Nullable
    String byline() {
        return inNitf("byline");
    }

    private @Nullable String inNitf(String name) {
        for (Element content : contents) {
            Element nitf = Markup.name(content).equals("inlineXML") ? Markup.descendant(content, "nitf") : null;
            Element found = nitf == null ? null : Markup.descendant(nitf, name);
            if (found != null && Markup.words(found) != null) {
                return Markup.words(found);
            }
        }
        return null;
    }

    /** What the contents are, for whoever wonders why they are not read. */
    String whatElse() {
        if (contents.isEmpty()) {
            return ", and no content";
        }
        Element content = contents.getFirst();
        List<Element> roots = Markup.children(content);
        String type = Markup.attribute(content, "contenttype");
        String what =
                Markup.name(content).equals("inlineXML") && !roots.isEmpty() ? Markup.name(roots.getFirst()) : type;
        String encoding = Markup.attribute(content, "encoding");
        return ", and its content is " + Markup.name(content) + (what == null ? "" : " of " + Times.cut(what))
                + (encoding == null ? "" : " in the encoding " + Times.cut(encoding));
    }

    /** A text as it stands; null where it is blank or no article's length. */
    private @Nullable String words(Element element, String text) {
        if (PlainText.hasTooManyLines(text)) {
            findings.fault(Markup.path(element), PlainText.TOO_MANY_LINES);
            return null;
        }
        return Spaces.isBlank(text) ? null : text;
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }
}
