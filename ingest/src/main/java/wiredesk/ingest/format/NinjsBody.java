package wiredesk.ingest.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import wiredesk.ingest.copy.Block;
import wiredesk.ingest.copy.Spaces;

/**
 * The words of a ninjs item. It may carry its body several times over, in several dressings: the one with structure is
 * taken, so HTML before plain text; a description only where there is no body, as in a feed of teasers.
 */
final class NinjsBody {

    /** How much a dressing keeps of an article's structure, best first. */
    private enum Dressing {
        HTML,
        PLAIN,
        /** NITF and other XML: read as if it were HTML, and so roughly. */
        XML
    }

    private record Version(Dressing dressing, boolean main, String value) {}

    private static final Comparator<Version> BEST_FIRST =
            Comparator.comparing(Version::dressing).thenComparing(Version::main, Comparator.reverseOrder());

    private final Fields fields;

    NinjsBody(Fields fields) {
        this.fields = fields;
    }

    @Nullable
    String headline() {
        List<Version> headlines = new ArrayList<>(versions("headlines", "headline_"));
        headlines.sort(Comparator.comparing(Version::main, Comparator.reverseOrder()));
        String plain = fields.text("headline");
        if (plain != null) {
            return plain;
        }
        for (Version version : headlines) {
            String text = version.dressing() == Dressing.PLAIN
                    ? Spaces.clean(version.value())
                    : HtmlBlocks.text(version.value());
            if (!text.isEmpty()) {
                return text;
            }
        }
        return fields.text("title"); // A name for the item, which may be no good headline, but is one.
    }

    List<Block> blocks() {
        List<Block> body = best(versions("bodies", "body_"));
        return body.isEmpty() ? best(versions("descriptions", "description_")) : body;
    }

    private static List<Block> best(List<Version> versions) {
        for (Version version : versions.stream().sorted(BEST_FIRST).toList()) {
            List<Block> blocks = version.dressing() == Dressing.PLAIN
                    ? PlainText.blocks(version.value())
                    : HtmlBlocks.blocks(version.value());
            if (!blocks.isEmpty()) {
                return blocks;
            }
        }
        return List.of();
    }

    /** Of ninjs 2 and 3 the items of a list, of ninjs 1 the fields whose name begins so. */
    private List<Version> versions(String list, String prefix) {
        List<Version> found = new ArrayList<>();
        for (Fields item : fields.objects(list)) {
            String value = words(item, "value");
            if (value != null) {
                String role = lower(item.text("role"));
                found.add(new Version(dressing(lower(item.text("contenttype")), role, value), isMain(role), value));
            }
        }
        for (Map.Entry<String, Fields.Field> field : fields.startingWith(prefix).entrySet()) {
            String value = words(fields, field.getKey());
            if (value != null) {
                String role = field.getKey().substring(prefix.length());
                found.add(new Version(dressing("", role, value), isMain(role), value));
            }
        }
        return found;
    }

    private static @Nullable String words(Fields item, String name) {
        String value = item.raw(name);
        return value != null && PlainText.hasTooManyLines(value) ? item.fault(name, PlainText.TOO_MANY_LINES) : value;
    }

    private static Dressing dressing(String contentType, String role, String value) {
        if (contentType.contains("html") || (contentType.isEmpty() && role.contains("html"))) {
            return Dressing.HTML;
        }
        if (contentType.contains("xml") || contentType.contains("nitf") || role.contains("nitf")) {
            return Dressing.XML;
        }
        boolean saysPlain = contentType.startsWith("text/plain") || (contentType.isEmpty() && role.equals("text"));
        return !saysPlain && HtmlBlocks.looksLikeMarkup(value) ? Dressing.HTML : Dressing.PLAIN;
    }

    private static boolean isMain(String role) {
        return role.equals("main");
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }
}
