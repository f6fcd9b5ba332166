package wiredesk.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import wiredesk.cli.GatewayClient.Answer;
import wiredesk.runtime.PlatformException;
import wiredesk.schemas.Topics;

/**
 * A folder into which a newsroom drops files. Each is sent when it is completely written, and moved away when the gateway
 * has answered for good; until then it stays. Looked at now and then by one thread.
 */
final class DropFolder {

    /** As a file that is being written does not stay the same for. */
    static final Duration SETTLES = Duration.ofSeconds(2);

    /** Some senders make an empty file first, and take their time. */
    static final Duration EMPTY_SETTLES = Duration.ofSeconds(30);

    /** Without a sign that something changed; some file systems give none. */
    static final Duration LOOKS_EVERY = Duration.ofSeconds(5);

    private static final Duration FIRST_BACKOFF = Duration.ofSeconds(1);
    private static final Duration LONGEST_BACKOFF = Duration.ofMinutes(1);

    private final Path folder;
    private final Sender sender;
    private final InstantSource clock;
    private final Listener listener;
    private final Shelf accepted;
    private final Shelf refused;
    private final Map<Path, Look> looks = new HashMap<>();
    private Duration backoff = FIRST_BACKOFF;
    private Instant notBefore = Instant.MIN;

    /** Sends a payload, as {@link GatewayClient} does. */
    interface Sender {
        Answer send(byte[] payload, String mediaType, String idempotencyKey) throws InterruptedException;
    }

    /** Is told what happens. */
    interface Listener {
        /** Has been moved away. */
        void settled(Path file, Answer answer);

        /** Nothing is sent for some time, for a reason that is not the files'. */
        void waits(String why, Duration time, int files);

        /** A file stays where it is, for a reason on this machine; said once for each state of the file. */
        void stuck(Path file, String why);
    }

    private record State(long size, FileTime modified) {}

    /** @param done answered for good, or complained of: not looked at again before it changes */
    private record Look(State state, Instant since, boolean done) {

        Instant complete() {
            return since.plus(state.size() == 0 ? EMPTY_SETTLES : SETTLES);
        }
    }

    private record Ready(Path file, State state) {}

    DropFolder(Path folder, Sender sender, InstantSource clock, Listener listener) {
        this.folder = folder;
        this.sender = sender;
        this.clock = clock;
        this.listener = listener;
        this.accepted = Shelf.in(folder, "accepted");
        this.refused = Shelf.in(folder, "refused");
    }

    /** Looks once and sends what is complete; says how long nothing needs to be looked at, unless something changes. */
    Duration look() throws InterruptedException {
        Instant now = clock.instant();
        List<Ready> ready = ready(now);
        if (now.isBefore(notBefore)) {
            return Duration.between(now, notBefore);
        }
        for (int i = 0; i < ready.size(); i++) {
            Duration wait = deal(ready.get(i), ready.size() - i);
            if (!wait.isZero()) {
                notBefore = clock.instant().plus(wait);
                return wait;
            }
        }
        return looks.values().stream()
                .filter(look -> !look.done())
                .map(look -> Duration.between(now, look.complete()))
                .min(Comparator.naturalOrder())
                .map(wait -> wait.compareTo(LOOKS_EVERY) < 0 ? wait : LOOKS_EVERY)
                .orElse(LOOKS_EVERY);
    }

    /** How many files are there, complete or not. */
    int waiting() {
        return looks.size();
    }

    /** The complete ones, the oldest first. */
    private List<Ready> ready(Instant now) {
        Map<Path, State> there = list();
        looks.keySet().retainAll(there.keySet());
        List<Ready> ready = new ArrayList<>();
        there.forEach((file, state) -> {
            Look look = looks.get(file);
            if (look == null || !look.state().equals(state)) {
                looks.put(file, new Look(state, now, false));
            } else if (!look.done() && !now.isBefore(look.complete())) {
                ready.add(new Ready(file, state));
            }
        });
        ready.sort(Comparator.comparing((Ready one) -> one.state().modified()).thenComparing(Ready::file));
        return ready;
    }

    private Map<Path, State> list() {
        Map<Path, State> there = new HashMap<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path file : entries) {
                State state = state(file);
                if (state != null && !file.getFileName().toString().startsWith(".") && !Files.isHidden(file)) {
                    there.put(file, state);
                }
            }
        } catch (IOException e) {
            throw new PlatformException("The folder " + folder + " cannot be read: " + e, e);
        }
        return there;
    }

    /** Null where it is no file, or not any more. Links are not followed: they could lead anywhere. */
    private static @Nullable State state(Path file) {
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return attributes.isRegularFile() ? new State(attributes.size(), attributes.lastModifiedTime()) : null;
        } catch (IOException e) {
            return null;
        }
    }

    /** Zero when it is dealt with; else how long to wait before anything is sent. */
    private Duration deal(Ready one, int left) throws InterruptedException {
        try {
            Answer answer = send(one);
            if (answer instanceof Answer.Refused no && no.mayPass()) {
                Duration wait = longer(no.retryAfter() == null ? Duration.ZERO : no.retryAfter(), nextBackoff());
                listener.waits(no.detail(), wait, left);
                return wait;
            }
            backoff = FIRST_BACKOFF;
            moveAway(one, answer);
        } catch (NoSuchFileException e) {
            looks.remove(one.file()); // Somebody took it away.
        } catch (IOException e) {
            stuck(one, "it cannot be read or moved: " + e);
        } catch (PlatformException e) {
            Duration wait = nextBackoff();
            listener.waits(String.valueOf(e.getMessage()), wait, left);
            return wait;
        }
        return Duration.ZERO;
    }

    private Duration nextBackoff() {
        Duration wait = backoff;
        Duration doubled = backoff.multipliedBy(2);
        backoff = doubled.compareTo(LONGEST_BACKOFF) < 0 ? doubled : LONGEST_BACKOFF;
        return wait;
    }

    private Answer send(Ready one) throws IOException, InterruptedException {
        if (one.state().size() > Topics.MAX_PAYLOAD_BYTES) {
            String detail = "A payload may have " + Topics.MAX_PAYLOAD_BYTES + " bytes";
            return Answer.Refused.unsent("too-large", "Payload too large", detail);
        }
        byte[] payload = Files.readAllBytes(one.file());
        return sender.send(payload, FileTypes.of(one.file()), idempotencyKey(one, payload));
    }

    private void moveAway(Ready one, Answer answer) throws IOException {
        if (!one.state().equals(state(one.file()))) {
            looks.remove(one.file()); // Written anew meanwhile: that is still to be sent.
            return;
        }
        Path to = switch (answer) {
            case Answer.Accepted _ -> accepted.put(one.file());
            case Answer.Refused no -> refused.put(one.file(), no.problem());
        };
        looks.remove(one.file());
        listener.settled(to, answer);
    }

    private void stuck(Ready one, String why) {
        looks.put(one.file(), new Look(one.state(), clock.instant(), true));
        listener.stuck(one.file(), why);
    }

    /**
     * The same for the same drop of a file, wherever its folder is mounted: after a crash between the gateway's answer and
     * the move, the gateway answers as before. By its time, since an old text that is dropped once more is meant to be sent.
     */
    private static String idempotencyKey(Ready one, byte[] payload) {
        String name = one.file().getFileName() + "\n" + one.state().modified().toMillis();
        return "drop-" + hash(payload) + "-" + hash(name.getBytes(UTF_8)).substring(0, 16);
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? b : a;
    }
}
