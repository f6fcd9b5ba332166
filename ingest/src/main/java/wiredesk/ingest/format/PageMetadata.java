package wiredesk.ingest.format;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import wiredesk.ingest.copy.Spaces;

/** What a page says of its article in its head and between the lines: schema.org, Open Graph and their older kin. */
final class PageMetadata {

    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*");

    private static final Pattern BY = Pattern.compile(
            "^(?:written by|story by|posted by|published by|by|von|par|por|di|da|door|av|af|autor|author)\\s*:?\\s+",
            Pattern.CASE_INSENSITIVE);

    private static final List<String> PUBLISHED = List.of(
            "article:published_time",
            "og:published_time",
            "og:article:published_time",
            "datepublished",
            "article.published",
            "parsely-pub-date",
            "sailthru.date",
            "pubdate",
            "publishdate",
            "publish-date",
            "publish_date",
            "publication_date",
            "publicationdate",
            "ptime",
            "originalpublicationdate",
            "dc.date.issued",
            "dcterms.issued",
            "dc.date.created",
            "dcterms.created",
            "dc.date",
            "dcterms.date",
            "cxenseparse:recs:publishtime",
            "displaydate",
            "article_date_original",
            "date");

    private static final List<String> MODIFIED = List.of(
            "article:modified_time",
            "og:updated_time",
            "og:modified_time",
            "datemodified",
            "lastmod",
            "last-modified",
            "revised",
            "dc.date.modified",
            "dcterms.modified",
            "article.updated",
            "utime",
            "modified",
            "updated");

    private final Document page;
    private final Metas metas;
    private final LinkedData data;
    private final PageTimes times;

    PageMetadata(Document page, LinkedData data, List<String> warnings) {
        this.page = page;
        this.metas = Metas.of(page);
        this.data = data;
        this.times = new PageTimes(warnings);
    }

    @Nullable
    String uri() {
        return PageAddress.of(page, metas, data);
    }

    List<Subject> subjects() {
        return PageAbout.subjects(metas, data);
    }

    @Nullable
    String rights() {
        return PageAbout.rights(page, metas, data);
    }

    @Nullable
    String language() {
        List<String> said = new ArrayList<>();
        Element html = page.selectFirst("html");
        if (html != null) {
            said.add(html.attr("lang"));
            said.add(html.attr("xml:lang"));
        }
        said.addAll(data.texts("inLanguage"));
        said.addAll(metas.all("content-language"));
        said.addAll(metas.all("og:locale"));
        said.addAll(metas.all("dc.language"));
        for (String language : said) {
            String tag = language.strip().replace('_', '-');
            if (LANGUAGE.matcher(tag).matches()) {
                return tag;
            }
        }
        return null;
    }

    /** The headline as readers see it, where the page's head agrees with it; the head's own is often cut or adorned. */
    @Nullable
    String headline() {
        List<String> said = new ArrayList<>(data.texts("headline"));
        said.addAll(metas.all("og:title"));
        said.addAll(metas.all("twitter:title"));
        said.add(Spaces.clean(page.title()));
        List<String> seen = new ArrayList<>();
        for (Element heading : page.select("[itemprop~=(?i)\\bheadline\\b], h1")) {
            String text = Spaces.clean(heading.hasAttr("content") ? heading.attr("content") : heading.text());
            if (!text.isEmpty()) {
                seen.add(text);
            }
        }
        return Headlines.best(said, seen);
    }

    @Nullable
    String byline() {
        List<String> names = new ArrayList<>(data.authors());
        if (names.isEmpty()) {
            metas.all("author").stream()
                    .filter(name -> !name.contains("://"))
                    .limit(1)
                    .forEach(names::add);
        }
        if (names.isEmpty()) {
            for (Element author : page.select("[itemprop~=(?i)\\bauthor\\b], [rel~=(?i)\\bauthor\\b], .byline")) {
                Element name = author.selectFirst("[itemprop~=(?i)\\bname\\b]");
                String text = Spaces.clean(name == null ? author.text() : name.text());
                if (!text.isEmpty() && text.length() <= 120 && !names.contains(text)) {
                    names.add(text);
                    break;
                }
            }
        }
        String byline = BY.matcher(String.join(", ", names)).replaceFirst("");
        return byline.isEmpty() ? null : byline;
    }

    @Nullable
    Instant published() {
        Instant published = times.first("datePublished", dates("datePublished", PUBLISHED, "pubdate"));
        return published == null ? times.seen(page) : published;
    }

    @Nullable
    Instant modified() {
        return times.first("dateModified", dates("dateModified", MODIFIED, "updated"));
    }

    private List<String> dates(String property, List<String> names, String attribute) {
        List<String> dates = new ArrayList<>(data.texts(property));
        names.forEach(name -> dates.addAll(metas.all(name)));
        for (Element element : page.select("[itemprop~=(?i)\\b%s\\b]".formatted(property))) {
            addDate(element, dates);
        }
        for (Element time :
                page.select("time[%s], time[class~=(?i)%s]".formatted(attribute, attribute.substring(0, 3)))) {
            addDate(time, dates);
        }
        if (attribute.equals("pubdate")) {
            for (Element time : page.select("article time[datetime], main time[datetime], time[datetime]")) {
                addDate(time, dates);
                break;
            }
        }
        return dates;
    }

    private static void addDate(Element element, List<String> dates) {
        for (String attribute : List.of("content", "datetime", "title")) {
            if (!element.attr(attribute).isBlank()) {
                dates.add(element.attr(attribute));
                return;
            }
        }
    }
}
