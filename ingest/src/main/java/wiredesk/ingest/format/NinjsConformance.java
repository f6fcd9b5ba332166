package wiredesk.ingest.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import wiredesk.ingest.format.NinjsGrammar.Shape;

/**
 * Finds where an item breaks with ninjs, in the fields that are not read here as well: software that writes a text
 * where an object belongs has broken more than that field. Fields that ninjs does not have are a dialect's own and
 * pass, unless the item declares one of the IPTC's schemas, by which it has none.
 */
final class NinjsConformance {

    private static final Pattern PARTIAL_DATE = Pattern.compile(
            "\\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\\d|3[01])(?:T\\d{2}:\\d{2}:\\d{2}\\S*)?)?)?");
    private static final Pattern NUMERIC = Pattern.compile("-?\\d{1,18}(?:\\.\\d{1,18})?");
    private static final Pattern KNOWN_VERSION = Pattern.compile("1\\.[0-6]|2\\.[0-2]|3\\.[01]");
    private static final Pattern OFFICIAL_SCHEMA = Pattern.compile(
            "https?://(?:www\\.)?iptc\\.org/std/ninjs/ninjs-schema_(?:1\\.[0-6]|2\\.[0-2]|3\\.[01])\\b.*");

    private final Findings findings;
    private final @Nullable String declared;

    private NinjsConformance(JsonNode item, Findings findings) {
        this.findings = findings;
        this.declared = declaration(item);
    }

    /** Adds what is wrong to the findings that are known already, without saying it twice of a field. */
    static void check(JsonNode item, String pointer, Findings findings) {
        new NinjsConformance(item, findings).structure(item, NinjsGrammar.ITEM, pointer);
    }

    /** The first field of an item that no version of ninjs has and nobody reads, as it is written. */
    static @Nullable String foreignField(JsonNode item) {
        for (var property : item.properties()) {
            String lowerName = property.getKey().toLowerCase(Locale.ROOT);
            if (!lowerName.equals(NinjsReader.GUID) && NinjsGrammar.field(NinjsGrammar.ITEM, lowerName) == null) {
                return property.getKey();
            }
        }
        return null;
    }

    /** The place that declares one of the IPTC's own schemas, or null. A schema elsewhere may well have more fields. */
    private static @Nullable String declaration(JsonNode item) {
        if (OFFICIAL_SCHEMA.matcher(item.path("$schema").asText()).matches()) {
            return "/$schema";
        }
        for (String name : List.of("standard", "$standard")) {
            JsonNode standard = item.path(name);
            String schema = standard.path("schema").asText();
            boolean official =
                    schema.isEmpty() || OFFICIAL_SCHEMA.matcher(schema).matches();
            if (official
                    && standard.path("name").asText().equalsIgnoreCase("ninjs")
                    && KNOWN_VERSION.matcher(standard.path("version").asText()).matches()) {
                return "/" + name;
            }
        }
        return null;
    }

    private void structure(JsonNode object, String name, String pointer) {
        boolean item = NinjsGrammar.isItem(name);
        Fields fields = new Fields(object, pointer, findings);
        for (var property : object.properties()) {
            String lowerName = property.getKey().toLowerCase(Locale.ROOT);
            String place = pointer + Fields.step(property.getKey());
            Shape shape = NinjsGrammar.field(name, lowerName);
            if (shape != null) {
                notTwice(fields, lowerName, property.getValue(), place);
            }
            if (item && NinjsGrammar.isBadOwnName(lowerName)) {
                fault(place, "is no name of ninjs: after '_' comes an ASCII letter, a digit or '_'");
            } else if (shape != null) {
                value(property.getValue(), shape, place);
            } else if (item && declared != null) {
                fault(place, "is no field of ninjs, which " + declared + " declares");
            } else {
                inRange(property.getValue(), place);
            }
        }
        together(fields, name, pointer);
    }

    /** JSON takes {@code uri} and {@code URI} for two names; who reads names in any case must not choose between them. */
    private void notTwice(Fields fields, String lowerName, JsonNode value, String place) {
        Fields.Field first = fields.field(lowerName);
        if (first != null && !first.value().equals(value)) {
            fault(place, "says something else than " + first.pointer());
        }
    }

