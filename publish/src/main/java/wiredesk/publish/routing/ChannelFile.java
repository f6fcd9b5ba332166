package wiredesk.publish.routing;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a channel's definition as its operator wrote it. */
public final class ChannelFile {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private ChannelFile() {}

    /** What became of a file. */
    public sealed interface Read {
        record Good(ChannelQuery channel) implements Read {}

        /** The problems, a line each: where, what is wrong and what to write instead. */
        record Bad(List<String> problems) implements Read {}
    }

    private record Written(
            @Nullable String name,
            @Nullable String title,
            @Nullable Set<String> tags,
            @Nullable Double minimumScore,
            @Nullable Set<String> languages,
            @Nullable Set<String> sources) {}

    public static Read read(String fileName, String yaml) {
        try {
            Written written = YAML.readValue(yaml, Written.class);
            return written == null
                    ? new Read.Bad(List.of(fileName + ": is empty; a channel has at least a name and a title"))
                    : checked(fileName, written);
        } catch (UnrecognizedPropertyException e) {
            String known = e.getKnownPropertyIds().stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
            return new Read.Bad(List.of(
                    at(fileName, e) + "a channel has no " + e.getPropertyName() + "; it may have " + known));
        } catch (JsonProcessingException e) {
            return new Read.Bad(List.of(at(fileName, e) + e.getOriginalMessage()));
        }
    }

    private static Read checked(String fileName, Written written) {
        List<String> problems = new ArrayList<>();
        if (written.name() == null || written.name().isBlank()) {
            problems.add(fileName + ": name is missing: the last part of the channel's topic");
        }
        if (written.title() == null || written.title().isBlank()) {
            problems.add(fileName + ": title is missing: the channel's name for people");
        }
        double score = written.minimumScore() == null ? 0 : written.minimumScore();
        if (!(score >= 0 && score <= 1)) {
            problems.add(fileName + ": minimumScore is " + score + ", but takes a number from 0 to 1");
        }
        if (!problems.isEmpty() || written.name() == null || written.title() == null) {
            return new Read.Bad(List.copyOf(problems));
        }
        return new Read.Good(new ChannelQuery(
                written.name(),
                written.title(),
                orEmpty(written.tags()),
                score,
                orEmpty(written.languages()),
                orEmpty(written.sources())));
    }

    private static Set<String> orEmpty(@Nullable Set<String> values) {
        return values == null ? Set.of() : Set.copyOf(values);
    }

    private static String at(String fileName, JsonProcessingException e) {
        JsonLocation location = e.getLocation();
        return location == null
                ? fileName + ": "
                : fileName + ":" + location.getLineNr() + ":" + location.getColumnNr() + ": ";
    }
}
