package wiredesk.ingest.format;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The controlled names of one NewsML-G2 item: QCodes, which are an alias and a code, and what the item's own catalog and
 * assertions say of them. A catalog that is only referred to is not fetched; then a QCode stays as it is written.
 */
final class G2Names {

    private final Map<String, String> schemes = new HashMap<>();
    private final Map<String, Tag> asserted = new HashMap<>();

    private G2Names() {}

    static G2Names of(@Nullable Tag header, Tag item) {
        G2Names names = new G2Names();
        if (header != null) {
            names.addCatalogs(header);
        }
        names.addCatalogs(item);
        for (Tag assertion : item.children("assert")) {
            String uri = names.uri(assertion);
            if (uri != null) {
                names.asserted.putIfAbsent(uri, assertion);
            }
        }
        return names;
    }

    private void addCatalogs(Tag parent) {
        for (Tag catalog : parent.children("catalog")) {
            for (Tag scheme : catalog.children("scheme")) {
                String alias = scheme.attribute("alias");
                String uri = scheme.attribute("uri");
                if (alias != null && uri != null) {
                    schemes.put(alias, uri);
                }
            }
        }
    }

    /** What the element's uri or qcode means; null where it has neither. */
    @Nullable
    String uri(Tag tag) {
        String uri = tag.attribute("uri");
        return uri == null ? expanded(tag.attribute("qcode")) : uri;
    }

    private @Nullable String expanded(@Nullable String qcode) {
        int colon = qcode == null ? -1 : qcode.indexOf(':');
        String scheme = qcode == null || colon < 0 ? null : schemes.get(qcode.substring(0, colon));
        return qcode == null || scheme == null ? qcode : scheme + qcode.substring(colon + 1);
    }

    /** The names of a concept: its own, else those that the item asserts of it. */
    List<Tag> names(Tag concept) {
        List<Tag> own = concept.children("name");
        Tag assertion = own.isEmpty() ? asserted.get(uri(concept)) : null;
        return assertion == null ? own : assertion.children("name");
    }

    /**
     * The bare code, in lower case, whether it is written as {@code stat:usable}, as the full URI, as a literal or as
     * text. The small vocabularies of NewsML-G2 are told apart by it, for agencies give them aliases of their own.
     */
    @Nullable
    String code(Tag tag) {
        String uri = uri(tag);
        String written = uri != null ? uri : tag.attribute("literal");
        return code(written != null ? written : tag.text());
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
