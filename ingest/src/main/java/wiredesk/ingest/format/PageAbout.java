package wiredesk.ingest.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import wiredesk.ingest.copy.Spaces;

/** What a page says that its article is about, and whose it is. */
final class PageAbout {

    /** Keywords. Pages that have more say them to be found by whatever is asked. */
    private static final int MOST = 50;

    /** Characters. What is longer is a sentence. */
    private static final int LONGEST = 80;

    private PageAbout() {}

    /** The section, then the keywords, each once. A comma parts them where they are not parted already. */
    static List<Subject> subjects(Metas metas, LinkedData data) {
        List<String> said = new ArrayList<>(data.all("articleSection"));
        said.addAll(metas.all("article:section"));
        said.addAll(metas.all("article:tag"));
        List<String> keywords = new ArrayList<>(data.all("keywords"));
        keywords.addAll(metas.all("news_keywords", "keywords"));
        keywords.forEach(list -> said.addAll(List.of(list.split("[,;]", -1))));
        Set<String> known = new HashSet<>();
        List<Subject> subjects = new ArrayList<>();
        for (String word : said) {
            String name = Spaces.clean(word);
            boolean fits = !name.isEmpty() && name.length() <= LONGEST && subjects.size() < MOST;
            if (fits && known.add(name.toLowerCase(Locale.ROOT))) {
                subjects.add(new Subject(null, name));
            }
        }
        return subjects;
    }

    /** Terms in words, else the licence's link, else whose copyright it is. */
    static @Nullable String rights(Document page, Metas metas, LinkedData data) {
        List<String> said = new ArrayList<>(data.texts("copyrightNotice"));
        said.addAll(metas.all("dcterms.rights", "dc.rights", "copyright", "rights"));
        said.addAll(data.texts("usageInfo"));
        said.addAll(data.texts("license"));
        said.addAll(page.select("link[rel~=(?i)\\blicense\\b][href]").eachAttr("href"));
        for (String holder : data.texts("copyrightHolder")) {
            List<String> years = data.all("copyrightYear");
            said.add(Spaces.clean("© " + (years.isEmpty() ? "" : years.getFirst()) + " " + holder));
        }
        return said.stream()
                .map(Spaces::clean)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(null);
    }
}
