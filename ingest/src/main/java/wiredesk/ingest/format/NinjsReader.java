package wiredesk.ingest.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import wiredesk.ingest.copy.Block;

/** Reads the IPTC's ninjs, 1.0 to 3.1, in one go: the versions differ in names and in what is a list, not in sense. */
final class NinjsReader {

    /** Characters. The uri becomes a record's key. */
    private static final int LONGEST_URI = 2048;

    private static final int LONGEST_VERSION = 128;

    private final List<Reason> faults = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final Fields fields;

    private NinjsReader(JsonNode item) {
        this.fields = new Fields(item, "", faults);
    }

    static Read read(String json) {
        return switch (Json.parse(json)) {
            case Json.Parsed.Failed(Reason reason) -> reason.refused();
            case Json.Parsed.Tree(JsonNode root) -> read(root);
        };
    }

    private static Read read(JsonNode root) {
        if (root.isArray()) {
            String detail = "an array, perhaps of several articles: send each article, a JSON object, by itself";
            return new Reason(Kind.INVALID, detail, "").refused();
        }
        if (!root.isObject()) {
            String detail = "ninjs is a JSON object, and this is " + Fields.describe(root);
            return new Reason(Kind.INVALID, detail, "").refused();
        }
        return new NinjsReader(root).read();
    }

    private Read read() {
        PubStatus status = status();
        NinjsBody body = new NinjsBody(fields);
        String headline = body.headline();
        List<Block> blocks = body.blocks();
        Draft draft = draft(status, headline, blocks);
        if (status == PubStatus.CANCELED) {
            forgive();
        }
        if (!faults.isEmpty()) {
            return faults.getFirst().refused();
        }
        if (headline == null && blocks.isEmpty() && status != PubStatus.CANCELED) {
            String detail = "neither a headline nor a body with words in it: there is nothing to publish";
            return new Reason(Kind.INVALID, detail, "").refused();
        }
        return new Read.Accepted(draft.withWarnings(warnings));
    }

    /** A kill is not lost for a fault in a field that does not say what it kills. */
    private void forgive() {
        faults.removeIf(fault -> {
            boolean matters = "/uri".equalsIgnoreCase(fault.pointer()) || "/version".equalsIgnoreCase(fault.pointer());
            return !matters && warnings.add(fault.detail());
        });
    }

    private Draft draft(PubStatus status, @Nullable String headline, List<Block> blocks) {
        return new Draft(
                fields.identifier(LONGEST_URI, "uri"),
                version(),
                fields.time("versioncreated"),
                fields.time("firstcreated"),
                headline,
                fields.text("slugline"),
                fields.text("byline", "by"),
                fields.text("language"),
                fields.integer("urgency", 1, 9),
                status,
                embargo("embargoed").stricter(embargo("embargoeduntil")),
                fields.text("evolvedfrom"),
                named(Subject::new, "subjects", "subject"),
                named(Place::new, "places", "place"),
                rights(),
                fields.text("ednote"),
                blocks,
                List.of());
    }

    private PubStatus status() {
        String written = fields.text("pubstatus");
        if (written == null) {
            Fields.Field field = fields.field("pubstatus");
            if (field != null && field.value().isTextual()) {
                fields.fault(field, "must be usable, withheld or canceled, not empty");
            }
            return PubStatus.USABLE;
        }
        PubStatus status = PubStatus.parse(written);
        if (status == null) {
            fields.fault("pubstatus", "must be usable, withheld or canceled, not '" + Times.cut(written) + "'");
            return PubStatus.USABLE;
        }
        return status;
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

    private Embargo embargo(String name) {
        Fields.Field field = fields.field(name);
        if (field == null) {
            return new Embargo.None();
        }
        String problem = "is empty";
        if (field.value().isTextual() && !field.value().textValue().isBlank()) {
            switch (Times.parse(field.value().textValue())) {
                case Times.Time(Instant _, Instant notBefore) -> {
                    return new Embargo.Until(notBefore);
                }
                case Times.NoTime(String why) -> problem = why;
            }
        } else if (!field.value().isTextual() && !field.value().isNull()) {
            problem = "is no time but " + Fields.describe(field.value());
        }
        warnings.add(field.pointer() + " " + problem + ": the article is held until a version lifts the embargo");
        return new Embargo.Indefinite();
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
        String words = fields.text("usageterms");
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
