package wiredesk.ingest.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * What a page's elements give away of themselves by tag, role and name: the words that publishers build their class and
 * id names of, in the languages they write them in.
 */
final class Clutter {

    private static final Set<String> UNREAD = Set.copyOf(list("""
            script style noscript template head iframe object embed applet svg math nav button select textarea
            input audio video canvas dialog datalist label amp-ad amp-sidebar amp-social-share menu frameset map
            link meta"""));

    private static final Set<String> ROLES = Set.copyOf(list("""
            navigation complementary contentinfo banner dialog alertdialog search menu menubar toolbar tablist
            alert button form tooltip"""));

    /** Whole words of a name. */
    private static final Set<String> WORDS = Set.copyOf(list("""
            ad ads adv advert adbox adslot dfp gpt adsense aside nav navbar menu menus tag tags tagged topics
            keywords social share sharing shares follow toolbar tools print pager paging pagination breadcrumb
            breadcrumbs cookie cookies gdpr consent popup modal overlay lightbox promo promos teaser teasers
            rail author authors bio byline bylines dateline timestamp pubdate posted rating ratings vote votes
            poll quiz login signin signup register comments comment disqus respond reply replies more next prev
            previous related recirc trending popular latest upnext skip feedback donate donation sponsor
            sponsored outbrain taboola credit credits copyright hidden invisible hide noprint widget subscribe
            subscription newsletter metadata postmeta entrymeta correlati similar similares relacionadas
            relacionados relacionado verwandt autor auteur autore werbung anzeige publicidad publicidade
            publicite pubblicita reklama reklam compartir compartilhar partager partage teilen condividi
            kommentare kommentar comentarios comentario commentaires commenti komentarze suche rodape
            seitenleiste dele delen sdilet udostepnij"""));

    /** Beginnings of words, for names are often run together. */
    private static final List<String> BEGINNINGS = list("""
            related share sharing social newsletter comment recommend promo sponsor subscri advert breadcrumb
            sidebar footer foot navig cookie outbrain taboola recirc mostread mostpopular readmore readnext
            moreon morefrom seealso addthis addtoany jpshare sharedaddy authorbox authorbio signup paywall
            disqus trending popular screenreader visuallyhidden sronly kommentar comentari relacionad empfehl
            correlat publicid pagination toolbar reklam verwandt annonce syndicat""");

    /** Two words of a name that mean clutter together. */
    private static final List<Set<String>> PAIRS = List.of(
            Set.of("read", "also"),
            Set.of("see", "also"),
            Set.of("read", "next"),
            Set.of("most", "read"),
            Set.of("sr", "only"),
            Set.of("visually", "hidden"),
            Set.of("screen", "reader"),
            Set.of("lire", "aussi"),
            Set.of("leia", "mais"),
            Set.of("saiba", "mais"),
            Set.of("leer", "mas"),
            Set.of("lees", "ook"),
            Set.of("call", "action"),
            Set.of("sign", "up"),
            Set.of("log", "in"),
            Set.of("article", "meta"),
            Set.of("post", "meta"),
            Set.of("entry", "meta"),
            Set.of("article", "info"),
            Set.of("story", "meta"),
            Set.of("back", "top"),
            Set.of("also", "like"),
            Set.of("side", "bar"));

    /** Words of the names of what holds an article's text, so nothing that has them is clutter for another word. */
    private static final Set<String> BODY_WORDS = Set.copyOf(list("""
            body articlebody articletext articlecontent storybody storytext storycontent entry entrycontent
            postcontent postbody post article story content text maincontent richtext prose copy cuerpo texto
            conteudo contenido artikel inhalt contenu corps contenuto testo tekst tresc materia noticia
            paragraph page main wrapper container transcript"""));

    private static final Pattern HIDDEN =
            Pattern.compile("display\\s*:\\s*none|visibility\\s*:\\s*hidden", Pattern.CASE_INSENSITIVE);
    private static final Pattern CAMEL = Pattern.compile("(?<=[a-z])(?=[A-Z])|[^\\p{L}]+");

    private static final Set<String> CAPTIONS = Set.copyOf(list("""
            caption captions figcaption legend legende legenda didascalia bildunterschrift bildtext bijschrift
            captiontext imagecaption photocaption wpcaption"""));

    private static final Set<String> BOXES = Set.copyOf(list("""
            factbox factsbox infobox infokasten faktenbox faktabox faktaruta faktarute steckbrief encadre kader"""));

    private static final Set<String> WHOLES = Set.of("article", "story", "post", "entry", "news", "artikel", "noticia");

