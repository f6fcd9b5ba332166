package wiredesk.ingest.format;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * The controlled names of one NewsML-G2 item: QCodes, which are an alias and a code, and what the item's own catalog and
 * assertions say of them. A catalog that is only referred to is not fetched; then a QCode stays as it is written, unless
 * the catalog is the one that most refer to.
 */
final class G2Names {

    private static final Pattern IPTC_CATALOG =
            Pattern.compile("https?://(?:www\\.)?iptc\\.org/std/catalog/catalog\\.IPTC-G2-Standards");

    /** What the IPTC's own catalog says, in all its versions, of the schemes that a subject is named by. */
    private static final Map<String, String> IPTC_SUBJECTS = Map.of(
            "medtop", "http://cv.iptc.org/newscodes/mediatopic/",
            "subj", "http://cv.iptc.org/newscodes/subjectcode/");

    private final Map<String, String> schemes = new HashMap<>();
    private final Map<String, Element> asserted = new HashMap<>();

    private G2Names() {}

    static G2Names of(@Nullable Element header, Element item) {
        G2Names names = new G2Names();
        if (header != null) {
            names.addCatalogs(header);
        }
        names.addCatalogs(item);
        for (Element assertion : Markup.own(item, "assert")) {
            String uri = names.uri(assertion);
            if (uri != null) {
                names.asserted.putIfAbsent(uri, assertion);
            }
        }
        return names;
    }

    private void addCatalogs(Element parent) {
        for (Element catalog : Markup.own(parent, "catalog")) {
            for (Element scheme : Markup.own(catalog, "scheme")) {
                String alias = Markup.attribute(scheme, "alias");
                String uri = Markup.attribute(scheme, "uri");
                if (alias != null && uri != null) {
                    schemes.put(alias, uri);
                }
            }
        }
        for (Element reference : Markup.own(parent, "catalogRef")) {
            String href = Markup.attribute(reference, "href");
            if (href != null && IPTC_CATALOG.matcher(href).lookingAt()) {
                IPTC_SUBJECTS.forEach(schemes::putIfAbsent);
            }
        }
    }

    /** What the element's uri or qcode means; null where it has neither. */
    @Nullable
    String uri(Element tag) {
        String uri = Markup.attribute(tag, "uri");
        return uri == null ? expanded(Markup.attribute(tag, "qcode")) : uri;
    }

    private @Nullable String expanded(@Nullable String qcode) {
        int colon = qcode == null ? -1 : qcode.indexOf(':');
        String scheme = qcode == null || colon < 0 ? null : schemes.get(qcode.substring(0, colon));
        return qcode == null || scheme == null ? qcode : scheme + qcode.substring(colon + 1);
    }

    /** The names of a concept: its own, else those that the item asserts of it. */
    List<Element> names(Element concept) {
        List<Element> own = Markup.own(concept, "name");
        Element assertion = own.isEmpty() ? asserted.get(uri(concept)) : null;
        return assertion == null ? own : Markup.own(assertion, "name");
    }

    /**
     * The bare code, in lower case, whether it is written as {@code stat:usable}, as the full URI, as a literal or as
     * text. The small vocabularies of NewsML-G2 are told apart by it, for agencies give them aliases of their own.
     */
    @Nullable
    String code(Element tag) {
        String uri = uri(tag);
        String written = uri != null ? uri : Markup.attribute(tag, "literal");
        return code(written != null ? written : Markup.words(tag));
    }

    static @Nullable String code(@Nullable String written) {
        if (written == null) {
            return null;
        }
        int end = written.length();
        while (end > 0 && isSeparator(written.charAt(end - 1))) {
            end--;
        }
        int start = end;
        while (start > 0 && !isSeparator(written.charAt(start - 1))) {
            start--;
        }
        return start == end ? null : written.substring(start, end).toLowerCase(Locale.ROOT);
    }

    private static boolean isSeparator(char c) {
        return c == ':' || c == '/' || c == '#';
    }
}
