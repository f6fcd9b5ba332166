package wiredesk.ingest.format;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import wiredesk.ingest.copy.Block;

/** An entry of Atom 1.0 (RFC 4287), or of 0.3, which has other names for its times. */
final class AtomEntry {

    private final Findings findings = new Findings();
    private final FeedElements entry;
    private final FeedFields fields;

    AtomEntry(Element element) {
        this.entry = new FeedElements(element);
        this.fields = new FeedFields(entry, findings);
    }

    /** RFC 6721: the entry is no more. */
    static Read tombstone(Element element) {
        Findings findings = new Findings();
        FeedElements tombstone = new FeedElements(element);
        FeedFields fields = new FeedFields(tombstone, findings);
        String uri = findings.requiredUri(
                Markup.attribute(element, "ref"),
                Markup.path(element, "ref"),
                "is missing, so that nothing says what is deleted");
        Draft draft = new Draft(
                uri,
                null,
                fields.time(Markup.attribute(element, "when"), Markup.path(element, "when")),
                null,
                null,
                null,
                null,
                Markup.language(element),
                null,
                PubStatus.CANCELED,
                new Embargo.None(),
                null,
                List.of(),
                List.of(),
                null,
                FeedText.line(tombstone.first("at:comment")),
                null,
                List.of(),
                List.of());
        return findings.decide(draft, Markup.path(element));
    }

    Read read() {
        Element content = entry.firstWithWords(both("content"));
        List<Block> body = new ArrayList<>(fields.body(both("content", "summary")));
        body.addAll(fields.captions(body));
        Draft draft = new Draft(
                uri(),
                null,
                fields.latest(both("updated", "modified")),
                fields.earliest(both("published", "issued", "created")),
                FeedText.line(entry.first(both("title"))),
                null,
                byline(),
                Markup.language(content == null ? entry.parent() : content),
                null,
                fields.status(),
                fields.embargo(),
                null,
                subjects(),
                fields.places(),
                inherited("rights", "copyright"),
                null,
                null,
                body,
                List.of());
        return findings.decide(draft, Markup.path(entry.parent()));
    }

    /** Many write Atom without its namespace. */
    private static String[] both(String... names) {
        return Stream.of(names).flatMap(name -> Stream.of("atom:" + name, name)).toArray(String[]::new);
    }

    private @Nullable String uri() {
        Element id = entry.firstWithWords(both("id"));
        if (id != null) {
            return findings.uri(Markup.words(id), Markup.path(id));
        }
        for (Element link : entry.all(both("link"))) {
            String relation = Markup.attribute(link, "rel");
            if (relation == null || relation.equals("alternate")) {
                return findings.requiredUri(
                        Markup.resolved(link, Markup.attribute(link, "href")),
                        Markup.path(link, "href"),
                        "is missing, as is an id");
            }
        }
        return findings.requiredUri(null, Markup.path(entry.parent()), "has neither an id nor a link");
    }

    private @Nullable String byline() {
        for (FeedElements level : levels()) {
            List<@Nullable String> people = new ArrayList<>();
            for (Element author : level.all(both("author"))) {
                people.add(new FeedElements(author).words(both("name")));
            }
            level.all("dc:creator").forEach(creator -> people.add(FeedText.line(creator)));
            String byline = FeedFields.joined(people);
            if (byline != null) {
                return byline;
            }
        }
        return null;
    }

    private @Nullable String inherited(String... names) {
        for (FeedElements level : levels()) {
            for (String name : names) {
                String line = FeedText.line(level.firstWithWords(both(name)));
                if (line != null) {
                    return line;
                }
            }
        }
        return null;
    }

    /** An entry takes what it lacks from the feed that it was first in, else from the one that it is in. */
    private List<FeedElements> levels() {
        List<FeedElements> levels = new ArrayList<>(List.of(entry));
        for (Element source : entry.all(both("source"))) {
            levels.add(new FeedElements(source));
        }
        Node feed = entry.parent().getParentNode();
        if (levels.size() == 1 && feed instanceof Element element) {
            levels.add(new FeedElements(element));
        }
        return levels;
    }

    private List<Subject> subjects() {
        List<Subject> subjects = new ArrayList<>();
        for (Element category : entry.all(both("category"))) {
            String term = Markup.attribute(category, "term");
            String label = Markup.attribute(category, "label");
            String uri = FeedFields.code(Markup.attribute(category, "scheme"), term);
            String name = label != null || (term != null && term.equals(uri)) ? label : term;
            if (uri != null || name != null) {
                subjects.add(new Subject(uri, name));
            }
        }
        subjects.addAll(fields.subjectsOfModules());
        return subjects.stream().distinct().toList();
    }
}
