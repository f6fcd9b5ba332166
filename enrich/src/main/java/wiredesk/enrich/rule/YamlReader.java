package wiredesk.enrich.rule;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads YAML into nodes that know their places. It reads the stream of tokens itself, for a bound object would have
 * forgotten where it came from; and it takes no aliases, with which a short file can make an endless one.
 */
final class YamlReader {

    private static final YAMLFactory YAML = new YAMLFactory();

    private final YAMLParser parser;
    private final Complaints complaints;

    private YamlReader(YAMLParser parser, Complaints complaints) {
        this.parser = parser;
        this.complaints = complaints;
    }

    /** The file's one document, or empty after a complaint. */
    static Optional<Node> read(String yaml, Complaints complaints) {
        try (YAMLParser parser = YAML.createParser(yaml)) {
            return new YamlReader(parser, complaints).document();
        } catch (JsonProcessingException e) {
            complaints.at(place(e.getLocation()), "is not YAML: " + firstWords(e.getOriginalMessage()));
            return Optional.empty();
        } catch (IOException e) {
            throw new IllegalStateException("a string cannot fail to be read", e);
        }
    }

    private Optional<Node> document() throws IOException {
        if (parser.nextToken() == null) {
            complaints.at(new Node.Place(1, 1), "the file is empty; begin with `tag: wiredesk:…`");
            return Optional.empty();
        }
        Node root = node();
        if (parser.nextToken() != null) {
            complaints.at(here(), "a second document begins here; write one file for each tag");
        }
        return Optional.of(root);
    }

    private Node node() throws IOException {
        Node.Place place = here();
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return new Node.Fields(place, fields());
        }
        if (token == JsonToken.START_ARRAY) {
            return new Node.Items(place, items());
        }
        if (parser.isCurrentAlias()) {
            complaints.at(place, "aliases are not taken; write the value out");
        }
        return new Node.Text(place, token == JsonToken.VALUE_NULL ? "" : parser.getText());
    }

    private List<Node.Field> fields() throws IOException {
        List<Node.Field> fields = new ArrayList<>();
        Set<String> names = new HashSet<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            Node.Place place = here();
            String name = parser.currentName();
            if (!names.add(name)) {
                complaints.at(place, "`" + name + "` stands twice; keep one");
            }
            parser.nextToken();
            fields.add(new Node.Field(place, name, node()));
        }
        return fields;
    }

    private List<Node> items() throws IOException {
        List<Node> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node());
        }
        return items;
    }

    private Node.Place here() {
        return place(parser.currentTokenLocation());
    }

    private static Node.Place place(@Nullable JsonLocation location) {
        return location == null
                ? new Node.Place(1, 1)
                : new Node.Place(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
    }

    /** The library's message without the excerpts of the file that it draws below it. */
    private static String firstWords(String message) {
        return message.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("in '") && !line.startsWith("^"))
                .limit(2)
                .collect(Collectors.joining(", "));
    }
}
