package wiredesk.ingest.format;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import wiredesk.ingest.copy.Block;
import wiredesk.ingest.copy.Block.Hint;

/** Reads one NewsML-G2 news item. */
final class NewsMlG2Item {

    private static final Set<String> KILLS = Set.of("kill", "cancel", "canceled", "cancelled");
    private static final Set<String> RECALLS = Set.of("withhold", "withheld", "hold");
    private static final Set<String> ORIGINS = Set.of("evolvedfrom", "predecessor");

    /** NewsML-G2 lets the content's creation be known only to the day, the month or the year. */
    private static final Pattern LONG_AGO = Pattern.compile("\\d{4}(?:-\\d\\d){0,2}(?:Z|[+-]\\d\\d:\\d\\d)?");

    private final Element item;
    private final G2Names names;
    private final Findings findings = new Findings();
    private final @Nullable Element itemMeta;
    private final @Nullable Element contentMeta;
    private final G2Content content;

    /** Whether the status says so. */
    private boolean embargoed;

    NewsMlG2Item(Element item, G2Names names) {
        this.item = item;
        this.names = names;
        this.itemMeta = Markup.ownChild(item, "itemMeta");
        this.contentMeta = Markup.ownChild(item, "contentMeta");
        this.content = new G2Content(item, contentMeta, findings);
    }

    Read read() {
        PubStatus status = status();
        List<Block> blocks = content.blocks();
        String headline = headline(blocks);
        Draft draft = draft(status, headline, blocks);
        return findings.decide(draft, Markup.path(item), content.whatElse());
    }

    private Draft draft(PubStatus status, @Nullable String headline, List<Block> blocks) {
        G2Subjects about = new G2Subjects(contentMeta, names, content.language());
        return new Draft(
                findings.strictUri(Markup.attribute(item, "guid"), Markup.path(item, "guid")),
                findings.version(Markup.attribute(item, "version"), Markup.path(item, "version")),
                time(Markup.ownChild(itemMeta, "versionCreated")),
                firstCreated(),
                headline,
                content.language().text(Markup.own(contentMeta, "slugline")),
                byline(),
                content.language().tag(),
                urgency(),
                status,
                embargo(),
                evolvedFrom(),
                about.subjects(),
                about.places(),
                rights(),
                joined(Markup.own(itemMeta, "edNote"), " "),
                null,
                blocks,
                List.of());
    }

    /** The strictest that is said. */
    private PubStatus status() {
        PubStatus status = PubStatus.USABLE;
        for (Element written : Markup.own(itemMeta, "pubStatus")) {
            String code = names.code(written);
            PubStatus read = code == null ? null : PubStatus.parse(code);
            embargoed |= code != null && PubStatus.isEmbargoed(code);
            if (read == null) {
                String what = code == null ? "empty" : "'" + Times.cut(code) + "'";
                findings.fault(Markup.path(written), "must be usable, withheld or canceled, not " + what);
            } else if (read.compareTo(status) > 0) {
                status = read;
            }
        }
        for (Element genre : Markup.own(contentMeta, "genre")) {
            findings.unlessNews(names.code(genre), Markup.path(genre));
        }
        for (Element itemClass : Markup.own(itemMeta, "itemClass")) {
            findings.unlessNews(names.code(itemClass), Markup.path(itemClass));
        }
        for (Element signal : Markup.own(itemMeta, "signal")) {
            status = signalled(signal, status);
        }
        return status;
    }

    private PubStatus signalled(Element signal, PubStatus status) {
        String code = names.code(signal);
        if (code == null) {
            return status;
        }
        findings.unlessNews(code, Markup.path(signal));
        if (KILLS.contains(code)) {
            return PubStatus.CANCELED;
        }
        return RECALLS.contains(code) && status == PubStatus.USABLE ? PubStatus.WITHHELD : status;
    }

    private @Nullable String headline(List<Block> blocks) {
        String headline = content.language().text(mainFirst(Markup.own(contentMeta, "headline")));
        if (headline != null) {
            return headline;
        }
        String inContent = content.headline();
        Element title = Markup.ownChild(itemMeta, "title");
        if (inContent != null || title == null || blocks.stream().anyMatch(block -> block.hint() == Hint.HEADLINE)) {
            return inContent;
        }
        String text = content.language().text(Markup.own(itemMeta, "title"));
        if (text != null) {
            findings.warn(Markup.path(title), "is taken for the headline, for there is no other");
        }
        return text;
    }

