package wiredesk.ingest.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import wiredesk.ingest.copy.Block;

/** Reads the IPTC's ninjs, 1.0 to 3.1, in one go: the versions differ in names and in what is a list, not in sense. */
final class NinjsReader {

    /** Superdesk's name for the uri. */
    static final String GUID = "guid";

    private final Findings findings = new Findings();
    private final JsonNode item;
    private final String pointer;
    private final Fields fields;
    private final NinjsRelease release;

    private NinjsReader(JsonNode item, String pointer) {
        this.item = item;
        this.pointer = pointer;
        findings.vital(pointer + "/uri", pointer + "/" + GUID, pointer + "/version");
        this.fields = new Fields(item, pointer, findings);
        this.release = new NinjsRelease(fields, findings);
    }

    /** The item of a document, or all items of a document that is an array of them: at least one answer. */
    static List<Read> readAll(JsonNode root) {
        List<Read> reads = new ArrayList<>();
        for (int i = 0; root.isArray() && i < root.size(); i++) {
            reads.add(read(root.get(i), "/" + i));
        }
        if (!root.isArray()) {
            reads.add(read(root, ""));
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
        NinjsConformance.check(item, pointer, findings);
        release.heedSignals();
        if (headline == null && blocks.isEmpty() && status != PubStatus.CANCELED) {
            judgeWordless(status, draft.uri());
        }
        return findings.judge(draft, pointer);
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
            findings.fault(place, "is no field of ninjs, and there is " + none + ": there is nothing to publish");
        } else if (uri == null || (!recall && (fields.hasBlank("headline") || fields.hasBlank("body_")))) {
            findings.fault(
                    pointer, "has " + none + (uri == null ? ", and no uri" : "") + ": there is nothing to publish");
        } else {
            findings.warn("there is " + none + ": an article without words");
        }
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
                null,
                blocks,
                List.of());
    }

    /** Superdesk writes a guid, and beside it a uri in some of its formats only. */
    private @Nullable String uri() {
        String uri = fields.uri("uri");
        return uri == null && fields.text("uri") == null ? fields.uri(GUID) : uri;
    }

    /** A text by the standard, but many write the number that it is. */
    private @Nullable String version() {
        Fields.Field field = fields.field("version");
        if (field == null) {
            return null;
        }
        String written = field.value().isIntegralNumber() ? field.value().asText() : fields.text("version");
        return findings.version(written, field.pointer());
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
