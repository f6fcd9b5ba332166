package wiredesk.ingest.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wiredesk.ingest.copy.Spaces;

/**
 * The fields of a JSON object by name, whatever the case (ninjs 1 and 2 write {@code versioncreated}, 3 writes
 * {@code versionCreated}). What is wrong with a field is noted, and the field then reads as absent.
 */
final class Fields {

    /** A field as it is written. */
    record Field(JsonNode value, String pointer) {}

    private final Map<String, Field> byLowerName = new LinkedHashMap<>();
    private final Map<String, Field> others = new LinkedHashMap<>();
    private final String pointer;
    private final Findings findings;

    Fields(JsonNode object, String pointer, Findings findings) {
        this.pointer = pointer;
        this.findings = findings;
        for (var property : object.properties()) {
            Field field = new Field(property.getValue(), pointer + step(property.getKey()));
            String lowerName = property.getKey().toLowerCase(Locale.ROOT);
            Field first = byLowerName.putIfAbsent(lowerName, field);
            if (first != null && !first.value().equals(field.value())) {
                others.put(lowerName, field);
            }
        }
    }

    /** A field as its first spelling says, and as one says that contradicts it: {@code pubstatus}, {@code pubStatus}. */
    List<Field> spellings(String lowerName) {
        return Stream.of(byLowerName.get(lowerName), others.get(lowerName))
                .filter(Objects::nonNull)
                .toList();
    }

    /** Whether one of the fields whose names begin so is there as a text with nothing in it. */
    boolean hasBlank(String prefix) {
        return startingWith(prefix).values().stream()
                .anyMatch(field -> field.value().isTextual()
                        && Spaces.isBlank(field.value().textValue()));
    }

    /** One step of a JSON Pointer. */
    static String step(String name) {
        return "/" + name.replace("~", "~0").replace("/", "~1");
    }

    @Nullable
    Field field(String lowerName) {
        return byLowerName.get(lowerName);
    }

    /** Where a field of this name is, or would be. */
    String pointer(String lowerName) {
        Field field = byLowerName.get(lowerName);
        return field == null ? pointer + step(lowerName) : field.pointer();
    }

    /** Those whose lower-case names begin so, in the order in which they are written. */
    Map<String, Field> startingWith(String prefix) {
        Map<String, Field> found = new LinkedHashMap<>(byLowerName);
        found.keySet().removeIf(name -> !name.startsWith(prefix));
        return found;
    }

    /** The first of these that is there and not blank, as it is written. */
    @Nullable
    String raw(String... lowerNames) {
        for (String name : lowerNames) {
            Field field = byLowerName.get(name);
            if (field == null || field.value().isNull()) {
                continue;
            }
            if (!field.value().isTextual()) {
                fault(field, "must be a text, not " + describe(field.value()));
            } else if (!Spaces.isBlank(field.value().textValue())) {
                return field.value().textValue();
            }
        }
        return null;
    }

    /** The first of these that is there and not blank, on one line. */
    @Nullable
    String text(String... lowerNames) {
        String raw = raw(lowerNames);
        return raw == null ? null : Spaces.clean(raw);
    }

    /** A text on one line, or an array of texts, one after the other. */
    @Nullable
    String texts(String lowerName) {
        Field field = byLowerName.get(lowerName);
        if (field == null || !field.value().isArray()) {
            return text(lowerName);
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode value : field.value()) {
            if (value.isTextual()) {
                texts.add(value.textValue());
            }
        }
        String all = Spaces.clean(String.join(" ", texts));
        return all.isEmpty() ? null : all;
    }

    /** A text without white space in it that can be a record's key. */
    @Nullable
    String uri(String lowerName) {
        Field field = byLowerName.get(lowerName);
        return field == null ? null : findings.strictUri(text(lowerName), field.pointer());
    }

    /** A time that has its offset from UTC, as ninjs demands it. */
    @Nullable
    Instant time(String lowerName) {
        Field field = byLowerName.get(lowerName);
        String text = text(lowerName);
        return field == null || text == null ? null : findings.timeWithOffset(Times.ofRfc3339(text), field.pointer());
    }

    @Nullable
    Integer integer(String lowerName, int least, int most) {
        Field field = byLowerName.get(lowerName);
        if (field == null || field.value().isNull()) {
            return null;
        }
        JsonNode value = field.value();
        if (!value.isIntegralNumber()
                || !value.canConvertToInt()
                || value.intValue() < least
                || value.intValue() > most) {
            fault(field, "must be a whole number from %d to %d".formatted(least, most));
            return null;
        }
        return value.intValue();
    }

    /** The objects of an array; a single object, as some write it, counts as an array of one. */
    List<Fields> objects(String... lowerNames) {
        List<Fields> objects = new ArrayList<>();
        for (String name : lowerNames) {
            Field field = byLowerName.get(name);
            if (field == null || field.value().isNull()) {
                continue;
            }
            if (field.value().isObject()) {
                objects.add(new Fields(field.value(), field.pointer(), findings));
            } else if (field.value().isArray()) {
                addObjects(field, objects);
            } else {
                fault(field, "must be an array of objects, not " + describe(field.value()));
            }
        }
        return objects;
    }

    private void addObjects(Field array, List<Fields> objects) {
        for (int i = 0; i < array.value().size(); i++) {
            Field item = new Field(array.value().get(i), array.pointer() + "/" + i);
            if (item.value().isObject()) {
                objects.add(new Fields(item.value(), item.pointer(), findings));
            } else if (!item.value().isNull()) {
                fault(item, "must be an object, not " + describe(item.value()));
            }
        }
    }

    @Nullable
    String fault(String lowerName, String problem) {
        Field field = byLowerName.get(lowerName);
        if (field != null) {
            fault(field, problem);
        }
        return null;
    }

    void fault(Field field, String problem) {
        findings.fault(field.pointer(), problem);
    }

    static String describe(JsonNode value) {
        return switch (value.getNodeType()) {
            case ARRAY -> "an array";
            case BINARY, STRING -> "a text";
            case BOOLEAN -> "true or false";
            case NULL -> "null";
            case NUMBER -> "a number";
            case OBJECT, POJO -> "an object";
            case MISSING -> "nothing";
        };
    }
}