    /** Some agencies send short and sub-headlines beside the main one, which has the role 'main' or none. */
    private List<Element> mainFirst(List<Element> headlines) {
        List<Element> sorted = new ArrayList<>();
        headlines.stream().filter(tag -> role(tag).equals("main")).forEach(sorted::add);
        headlines.stream().filter(tag -> role(tag).isEmpty()).forEach(sorted::add);
        headlines.stream().filter(tag -> !sorted.contains(tag)).forEach(sorted::add);
        return sorted;
    }

    private static String role(Element tag) {
        String code = G2Names.code(Markup.attribute(tag, "role"));
        return code == null ? "" : code;
    }

    private @Nullable Instant time(@Nullable Element element) {
        String text = Markup.words(element);
        return element == null || text == null ? null : findings.time(Times.ofRfc3339(text), Markup.path(element));
    }

    private @Nullable Integer urgency() {
        Element urgency = Markup.ownChild(contentMeta, "urgency");
        return urgency == null ? null : findings.integer(Markup.words(urgency), Markup.path(urgency), 1, 9);
    }

    private @Nullable Instant firstCreated() {
        Instant first = time(Markup.ownChild(itemMeta, "firstCreated"));
        Element created = Markup.ownChild(contentMeta, "contentCreated");
        String text = Markup.words(created);
        if (first != null || text == null || LONG_AGO.matcher(text).matches()) {
            return first;
        }
        return time(created);
    }

    private @Nullable String byline() {
        String by = content.language().text(Markup.own(contentMeta, "by"));
        if (by == null) {
            by = content.byline();
        }
        if (by != null) {
            return by;
        }
        List<Element> creators = new ArrayList<>();
        for (Element creator : Markup.own(contentMeta, "creator")) {
            content.language().sorted(names.names(creator)).stream()
                    .limit(1)
                    .filter(NewsMlG2Item::isFullName)
                    .forEach(creators::add);
        }
        return joined(creators, ", ");
    }

    /** A single word is a sign or an account of the newsroom's, which its readers never see. */
    private static boolean isFullName(Element name) {
        String text = Markup.words(name);
        return text != null && text.indexOf(' ') > 0;
    }

    private Embargo embargo() {
        Embargo embargo = new Embargo.None();
        for (Element written : Markup.own(itemMeta, "embargoed")) {
            String text = Markup.words(written);
            Moment moment = text == null ? Moment.empty() : Times.ofIso(text);
            embargo = embargo.stricter(findings.embargo(moment, Markup.path(written)));
        }
        boolean unsaid = embargoed && embargo instanceof Embargo.None;
        return unsaid ? findings.embargo(Moment.unsaid(), Markup.path(item) + "/itemMeta/pubStatus") : embargo;
    }

    private @Nullable String evolvedFrom() {
        List<Element> links = new ArrayList<>(Markup.own(itemMeta, "link"));
        links.addAll(Markup.own(item, "link"));
        for (Element link : links) {
            String rel = G2Names.code(Markup.attribute(link, "rel"));
            if (rel != null && ORIGINS.contains(rel)) {
                String target = Markup.attribute(link, "residref");
                return target == null ? Markup.attribute(link, "href") : target;
            }
        }
        return null;
    }

    /** Terms of use in words, else their link, else whose copyright it is. */
    private @Nullable String rights() {
        for (String field : List.of("usageTerms", "copyrightNotice")) {
            List<Element> tags = Markup.own(item, "rightsInfo").stream()
                    .flatMap(info -> Markup.own(info, field).stream())
                    .toList();
            String words = content.language().text(tags);
            if (words != null) {
                return words;
            }
            for (Element tag : tags) {
                if (Markup.attribute(tag, "href") != null) {
                    return Markup.attribute(tag, "href");
                }
            }
        }
        return null;
    }

    private static @Nullable String joined(List<Element> tags, String glue) {
        Set<String> texts = new LinkedHashSet<>();
        for (Element tag : tags) {
            String text = Markup.words(tag);
            if (text != null) {
                texts.add(text);
            }
        }
        return texts.isEmpty() ? null : texts.stream().collect(Collectors.joining(glue));
    }
}
