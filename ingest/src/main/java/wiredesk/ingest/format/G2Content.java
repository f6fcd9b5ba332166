package wiredesk.ingest.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import wiredesk.ingest.copy.Block;
import wiredesk.ingest.copy.Block.Hint;

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

    private static final Set<String> NITF = Set.of("nitf", "body.content", "block");

    private final List<Tag> contents;
    private final @Nullable Tag contentMeta;
    private final G2Language language;
    private final G2Fields fields;

    G2Content(Tag item, @Nullable Tag contentMeta, G2Fields fields) {
        List<Tag> all = item.children("contentSet").stream()
                .flatMap(set -> set.children("inlineXML", "inlineData", "remoteContent").stream())
                .toList();
        this.contentMeta = contentMeta;
        this.fields = fields;
        this.language = new G2Language(language(item, contentMeta, all));
        // Structure says more than lines do, and is the better choice of two in one language.
        this.contents = all.stream()
                .sorted(Comparator.comparingInt(language::distance)
                        .thenComparing(tag -> !tag.name().equals("inlineXML")))
                .toList();
    }

    G2Language language() {
        return language;
    }

    /** The content's by its description, else by itself; else the item's, which is that of the metadata. */
    private static @Nullable String language(Tag item, @Nullable Tag contentMeta, List<Tag> contents) {
        if (contentMeta != null) {
            for (Tag tag : contentMeta.children("language")) {
                if (tag.attribute("tag") != null) {
                    return tag.attribute("tag");
                }
            }
        }
        for (Tag content : contents) {
            if (content.language() != null) {
                return content.language();
            }
            for (Tag root : content.children()) {
                String lang = root.language() == null ? root.attribute("lang") : root.language();
                if (lang != null) {
                    return lang;
                }
            }
        }
        return item.inheritedLanguage();
    }

    /** The text; of a picture or a film, whose content is elsewhere, what describes it. */
    List<Block> blocks() {
        for (Tag content : contents) {
            List<Block> blocks = switch (content.name()) {
                case "inlineXML" -> inlineXml(content);
                case "inlineData" -> inlineData(content);
                default -> List.<Block>of();
            };
            if (!blocks.isEmpty()) {
                return blocks;
            }
        }
        return descriptions();
    }

    private List<Block> inlineXml(Tag content) {
        List<Tag> roots = content.children();
        if (roots.isEmpty()) {
            return text(content, "");
        }
        if (roots.stream().anyMatch(root -> NITF.contains(root.name()))) {
            Tag body = content.descendant("body.content");
            return NitfReader.body(body == null ? content.element() : body.element());
        }
        return roots.stream().anyMatch(root -> HTML.contains(root.name()))
                ? html(content, XmlMarkup.inside(content))
                : List.of();
    }

    /** Not what says by its type or its encoding that it is no text. */
    private List<Block> inlineData(Tag content) {
        String type = lower(content.attribute("contenttype"));
        boolean text = type.isEmpty() || type.startsWith("text/") || type.contains("html") || type.contains("xml");
        return text && content.attribute("encoding") == null ? text(content, type) : List.of();
    }

    private List<Block> text(Tag content, String type) {
        String raw = content.rawText();
        boolean markup = type.contains("html") || type.contains("xml");
        // Some call it plain and wrap it in tags all the same; nobody begins a plain text with one.
        if (markup || HtmlBlocks.looksLikeMarkup(raw)) {
            return html(content, raw);
        }
        String words = fields.words(content, raw);
        return words == null ? List.of() : PlainText.blocks(words);
    }

    private List<Block> html(Tag content, String html) {
        String words = fields.words(content, html);
        return words == null ? List.of() : HtmlBlocks.blocks(words);
    }

    /** All of the best language: agencies split what they say of a film over several. */
    private List<Block> descriptions() {
        List<Tag> all = language.sorted(contentMeta == null ? List.of() : contentMeta.children("description"));
        List<Block> blocks = new ArrayList<>();
        for (Tag description : all) {
            if (language.distance(description) == language.distance(all.getFirst())) {
                blocks.addAll(description(description));
            }
        }
        return blocks;
    }

    /** A description's indents are those of the elements around it. */
    private List<Block> description(Tag description) {
        String words = fields.words(description, description.rawText());
        if (words == null) {
            return List.of();
        }
        Hint hint = "caption".equals(G2Names.code(description.attribute("role"))) ? Hint.CAPTION : Hint.NONE;
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
        for (Tag content : contents) {
            Tag nitf = content.name().equals("inlineXML") ? content.descendant("nitf") : null;
            Tag found = nitf == null ? null : nitf.descendant(name);
            if (found != null && found.text() != null) {
                return found.text();
            }
        }
        return null;
    }

    /** What the contents are, for whoever wonders why they are not read. */
    String whatElse() {
        if (contents.isEmpty()) {
            return ", and no content";
        }
        Tag content = contents.getFirst();
        List<Tag> roots = content.children();
        String type = content.attribute("contenttype");
        String what = content.name().equals("inlineXML") && !roots.isEmpty()
                ? roots.getFirst().name()
                : type;
        String encoding = content.attribute("encoding");
        return ", and its content is " + content.name() + (what == null ? "" : " of " + Times.cut(what))
                + (encoding == null ? "" : " in the encoding " + Times.cut(encoding));
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }
}
