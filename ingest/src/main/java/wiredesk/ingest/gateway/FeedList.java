package wiredesk.ingest.gateway;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import wiredesk.runtime.PlatformException;

/** The file that lists the feeds which are polled. */
final class FeedList {

    /** A file's name on any system, and the same on those that do not tell capitals apart. */
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,62}");

    private static final Pattern EVERY = Pattern.compile("([0-9]{1,5})(s|m|h)");
    private static final Duration SHORTEST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final int LONGEST_SOURCE = 200;

    private static final ObjectReader YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build()
            .readerForListOf(Written.class);

    private FeedList() {}

    /** As it stands in the file. */
    private record Written(
            @Nullable String name,
            @Nullable String url,
            @Nullable String every,
            @Nullable String source,
            @Nullable Boolean kill,
            @JsonProperty("allow-private") @Nullable Boolean allowPrivate) {}

    /**
     * Reads the file.
     *
     * @throws PlatformException which says all that is wrong with it
     */
    static List<Feed> read(Path file) {
        try {
            return checked(file, YAML.readValue(Files.readString(file)));
        } catch (JsonProcessingException e) {
            // The original message only: a url could have a secret in it.
            throw new PlatformException(file + " is no list of feeds: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new PlatformException("The list of feeds cannot be read: " + e, e);
        }
    }

    private static List<Feed> checked(Path file, List<@Nullable Written> written) {
        List<String> problems = new ArrayList<>();
        Map<String, Feed> feeds = new TreeMap<>();
        for (int i = 0; i < written.size(); i++) {
            String where = file + ", feed " + (i + 1) + ": ";
            Written one = written.get(i);
            if (one == null) {
                problems.add(where + "is empty");
                continue;
            }
            List<String> own = problems(one);
            own.forEach(problem -> problems.add(where + problem));
            if (own.isEmpty() && feeds.put(String.valueOf(one.name()), feed(one)) != null) {
                problems.add(where + "the name " + one.name() + " is taken");
            }
        }
        if (!problems.isEmpty()) {
            throw new PlatformException(String.join("\n", problems));
        }
        return List.copyOf(feeds.values());
    }

    private static List<String> problems(Written one) {
        List<String> problems = new ArrayList<>();
        if (one.name() == null || !NAME.matcher(one.name()).matches()) {
            problems.add("name: lower-case letters, digits, '.', '_' and '-', 63 at most");
        }
        if (one.url() == null) {
            problems.add("url: where the feed is");
        } else if (FeedUrl.of(one.url()) instanceof FeedUrl.Bad(String why)) {
            problems.add("url: " + why);
        }
        if (one.every() != null && every(one.every()) == null) {
            problems.add("every: from 10s to 24h, such as 90s or 5m; without it, as often as the feed says");
        }
        if (one.source() != null && (one.source().isBlank() || one.source().length() > LONGEST_SOURCE)) {
            problems.add("source: a text of " + LONGEST_SOURCE + " characters at most; without it, the name");
        }
        return problems;
    }

    private static @Nullable Duration every(@Nullable String text) {
        Matcher matcher = EVERY.matcher(text == null ? "" : text.strip());
        if (!matcher.matches()) {
            return null;
        }
        Duration every = Duration.parse("PT" + matcher.group(1) + matcher.group(2));
        return every.compareTo(SHORTEST) < 0 || every.compareTo(LONGEST) > 0 ? null : every;
    }

    private static Feed feed(Written one) {
        String name = String.valueOf(one.name());
        FeedUrl.Good url = (FeedUrl.Good) FeedUrl.of(String.valueOf(one.url()));
        String source = Objects.requireNonNullElse(one.source(), name);
        return new Feed(
                name,
                url.url(),
                every(one.every()),
                source,
                Boolean.TRUE.equals(one.kill()),
                Boolean.TRUE.equals(one.allowPrivate()));
    }
}