    /** What the fields of a structure owe each other. */
    private void together(Fields fields, String name, String pointer) {
        switch (name) {
            case "rights" -> notBoth(fields, "linkedrights", "encodedrights");
            case "dates" -> {
                notBoth(fields, "startdate", "expectedstartdate");
                notBoth(fields, "enddate", "expectedenddate");
            }
            case "geojson" -> needed(fields, "type", pointer);
            case NinjsGrammar.ASSOCIATION -> {
                needed(fields, "name", pointer);
                needed(fields, "uri", pointer);
            }
            default -> {
                // In the others, each field stands for itself.
            }
        }
    }

    private void notBoth(Fields fields, String one, String other) {
        Fields.Field first = said(fields, one);
        Fields.Field second = said(fields, other);
        if (first != null && second != null) {
            fault(second.pointer(), "stands beside " + first.pointer() + ", where ninjs has one or the other");
        }
    }

    private void needed(Fields fields, String name, String pointer) {
        if (said(fields, name) == null) {
            fault(pointer, "has no " + name + ", which it needs");
        }
    }

    private static Fields.@Nullable Field said(Fields fields, String lowerName) {
        Fields.Field field = fields.field(lowerName);
        return field == null || field.value().isNull() ? null : field;
    }

    /** A number that no double can carry would become infinite in whatever reads the item next. */
    private void inRange(JsonNode value, String pointer) {
        if (value.isFloatingPointNumber() && !Double.isFinite(value.doubleValue())) {
            fault(pointer, "is a number out of range");
        }
        value.properties().forEach(field -> inRange(field.getValue(), pointer + Fields.step(field.getKey())));
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            inRange(value.get(i), pointer + "/" + i);
        }
    }

    private void value(JsonNode value, Shape shape, String pointer) {
        if (value.isNull()) {
            return;
        }
        switch (shape) {
            case Shape.Anything() -> inRange(value, pointer);
            case Shape.Text() -> demand(value.isTextual(), pointer, "must be a text, not ", value);
            case Shape.OneOf(List<String> words) -> word(value, words, pointer);
            case Shape.PartialDate() -> {
                if (!value.isTextual()
                        || !PARTIAL_DATE.matcher(value.textValue()).matches()) {
                    fault(pointer, "is no date such as 2026, 2026-03 or 2026-03-01: " + shown(value));
                }
            }
            case Shape.Amount() -> {
                inRange(value, pointer);
                demand(
                        value.isNumber() || NUMERIC.matcher(value.asText()).matches(),
                        pointer,
                        "must be a number, not ",
                        value);
            }
            case Shape.Whole(int least, int most) -> {
                if (!value.canConvertToInt()
                        || !value.isIntegralNumber()
                        || value.intValue() < least
                        || value.intValue() > most) {
                    fault(pointer, "must be a whole number from %d to %d".formatted(least, most));
                }
            }
            case Shape.Structure(String name) -> {
                if (demand(value.isObject(), pointer, "must be an object, not ", value)) {
                    structure(value, name, pointer);
                }
            }
            case Shape.Named(Shape each) -> {
                if (demand(value.isObject(), pointer, "must be an object, not ", value)) {
                    value.properties().forEach(own -> value(own.getValue(), each, pointer + Fields.step(own.getKey())));
                }
            }
            case Shape.ListOf(Shape each) -> list(value, each, pointer);
            case Shape.ListOrElse(Shape.ListOf list, Shape otherwise) ->
                value(value, value.isArray() ? list : otherwise, pointer);
        }
    }

    /** A single object, as some write it, counts as a list of one; so it does for the reader. */
    private void list(JsonNode value, Shape each, String pointer) {
        if (value.isObject() && each instanceof Shape.Structure) {
            value(value, each, pointer);
        } else if (demand(value.isArray(), pointer, "must be an array, not ", value)) {
            for (int i = 0; i < value.size(); i++) {
                value(value.get(i), each, pointer + "/" + i);
            }
        }
    }

    private void word(JsonNode value, List<String> words, String pointer) {
        if (!value.isTextual() || words.stream().noneMatch(value.textValue().strip()::equalsIgnoreCase)) {
            fault(pointer, "must be one of " + String.join(", ", words) + ", not " + shown(value));
        }
    }

    private static String shown(JsonNode value) {
        return value.isTextual() ? "'" + Times.cut(value.textValue()) + "'" : Fields.describe(value);
    }

    private boolean demand(boolean met, String pointer, String problem, JsonNode value) {
        if (!met) {
            fault(pointer, problem + Fields.describe(value));
        }
        return met;
    }

    private void fault(String pointer, String problem) {
        if (!findings.isFaulty(pointer)) {
            findings.fault(pointer, problem);
        }
    }
}