    private static final Set<String> TEXTS = Set.of("body", "content", "contents", "text", "copy");

    private static final Set<String> QUOTED = Set.of("embed", "tweet", "blockquote", "quote", "pullquote");

    /** How a content management system notes the subjects that an article is filed under: they are no names. */
    private static final Pattern FILED = Pattern.compile("^(?:tag|category|cat|author|topic|format|status|type)-.*");

    /** How sure an element's names make it. */
    enum Verdict {
        /** Never text, whatever is in it. */
        UNREAD,
        /** Clutter, unless most of the text is in it. */
        CLUTTER,
        NOTHING,
        /** Named like what holds the article. */
        BODY
    }

    private Clutter() {}

    private static List<String> list(String words) {
        return List.of(words.split("\\s+", -1));
    }

    static Verdict of(Element element) {
        String tag = element.normalName();
        if (UNREAD.contains(tag)) {
            return Verdict.UNREAD;
        }
        if (isHidden(element)) {
            return Verdict.CLUTTER;
        }
        if (element.attr("itemprop").equalsIgnoreCase("articleBody")) {
            return Verdict.BODY;
        }
        if (tag.equals("footer")
                || (tag.equals("aside") && !isBox(element))
                || tag.equals("form")
                || ROLES.contains(element.attr("role").toLowerCase(Locale.ROOT))) {
            return Verdict.CLUTTER;
        }
        return tag.equals("html") || tag.equals("body") || element.attributesSize() == 0
                ? Verdict.NOTHING
                : byName(element);
    }

    /** Such as itemprop="articleBody", or class="story-text". */
    static boolean isNamedAsText(Element element) {
        return element.attr("itemprop").equalsIgnoreCase("articleBody")
                || isNamedAsText(element.id())
                || isNamedAsText(element.className());
    }

    private static boolean isNamedAsText(String names) {
        for (String name : names.split("\\s+", -1)) {
            List<String> words = words(name);
            boolean whole =
                    words.stream().anyMatch(WHOLES::contains) && words.stream().anyMatch(TEXTS::contains);
            if (whole || words.stream().anyMatch(Clutter::isRunTogether)) {
                return byName(name) != Verdict.CLUTTER;
            }
        }
        return false;
    }

    private static boolean isRunTogether(String word) {
        return WHOLES.stream()
                .anyMatch(whole -> word.startsWith(whole) && TEXTS.contains(word.substring(whole.length())));
    }

    static boolean isCaption(Element element) {
        return words(element.className()).stream().anyMatch(CAPTIONS::contains);
    }

    /** A box with facts or with a story of its own, as newspapers print them beside an article. */
    static boolean isBox(Element element) {
        List<String> words = words(element.className());
        return words.stream().anyMatch(BOXES::contains)
                || (words.contains("box")
                        && (words.contains("fact") || words.contains("facts") || words.contains("info")));
    }

    static boolean isHidden(Element element) {
        return element.hasAttr("hidden")
                || element.attr("aria-hidden").equals("true")
                || (element.hasAttr("style")
                        && HIDDEN.matcher(element.attr("style")).find());
    }

    private static Verdict byName(Element element) {
        Verdict id = byName(element.id());
        Verdict classes = Verdict.NOTHING;
        for (String name : element.className().split("\\s+", -1)) {
            Verdict one = FILED.matcher(name).matches() && element.normalName().equals("article")
                    ? Verdict.NOTHING
                    : byName(name);
            if (one == Verdict.CLUTTER) {
                return one;
            }
            classes = one == Verdict.BODY ? one : classes;
        }
        return id == Verdict.NOTHING ? classes : id;
    }

    static Verdict byName(String name) {
        if (name.isEmpty() || name.length() > 200) {
            return Verdict.NOTHING;
        }
        List<String> words = words(name);
        if (words.stream().anyMatch(QUOTED::contains)) {
            return Verdict.NOTHING;
        }
        for (String word : words) {
            if (WORDS.contains(word) || BEGINNINGS.stream().anyMatch(word::startsWith)) {
                return Verdict.CLUTTER;
            }
        }
        if (PAIRS.stream().anyMatch(words::containsAll)) {
            return Verdict.CLUTTER;
        }
        boolean whole = words.stream().anyMatch(BODY_WORDS::contains);
        return whole ? Verdict.BODY : Verdict.NOTHING;
    }

    private static List<String> words(String name) {
        List<String> words = new ArrayList<>();
        for (String word : CAMEL.split(name, -1)) {
            if (!word.isEmpty()) {
                words.add(word.toLowerCase(Locale.ROOT));
            }
        }
        return words;
    }
}
