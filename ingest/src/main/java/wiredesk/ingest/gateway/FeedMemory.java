package wiredesk.ingest.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wiredesk.ingest.format.PolledFeed;

/**
 * What is remembered of a feed between polls and restarts. It saves work and is no part of a guarantee: when it is lost, all
 * that stands in the feed is sent again, and ingest drops what it knows.
 */
final class FeedMemory {

    private static final Logger log = LoggerFactory.getLogger(FeedMemory.class);
    private static final JsonMapper JSON = new JsonMapper();
    /** Some feeds lose items and show them again, as their servers do not all have the same of them. */
    private static final Duration KEPT_AFTER_LEAVING = Duration.ofDays(7);

    private static final int MOST_ITEMS = 20_000;
    private static final int HASH_BYTES = 16;

    private final Path file;
    private final Map<String, Seen> seen;
    private @Nullable String etag;
    private @Nullable String lastModified;

    /** @param at when it last stood in the feed, in seconds since 1970 */
    private record Seen(@Nullable String uri, long at) {}

    /** As it is written. */
    private record Written(
            String url, @Nullable String etag, @Nullable String lastModified, Map<String, Seen> items) {}

    private FeedMemory(Path file, Map<String, Seen> seen) {
        this.file = file;
        this.seen = new LinkedHashMap<>(seen);
    }

    /** Reads it from the folder, or begins anew where there is none that can be read. */
    static FeedMemory of(Feed feed, Path folder) {
        Path file = folder.resolve(feed.name() + ".json");
        if (Files.notExists(file)) {
            return new FeedMemory(file, Map.of());
        }
        try {
            Written written = JSON.readValue(Files.readString(file), Written.class);
            FeedMemory memory = new FeedMemory(file, written.items());
            if (written.url().equals(feed.url().toString())) {
                memory.etag = written.etag();
                memory.lastModified = written.lastModified();
            }
            return memory;
        } catch (IOException | RuntimeException e) { // A field may be missing, too.
            log.atWarn()
                    .addKeyValue("feed", feed.name())
                    .log("what was remembered is lost, and all of the feed is sent again: {}", e.toString());
            return new FeedMemory(file, Map.of());
        }
    }

    static String hash(PolledFeed.Item item) {
        String what = item.uri() + "\n" + item.says();
        return HexFormat.of().formatHex(Sha256.of(what.getBytes(UTF_8)), 0, HASH_BYTES);
    }

    @Nullable
    String etag() {
        return etag;
    }

    @Nullable
    String lastModified() {
        return lastModified;
    }

    boolean knows(String hash) {
        return seen.containsKey(hash);
    }

    /** Has been dealt with, and is not sent again unless it changes. */
    void remember(String hash, PolledFeed.Item item, Instant now) {
        seen.put(hash, new Seen(item.uri(), now.getEpochSecond()));
    }

    /**
     * All that stands in the feed has been dealt with. An item's earlier states are forgotten, so that one that is put back
     * is sent again.
     */
    void settle(FeedAnswer.Body answer, Map<String, PolledFeed.Item> standing, Instant now) {
        standing.forEach((hash, item) -> remember(hash, item, now));
        Set<String> uris = new HashSet<>();
        standing.values().forEach(item -> {
            if (item.uri() != null) {
                uris.add(item.uri());
            }
        });
        long oldest = now.minus(KEPT_AFTER_LEAVING).getEpochSecond();
        seen.entrySet()
                .removeIf(one -> !standing.containsKey(one.getKey())
                        && (one.getValue().at() < oldest
                                || uris.contains(String.valueOf(one.getValue().uri()))));
        List<String> leastRecent = seen.entrySet().stream()
                .sorted(Map.Entry.comparingByValue((a, b) -> Long.compare(a.at(), b.at())))
                .limit(Math.max(0, seen.size() - MOST_ITEMS))
                .map(Map.Entry::getKey)
                .toList();
        leastRecent.forEach(seen::remove);
        etag = answer.etag();
        lastModified = answer.lastModified();
    }

    /** Writes it down; where that fails, the log says so, and it holds until the process ends. */
    void save(Feed feed) {
        Written written = new Written(feed.url().toString(), etag, lastModified, new TreeMap<>(seen));
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path next = file.resolveSibling(file.getFileName() + ".next");
            Files.writeString(next, JSON.writeValueAsString(written));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts and numbers can be written", e);
        } catch (IOException e) {
            log.atWarn()
                    .addKeyValue("feed", feed.name())
                    .log("what is remembered cannot be written, look at state.dir: {}", e.toString());
        }
    }
}
