package wiredesk.ingest.format;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import wiredesk.ingest.copy.Block;
import wiredesk.ingest.copy.Block.Hint;

/** Reads the IPTC's NITF, 3.0 to 3.6, with its namespace or without. */
final class NitfReader {

    private final Findings findings = new Findings();
    private final Element nitf;
    private final NitfHead head;

    private NitfReader(Element nitf) {
        this.nitf = nitf;
        this.head = new NitfHead(nitf, findings);
    }

    static Read read(Document document) {
        Element root = document.getDocumentElement();
        if (root == null || !Markup.name(root).equals("nitf")) {
            String found = root == null ? "nothing" : Times.cut(root.getNodeName());
            return new Reason(Kind.INVALID, "a NITF document is one nitf element, and this is " + found, "").refused();
        }
        return new NitfReader(root).read();
    }

    /** The blocks of a {@code body.content}, or of a whole {@code nitf} or {@code body} inside another format. */
    static List<Block> body(Element element) {
        List<Block> blocks = NitfBody.blocks(element);
        Element body = Markup.name(element).equals("nitf") ? Markup.child(element, "body") : element;
        Element dateline = Markup.child(body, "body.head", "dateline");
        String words = Markup.words(dateline);
        if (dateline == null || words == null) {
            return blocks;
        }
        String place = Markup.words(Markup.child(dateline, "location"));
        if (isForMachines(dateline)) {
            return place == null ? blocks : Dateline.of(place).before(blocks);
        }
        return new Dateline(words, place == null ? words : place).before(blocks);
    }

    private Read read() {
        PubStatus status = head.status();
        String headline = headline();
        Draft draft = new Draft(
                head.uri(),
                head.version(),
                head.versionCreated(),
                head.firstCreated(),
                headline,
                head.slugline(),
                byline(),
                language(),
                head.urgency(),
                status,
                head.embargo(),
                head.evolvedFrom(),
                new NitfSubjects(nitf).subjects(),
                new NitfSubjects(nitf).places(),
                head.rights(),
                edNote(headline),
                null,
                blocks(),
                List.of());
        return findings.decide(draft, Markup.path(nitf));
    }

    private @Nullable String headline() {
        Element hedline = Markup.child(nitf, "body", "body.head", "hedline");
        for (String name : List.of("hl1", "hl2")) {
            for (Element line : Markup.descendants(hedline, name)) {
                String words = Markup.words(line);
                if (words != null) {
                    return words;
                }
            }
            String title = Markup.words(Markup.child(nitf, "head", "title"));
            if (title != null) {
                return title;
            }
        }
        return Markup.words(hedline);
    }

    /** The lines under the headline, then the body; an abstract only where there is no body, as in a list of teasers. */
    private List<Block> blocks() {
        Element body = Markup.child(nitf, "body");
        if (body == null) {
            return List.of();
        }
        List<Block> blocks = new ArrayList<>(body(body));
        if (blocks.isEmpty()) {
            for (Element teaser : Markup.descendants(Markup.child(body, "body.head"), "abstract")) {
                blocks.addAll(NitfBody.blocks(teaser));
            }
        }
        String headline = headline();
        List<Block> decks = new ArrayList<>();
        for (Element line : Markup.descendants(Markup.child(body, "body.head", "hedline"), "hl2")) {
            String words = Markup.words(line);
            if (words != null && !words.equals(headline)) {
                decks.add(new Block(Hint.HEADING, List.of(words)));
            }
        }
        blocks.addAll(0, decks);
        return blocks;
    }

    /** Some repeat the normalised time where its words should be. */
    private static boolean isForMachines(Element dateline) {
        String date = Markup.words(Markup.child(dateline, "story.date"));
        return date != null && !(Times.ofIso(date) instanceof Moment.NoTime);
    }

    private @Nullable String byline() {
        List<String> bylines = new ArrayList<>();
        for (Element byline : Markup.children(Markup.child(nitf, "body", "body.head"), "byline")) {
            List<String> titles = new ArrayList<>();
            for (Element title : Markup.descendants(byline, "byttl")) {
                String words = Markup.words(title);
                if (words != null) {
                    titles.add(words);
                }
            }
            String all = Markup.words(byline);
            if (all != null) {
                bylines.add(parted(all, titles));
            }
        }
        return bylines.isEmpty() ? null : String.join("; ", bylines);
    }

    /** A title stands behind the name without a comma, for it is an element of its own. */
    private static String parted(String byline, List<String> titles) {
        String last = titles.size() == 1 ? titles.getFirst() : "";
        if (last.isEmpty() || byline.equals(last) || !byline.endsWith(last)) {
            return byline;
        }
        String name = byline.substring(0, byline.length() - last.length()).strip();
        return Character.isLetterOrDigit(name.codePointBefore(name.length())) ? name + ", " + last : name + " " + last;
    }

    private @Nullable String language() {
        for (String[] names : new String[][] {{"body", "body.content"}, {"body"}, {}}) {
            Element at = Markup.child(nitf, names);
            String language = at == null ? null : Markup.language(at);
            if (language != null) {
                return language;
            }
        }
        return Markup.attribute(nitf, "baselang");
    }

    private @Nullable String edNote(@Nullable String headline) {
        String note = head.edNote();
        return note == null && head.killsAnother() ? headline : note;
    }
}
