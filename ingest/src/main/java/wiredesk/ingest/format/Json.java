package wiredesk.ingest.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON (RFC 8259) into a tree, strictly: no name twice in an object, nothing after the end, no half characters.
 */
final class Json {

    sealed interface Parsed {

        record Tree(JsonNode root) implements Parsed {}

        record Failed(Reason reason) implements Parsed {}
    }

    /** How the parser names a place inside its messages. */
    private static final Pattern SOURCE = Pattern.compile("\\[Source: [^\\]]*; line: (\\d+), column: (\\d+)\\]");

    /** ninjs nests a dozen deep at most, with associations inside associations. */
    private static final int DEEPEST = 100;

    private static final int LONGEST_NUMBER = 100;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(LONGEST_NUMBER)
                            .build())
                    .build())
            .build();

    private Json() {}

    static Parsed parse(String text) {
        try (JsonParser parser = MAPPER.createParser(text)) {
            return parse(parser);
        } catch (IOException closing) {
            return failed(closing, null);
        }
    }

    private static Parsed parse(JsonParser parser) {
        try {
            JsonNode root = MAPPER.readTree(parser);
            if (root == null) {
                return failed("there is no JSON value in it", null);
            }
            if (parser.nextToken() != null) {
                return failed(
                        "there is more after the end of the JSON value" + at(parser.currentTokenLocation()), null);
            }
            String pointer = badText(root);
            return pointer == null
                    ? new Parsed.Tree(root)
                    : failed("a text with half a character (an unpaired surrogate) or a NUL in it", pointer);
        } catch (IOException unreadable) {
            return failed(unreadable, parser.getParsingContext().pathAsPointer().toString());
        }
    }

    private static Parsed failed(IOException unreadable, @Nullable String pointer) {
        return switch (unreadable) {
            case StreamConstraintsException limit ->
                failed("beyond what is read here: " + limit.getOriginalMessage(), pointer);
            case JsonProcessingException syntax ->
                failed("not JSON: " + plain(syntax.getOriginalMessage()) + at(syntax.getLocation()), pointer);
            default -> failed("not JSON: " + unreadable.getMessage(), pointer);
        };
    }

    /** The parser's words, without its name for where the text came from. */
    private static String plain(String message) {
        return SOURCE.matcher(message).replaceAll("line $1, column $2");
    }

    private static Parsed failed(String detail, @Nullable String pointer) {
        return new Parsed.Failed(new Reason(Kind.MALFORMED, detail, pointer));
    }

    private static String at(@Nullable JsonLocation location) {
        return location == null ? "" : " (line %d, column %d)".formatted(location.getLineNr(), location.getColumnNr());
    }

    /** Pointer to the first text or name that no encoding of Unicode can carry, or null. No deeper than the parser. */
    private static @Nullable String badText(JsonNode node) {
        if (node.isTextual()) {
            return isBad(node.textValue()) ? "" : null;
        }
        if (node.isObject()) {
            for (var property : node.properties()) {
                if (isBad(property.getKey())) {
                    return "";
                }
                String below = badText(property.getValue());
                if (below != null) {
                    return Fields.step(property.getKey()) + below;
                }
            }
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            String below = badText(node.get(i));
            if (below != null) {
                return "/" + i + below;
            }
        }
        return null;
    }

    private static boolean isBad(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isLowSurrogate(c)) {
                return true;
            }
            if (Character.isHighSurrogate(c)) {
                i++;
                if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
                    return true;
                }
            }
        }
        return false;
    }
}
