package wiredesk.ingest.format;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import wiredesk.ingest.copy.Block;
import wiredesk.ingest.copy.Block.Hint;

/** Reads one NewsML-G2 news item. */
final class NewsMlG2Item {

    /** Characters. The guid becomes a record's key. */
    private static final int LONGEST_GUID = 2048;

    private static final int LONGEST_VERSION = 128;

    private static final Set<String> KILLS = Set.of("kill", "cancel", "canceled", "cancelled");
    private static final Set<String> RECALLS = Set.of("withhold", "withheld", "hold");
    private static final Set<String> ORIGINS = Set.of("evolvedfrom", "predecessor");

    /** NewsML-G2 lets the content's creation be known only to the day, the month or the year. */
    private static final Pattern LONG_AGO = Pattern.compile("\\d{4}(?:-\\d\\d){0,2}(?:Z|[+-]\\d\\d:\\d\\d)?");

    private final Tag item;
    private final G2Names names;
    private final G2Fields fields = new G2Fields();
    private final @Nullable Tag itemMeta;
    private final @Nullable Tag contentMeta;
    private final G2Content content;

    NewsMlG2Item(Tag item, G2Names names) {
        this.item = item;
        this.names = names;
        this.itemMeta = item.child("itemMeta");
        this.contentMeta = item.child("contentMeta");
        this.content = new G2Content(item, contentMeta, fields);
    }

    Read read() {
        PubStatus status = status();
        List<Block> blocks = content.blocks();
        String headline = headline(blocks);
        Draft draft = draft(status, headline, blocks);
        if (status == PubStatus.CANCELED) {
            fields.forgiveAllBut(item.path() + "/@guid", item.path() + "/@version");
        }
        Reason fault = fields.firstFault();
        if (fault != null) {
            return fault.refused();
        }
        if (headline == null && blocks.isEmpty() && status != PubStatus.CANCELED) {
            String detail = item.path() + " has neither a headline nor a text: there is nothing to publish"
                    + content.whatElse();
            return new Reason(Kind.INVALID, detail, item.path()).refused();
        }
        return new Read.Accepted(draft.withWarnings(fields.warnings()));
    }

    private Draft draft(PubStatus status, @Nullable String headline, List<Block> blocks) {
        G2Subjects about = new G2Subjects(all(contentMeta, "subject"), names, content.language());
        return new Draft(
                fields.identifier(item, "guid", LONGEST_GUID),
                fields.identifier(item, "version", LONGEST_VERSION),
                fields.time(first(itemMeta, "versionCreated")),
                firstCreated(),
                headline,
                content.language().text(all(contentMeta, "slugline")),
                byline(),
                content.language().tag(),
                fields.integer(first(contentMeta, "urgency"), 1, 9),
                status,
                embargo(),
                evolvedFrom(),
                about.subjects(),
                about.places(),
                rights(),
                joined(all(itemMeta, "edNote"), " "),
                blocks,
                List.of());
    }

    /** The strictest that is said. */
    private PubStatus status() {
        PubStatus status = PubStatus.USABLE;
        for (Tag written : all(itemMeta, "pubStatus")) {
            String code = names.code(written);
            PubStatus read = code == null ? null : PubStatus.parse(code);
            if (read == null) {
                String what = code == null ? "empty" : "'" + Times.cut(code) + "'";
                fields.fault(written, "must be usable, withheld or canceled, not " + what);
            } else if (read.compareTo(status) > 0) {
                status = read;
            }
        }
        for (Tag signal : all(itemMeta, "signal")) {
            status = signalled(signal, status);
        }
        return status;
    }

    private PubStatus signalled(Tag signal, PubStatus status) {
        String code = names.code(signal);
        if (code == null) {
            return status;
        }
        if (code.equals("advisory")) {
            fields.warn(signal, "says that this is an advisory to editors and not a story");
        }
        if (KILLS.contains(code)) {
            return PubStatus.CANCELED;
        }
        return RECALLS.contains(code) && status == PubStatus.USABLE ? PubStatus.WITHHELD : status;
    }

