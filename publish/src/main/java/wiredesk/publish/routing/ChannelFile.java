package wiredesk.publish.routing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a channel's definition as its operator wrote it, and says of each mistake where it is and what to write. */
public final class ChannelFile {

    private static final YAMLFactory YAML = YAMLFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final String fileName;
    private final YAMLParser yaml;
    private final List<String> problems = new ArrayList<>();

    private @Nullable String name;
    private @Nullable String title;
    private Set<String> tags = Set.of();
    private double minimumScore;
    private Set<String> languages = Set.of();
    private Set<String> sources = Set.of();
    private boolean notNews;

    private ChannelFile(String fileName, YAMLParser yaml) {
        this.fileName = fileName;
        this.yaml = yaml;
    }

    /** What became of a file. */
    public sealed interface Read {
        record Good(ChannelQuery channel) implements Read {}

        /** The problems, a line each: where, what is wrong and what to write instead. */
        record Bad(List<String> problems) implements Read {}
    }

    /** Never throws: what cannot be read comes back as problems. */
    public static Read read(String fileName, String text) {
        try (YAMLParser parser = YAML.createParser(text)) {
            return new ChannelFile(fileName, parser).read();
        } catch (JsonProcessingException e) {
            String line = e.getLocation() == null ? "" : ":" + e.getLocation().getLineNr();
            return new Read.Bad(List.of(fileName + line + ": is no YAML: " + e.getOriginalMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
    }

    private Read read() throws IOException {
        JsonToken first = yaml.nextToken();
        if (first == null || first == JsonToken.VALUE_NULL) {
            return new Read.Bad(List.of(fileName + ": is empty; a channel has at least a name and a title"));
        }
        if (first != JsonToken.START_OBJECT) {
            problem("a channel is lines of 'field: value', such as 'name: oslo'");
            return new Read.Bad(List.copyOf(problems));
        }
        while (yaml.nextToken() == JsonToken.FIELD_NAME) {
            field(yaml.currentName());
        }
        if (name == null && problems.stream().noneMatch(said -> said.contains(" name takes "))) {
            problems.add(fileName + ": name is missing: the last part of the channel's topic");
        }
        if (title == null && problems.stream().noneMatch(said -> said.contains(" title takes "))) {
            problems.add(fileName + ": title is missing: the channel's name for people");
        }
        return name == null || title == null || !problems.isEmpty()
                ? new Read.Bad(List.copyOf(problems))
                : new Read.Good(new ChannelQuery(name, title, tags, minimumScore, languages, sources, notNews));
    }

    private void field(String field) throws IOException {
        switch (field) {
            case "name" -> name = text(field);
            case "title" -> title = text(field);
            case "tags" -> tags = list(field);
            case "minimumScore" -> minimumScore = score(field);
            case "languages" -> languages = list(field);
            case "sources" -> sources = list(field);
            case "notNews" -> notNews = yesOrNo(field);
            default -> {
                problem("a channel has no " + field
                        + "; it may have languages, minimumScore, name, notNews, sources, tags, title");
                skipValue();
            }
        }
    }

    /** Null when it is blank or no text; then the field counts as missing. */
    private @Nullable String text(String field) throws IOException {
        JsonToken token = yaml.nextToken();
        if (!token.isScalarValue()) {
            problem(field + " takes a text, not a list or fields");
            yaml.skipChildren();
            return null;
        }
        String text = textHere();
        return text.isEmpty() ? null : text;
    }

    private String textHere() throws IOException {
        return yaml.currentToken() == JsonToken.VALUE_NULL ? "" : yaml.getText().strip();
    }

    private Set<String> list(String field) throws IOException {
        Set<String> items = new LinkedHashSet<>();
        JsonToken token = yaml.nextToken();
        if (token.isScalarValue() && textHere().isEmpty()) {
            return items; // A field without a value.
        }
        if (token != JsonToken.START_ARRAY) {
            problem(field + " takes a list, such as [one, two]");
            yaml.skipChildren();
            return items;
        }
        while (yaml.nextToken() != JsonToken.END_ARRAY) {
            String item = yaml.currentToken().isScalarValue() ? textHere() : "";
            if (item.isEmpty()) {
                problem(field + " has an item that is no text; write one, or take the item out");
                yaml.skipChildren();
            } else {
                items.add(item);
            }
        }
        return items;
    }

    private double score(String field) throws IOException {
        String written = yaml.nextToken().isScalarValue() ? yaml.getText() : "no number";
        double score = number(written);
        if (!(score >= 0 && score <= 1)) {
            problem(field + " is " + written + ", but takes a number from 0 to 1");
            yaml.skipChildren();
            return 0;
        }
        return score;
    }

    private boolean yesOrNo(String field) throws IOException {
        JsonToken token = yaml.nextToken();
        if (token != JsonToken.VALUE_TRUE && token != JsonToken.VALUE_FALSE) {
            problem(field + " takes true or false");
            yaml.skipChildren();
        }
        return token == JsonToken.VALUE_TRUE;
    }

    private static double number(String written) {
        try {
            return Double.parseDouble(written);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private void skipValue() throws IOException {
        yaml.nextToken();
        yaml.skipChildren();
    }

    /** At the place that the parser is at. */
    private void problem(String what) {
        problems.add(fileName + ":" + yaml.currentTokenLocation().getLineNr() + ": " + what);
    }
}
