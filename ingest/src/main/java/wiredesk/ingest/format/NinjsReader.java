package wiredesk.ingest.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import wiredesk.ingest.copy.Block;

/** Reads the IPTC's ninjs, 1.0 to 3.1, in one go: the versions differ in names and in what is a list, not in sense. */
final class NinjsReader {

    /** Characters. The uri becomes a record's key. */
    private static final int LONGEST_URI = 2048;

    private static final int LONGEST_VERSION = 128;

    /** Superdesk's name for the uri. */
    static final String GUID = "guid";

    private final List<Reason> faults = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final JsonNode item;
    private final String pointer;
    private final Fields fields;
    private final NinjsRelease release;

    private NinjsReader(JsonNode item, String pointer) {
        this.item = item;
        this.pointer = pointer;
        this.fields = new Fields(item, pointer, faults);
        this.release = new NinjsRelease(fields, warnings);
    }

    /** The items of an array, a document each; none where the document is no array. */
    static List<String> items(String json) {
        List<String> items = new ArrayList<>();
        if (Json.parse(json) instanceof Json.Parsed.Tree(JsonNode root) && root.isArray()) {
            root.forEach(item -> items.add(item.toString()));
        }
        return items;
    }

    /** All items of a document that is one item or an array of them: at least one answer. */
    static List<Read> readAll(String json) {
        return switch (Json.parse(json)) {
            case Json.Parsed.Failed(Reason reason) -> List.of(reason.refused());
            case Json.Parsed.Tree(JsonNode root) -> root.isArray() ? readAll(root) : List.of(read(root, ""));
        };
    }

    private static List<Read> readAll(JsonNode array) {
        List<Read> reads = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            reads.add(read(array.get(i), "/" + i));
        }
        return reads.isEmpty()
                ? List.of(new Reason(Kind.EMPTY, "an array with nothing in it", "").refused())
                : List.copyOf(reads);
    }

    private static Read read(JsonNode item, String pointer) {
        if (!item.isObject()) {
            String detail = "ninjs is a JSON object, and this is " + Fields.describe(item);
            return new Reason(Kind.INVALID, detail, pointer).refused();
        }
        return new NinjsReader(item, pointer).read();
    }

    private Read read() {
        PubStatus status = release.status();
        NinjsBody body = new NinjsBody(fields);
        String headline = body.headline();
        List<Block> blocks = body.blocks();
        Draft draft = draft(status, headline, blocks);
        NinjsConformance.check(item, pointer, faults);
        if (headline == null && blocks.isEmpty() && status != PubStatus.CANCELED) {
            judgeWordless(status, draft.uri());
        }
        if (status == PubStatus.CANCELED) {
            forgive();
        }
        return faults.isEmpty()
                ? new Read.Accepted(draft.withWarnings(warnings))
                : faults.getFirst().refused();
    }

    /**
     * An item may well have no words: a picture, an event, a recall. But one that lacks a uri, or has its words in a
     * field that is no ninjs, or has fields for words and nothing in them, was meant to have some.
     */
    private void judgeWordless(PubStatus status, @Nullable String uri) {
        String none = "neither a headline nor a body with words in it";
        String foreign = NinjsConformance.foreignField(item);
        boolean recall = status == PubStatus.WITHHELD;
        if (foreign != null && !recall) {
            String place = pointer + Fields.step(foreign);
            String detail = place + " is no field of ninjs, and there is " + none + ": there is nothing to publish";
            faults.add(new Reason(Kind.INVALID, detail, place));
        } else if (uri == null || (!recall && (fields.hasBlank("headline") || fields.hasBlank("body_")))) {
            String detail = none + (uri == null ? ", and no uri" : "") + ": there is nothing to publish";
            faults.add(new Reason(Kind.INVALID, detail, pointer));
        } else {
            warnings.add("there is " + none + ": an article without words");
        }
    }

    /** A kill is not lost for a fault in a field that does not say what it kills. */
    private void forgive() {
        Set<String> matter = Set.of(pointer + "/uri", pointer + "/" + GUID, pointer + "/version");
        faults.removeIf(fault -> {
            String place = fault.pointer();
            boolean matters = place != null && matter.contains(place.toLowerCase(Locale.ROOT));
            return !matters && warnings.add(fault.detail());
        });
    }

    private Draft draft(PubStatus status, @Nullable String headline, List<Block> blocks) {
        return new Draft(
                uri(),
                version(),
                fields.time("versioncreated"),
                fields.time("firstcreated"),
                headline,
                fields.text("slugline"),
                fields.text("byline", "by"),
                fields.text("language"),
                fields.integer("urgency", 1, 9),
                status,
                release.embargo(),
                fields.text("evolvedfrom"),
                named(Subject::new, "subjects", "subject"),
                named(Place::new, "places", "place"),
                rights(),
                fields.text("ednote"),
                blocks,
                List.of());
    }

    /** Superdesk writes a guid, and beside it a uri in some of its formats only. */
    private @Nullable String uri() {
        String uri = fields.identifier(LONGEST_URI, "uri");
        return uri == null && fields.text("uri") == null ? fields.identifier(LONGEST_URI, GUID) : uri;
    }

    /** A text by the standard, but many write the number that it is. */
    private @Nullable String version() {
        Fields.Field field = fields.field("version");
        if (field != null && field.value().isIntegralNumber()) {
            return field.value().asText();
        }
        String version = fields.text("version");
        if (version != null && version.length() > LONGEST_VERSION) {
            return fields.fault("version", "must have at most %d characters".formatted(LONGEST_VERSION));
        }
        return version;
    }

    private <T> List<T> named(BiFunction<@Nullable String, @Nullable String, T> maker, String... names) {
        List<T> found = new ArrayList<>();
        for (Fields item : fields.objects(names)) {
            String uri = uri(item);
            String name = item.text("name");
            if (uri != null || name != null) {
                found.add(maker.apply(uri, name));
            }
        }
        return found;
    }

    /** ninjs 1 has a scheme and a code in it where 2 and 3 have a uri or a literal. */
    private static @Nullable String uri(Fields item) {
        String uri = item.text("uri");
        if (uri != null) {
            return uri;
        }
        String code = item.text("code", "literal");
        String scheme = item.text("scheme");
        if (code == null || scheme == null) {
            return code;
        }
        return scheme.endsWith("/") || scheme.endsWith("#") || scheme.endsWith(":")
                ? scheme + code
                : scheme + "/" + code;
    }

    private @Nullable String rights() {
        String words = fields.texts("usageterms");
        if (words != null) {
            return words;
        }
        for (Fields rights : fields.objects("rightsinfo")) {
            String licence = rights.text("linkedrights", "encodedrights");
            if (licence != null) {
                return licence;
            }
        }
        return fields.text("copyrightnotice");
    }
}
