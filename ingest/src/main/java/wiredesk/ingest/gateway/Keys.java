package wiredesk.ingest.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import wiredesk.runtime.PlatformException;

/**
 * The keys by which senders are known. Only their hashes are written down: a key is long and random, so that SHA-256
 * keeps it, without the slowness that passwords need.
 */
final class Keys {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final Pattern HASH = Pattern.compile("[0-9a-fA-F]{64}");
    private static final String SCHEME = "Bearer ";
    private static final int FASTEST = 1_000_000;

    private static final ObjectReader YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build()
            .readerForListOf(Written.class);

    /** As it stands in the file. */
    private record Written(
            @Nullable String name,
            @Nullable String sha256,
            @Nullable List<String> sources,
            @Nullable Boolean kill,
            @JsonProperty("per-second") @Nullable Integer perSecond) {}

    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    private record Key(byte[] hash, Sender sender) {}

    /** Null: no keys are asked, anyone may send. */
    private final @Nullable List<Key> keys;

    private Keys(@Nullable List<Key> keys) {
        this.keys = keys;
    }

    /** Anyone who reaches the port may send. */
    static Keys notAsked() {
        return new Keys(null);
    }

    /**
     * Reads the file of keys.
     *
     * @throws PlatformException which says all that is wrong with it
     */
    static Keys read(Path file, InstantSource clock) {
        try {
            return new Keys(checked(file, YAML.readValue(Files.readString(file)), clock));
        } catch (JsonProcessingException e) {
            // The original message only: its source excerpt could show a hash.
            throw new PlatformException(file + " is no file of keys: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new PlatformException("The file of keys cannot be read: " + e, e);
        }
    }

    private static List<Key> checked(Path file, List<Written> written, InstantSource clock) {
        List<String> problems = new ArrayList<>();
        if (written.isEmpty()) {
            problems.add(file + " takes one key at least; without gateway.keys, none are asked");
        }
        Map<String, Key> keys = new TreeMap<>();
        for (int i = 0; i < written.size(); i++) {
            String where = file + ", key " + (i + 1) + ": ";
            Written one = written.get(i);
            int before = problems.size();
            if (one.name() == null || !NAME.matcher(one.name()).matches()) {
                problems.add(where + "name: letters, digits, '.', '_' and '-', 100 at most");
            }
            if (one.sha256() == null || !HASH.matcher(one.sha256()).matches()) {
                problems.add(where + "sha256: the key's SHA-256 in 64 hexadecimal digits");
            }
            if (one.sources() == null || one.sources().isEmpty()) {
                problems.add(where + "sources: those that it may write, one at least");
            }
            if (one.perSecond() != null && (one.perSecond() < 1 || one.perSecond() > FASTEST)) {
                problems.add(where + "per-second: from 1 to " + FASTEST);
            }
            if (problems.size() == before && keys.put(String.valueOf(one.name()), key(one, clock)) != null) {
                problems.add(where + "the name " + one.name() + " is taken");
            }
        }
        if (!problems.isEmpty()) {
            throw new PlatformException(String.join("\n", problems));
        }
        return List.copyOf(keys.values());
    }

    private static Key key(Written one, InstantSource clock) {
        Integer rate = one.perSecond();
        Sender sender = new Sender(
                String.valueOf(one.name()),
                one.sources() == null ? List.of() : List.copyOf(one.sources()),
                Boolean.TRUE.equals(one.kill()),
                rate == null ? null : Sender.perSecond(rate, clock));
        return new Key(HexFormat.of().parseHex(String.valueOf(one.sha256())), sender);
    }

    /**
     * The sender whose key this is. Every key is compared, each in constant time, so that the time of the answer tells
     * nothing of them.
     *
     * @param authorization the header's value, {@code Bearer} and the key
     */
    Optional<Sender> sender(@Nullable String authorization) {
        if (keys == null) {
            return Optional.of(Sender.ANYONE);
        }
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        byte[] hash = Sha256.of(authorization.substring(SCHEME.length()).strip().getBytes(UTF_8));
        Sender found = null;
        for (Key key : keys) {
            if (MessageDigest.isEqual(key.hash(), hash)) {
                found = key.sender();
            }
        }
        return Optional.ofNullable(found);
    }
}
