package wiredesk.ingest.format;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import wiredesk.ingest.copy.Block;

/** An item of RSS 0.9x, 1.0 or 2.0, with the modules that newsrooms use. */
final class RssItem {

    private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

    private final Findings findings = new Findings();
    private final FeedElements item;
    private final FeedElements channel;
    private final FeedFields fields;

    RssItem(Element element, FeedElements channel) {
        this.item = new FeedElements(element);
        this.channel = channel;
        this.fields = new FeedFields(item, findings);
    }

    Read read() {
        List<Block> body = new ArrayList<>(fields.body(
                "content:encoded",
                "xhtml:body",
                "xhtml:div",
                "atom:content",
                "description",
                "atom:summary",
                "dc:description",
                "itunes:summary"));
        body.addAll(fields.captions(body));
        Draft draft = new Draft(
                uri(),
                null,
                fields.latest(
                        "dcterms:modified",
                        "atom:updated",
                        "prism:modificationDate",
                        "pubDate",
                        "dc:date",
                        "dcterms:issued",
                        "prism:publicationDate"),
                fields.earliest(
                        "pubDate",
                        "dc:date",
                        "atom:published",
                        "dcterms:issued",
                        "dcterms:created",
                        "prism:publicationDate"),
                headline(),
                null,
                byline(),
                language(),
                null,
                fields.status(),
                fields.embargo(),
                null,
                subjects(),
                fields.places(),
                rights(),
                null,
                null,
                body,
                List.of());
        return findings.decide(draft, Markup.path(item.parent()));
    }

    /** A guid is an id whether or not it is a link too; what RSS 1.0 calls itself is one as well. */
    private @Nullable String uri() {
        Element guid = item.firstWithWords("guid", "atom:id");
        if (guid != null) {
            return findings.uri(Markup.words(guid), Markup.path(guid));
        }
        String about = item.parent().getAttributeNS(RDF, "about");
        if (!about.isBlank()) {
            return findings.uri(about, Markup.path(item.parent(), "rdf:about"));
        }
        Element link = item.firstWithWords("link", "feedburner:origLink");
        if (link != null) {
            return findings.uri(Markup.resolved(link, Markup.words(link)), Markup.path(link));
        }
        for (Element atom : item.all("atom:link")) {
            String relation = Markup.attribute(atom, "rel");
            if (relation == null || relation.equals("alternate")) {
                return findings.uri(Markup.resolved(atom, Markup.attribute(atom, "href")), Markup.path(atom, "href"));
            }
        }
        return findings.requiredUri(null, Markup.path(item.parent()), "has neither a guid nor a link");
    }

    private @Nullable String headline() {
        return FeedText.line(item.firstWithWords("title", "dc:title", "atom:title", "media:title", "itunes:title"));
    }

    private @Nullable String byline() {
        List<@Nullable String> people = new ArrayList<>();
        for (Element person : item.all("dc:creator")) {
            people.add(FeedFields.person(FeedText.line(person)));
        }
        if (people.isEmpty()) {
            for (Element person : item.all("author")) {
                people.add(FeedFields.person(FeedText.line(person)));
            }
            for (Element person : item.all("atom:author")) {
                people.add(new FeedElements(person).words("atom:name"));
            }
        }
        String byline = FeedFields.joined(people);
        return byline == null ? FeedText.line(item.first("itunes:author")) : byline;
    }

    /** The nearest. */
    private @Nullable String language() {
        String own = item.words("dc:language");
        if (own != null) {
            return own;
        }
        String inherited = Markup.language(item.parent());
        return inherited == null ? channel.words("language", "dc:language") : inherited;
    }

    private List<Subject> subjects() {
        List<Subject> subjects = new ArrayList<>();
        for (Element category : item.all("category")) {
            String name = FeedText.line(category);
            if (name != null) {
                String uri = FeedFields.code(Markup.attribute(category, "domain"), name);
                subjects.add(new Subject(uri, name.equals(uri) ? null : name));
            }
        }
        subjects.addAll(fields.subjectsOfModules());
        return subjects.stream().distinct().toList();
    }

    private @Nullable String rights() {
        String own = FeedText.line(item.firstWithWords("dc:rights", "dcterms:rights", "media:copyright", "cc:license"));
        return own == null ? FeedText.line(channel.firstWithWords("copyright", "dc:rights", "cc:license")) : own;
    }
}