    private @Nullable String headline(List<Block> blocks) {
        String headline = content.language().text(mainFirst(all(contentMeta, "headline")));
        if (headline != null) {
            return headline;
        }
        String inContent = content.headline();
        Tag title = first(itemMeta, "title");
        if (inContent != null || title == null || blocks.stream().anyMatch(block -> block.hint() == Hint.HEADLINE)) {
            return inContent;
        }
        String text = content.language().text(all(itemMeta, "title"));
        if (text != null) {
            fields.warn(title, "is taken for the headline, for there is no other");
        }
        return text;
    }

    /** Some agencies send short and sub-headlines beside the main one, which has the role 'main' or none. */
    private List<Tag> mainFirst(List<Tag> headlines) {
        List<Tag> sorted = new ArrayList<>();
        headlines.stream().filter(tag -> role(tag).equals("main")).forEach(sorted::add);
        headlines.stream().filter(tag -> role(tag).isEmpty()).forEach(sorted::add);
        headlines.stream().filter(tag -> !sorted.contains(tag)).forEach(sorted::add);
        return sorted;
    }

    private static String role(Tag tag) {
        String code = G2Names.code(tag.attribute("role"));
        return code == null ? "" : code;
    }

    private @Nullable Instant firstCreated() {
        Instant first = fields.time(first(itemMeta, "firstCreated"));
        Tag created = first(contentMeta, "contentCreated");
        String text = created == null ? null : created.text();
        if (first != null || text == null || LONG_AGO.matcher(text).matches()) {
            return first;
        }
        return fields.time(created);
    }

    private @Nullable String byline() {
        String by = content.language().text(all(contentMeta, "by"));
        if (by == null) {
            by = content.byline();
        }
        if (by != null) {
            return by;
        }
        List<Tag> creators = new ArrayList<>();
        for (Tag creator : all(contentMeta, "creator")) {
            content.language().sorted(names.names(creator)).stream()
                    .limit(1)
                    .filter(NewsMlG2Item::isFullName)
                    .forEach(creators::add);
        }
        return joined(creators, ", ");
    }

    /** A single word is a sign or an account of the newsroom's, which its readers never see. */
    private static boolean isFullName(Tag name) {
        String text = name.text();
        return text != null && text.indexOf(' ') > 0;
    }

    private Embargo embargo() {
        Embargo embargo = new Embargo.None();
        for (Tag written : all(itemMeta, "embargoed")) {
            embargo = embargo.stricter(fields.embargo(written));
        }
        return embargo;
    }

    private @Nullable String evolvedFrom() {
        List<Tag> links = new ArrayList<>(all(itemMeta, "link"));
        links.addAll(item.children("link"));
        for (Tag link : links) {
            String rel = G2Names.code(link.attribute("rel"));
            if (rel != null && ORIGINS.contains(rel)) {
                String target = link.attribute("residref");
                return target == null ? link.attribute("href") : target;
            }
        }
        return null;
    }

    /** Terms of use in words, else their link, else whose copyright it is. */
    private @Nullable String rights() {
        for (String field : List.of("usageTerms", "copyrightNotice")) {
            List<Tag> tags = item.children("rightsInfo").stream()
                    .flatMap(info -> info.children(field).stream())
                    .toList();
            String words = content.language().text(tags);
            if (words != null) {
                return words;
            }
            for (Tag tag : tags) {
                if (tag.attribute("href") != null) {
                    return tag.attribute("href");
                }
            }
        }
        return null;
    }

    private static @Nullable String joined(List<Tag> tags, String glue) {
        Set<String> texts = new LinkedHashSet<>();
        for (Tag tag : tags) {
            String text = tag.text();
            if (text != null) {
                texts.add(text);
            }
        }
        return texts.isEmpty() ? null : texts.stream().collect(Collectors.joining(glue));
    }

    private static List<Tag> all(@Nullable Tag parent, String name) {
        return parent == null ? List.of() : parent.children(name);
    }

    private static @Nullable Tag first(@Nullable Tag parent, String name) {
        return parent == null ? null : parent.child(name);
    }
}
