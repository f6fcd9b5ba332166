package wiredesk.ingest.similarity;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The stories of the last days, asked for the first one that is nearly the same as another. A ring of versions, the
 * oldest of which leaves when its time is over or there is no more room, and over it a table for each band of
 * {@link Signature}: two stories are compared when they have a band in common, and are the same when their signatures
 * are alike to {@value #ALIKE} at least. NearDuplicatesTest prints what that finds, and what it costs.
 *
 * <p>Safe for threads: one fills it from the topic while others ask.
 */
public final class Twins {

    /** Signatures that share as much tell the same story. */
    static final double ALIKE = 0.6;

    private static final int LEAST_ROOM = 1 << 10;
    private static final int ENTRIES_A_BUCKET = 2;
    /** How far a chain is followed. What hundreds of stories have in common is a template, and would be asked for long. */
    private static final int STEPS_IN_A_BAND = 128;

    private final Duration window;
    private final int mostRoom;
    private final Map<String, Story> stories = new HashMap<>();

    private @Nullable Entry[] ring;
    /** For each band and bucket the number of the newest entry in it, and for each entry and band that of the next. */
    private int[][] newest;

    private int[][] next;
    private int begin;
    private int end;

    /** All versions of one article. */
    private static final class Story {
        private Origin origin;
        private int entries;

        private Story(Origin origin) {
            this.origin = origin;
        }
    }

    private static final class Entry {
        private final String uri;
        private final Story story;
        private final Signature signature;
        private Instant at;

        private Entry(String uri, Story story, Signature signature, Instant at) {
            this.uri = uri;
            this.story = story;
            this.signature = signature;
            this.at = at;
        }
    }

    /**
     * An empty one.
     *
     * @param window how long a version is remembered
     * @param mostRoom how many versions at most are; a power of two from {@value #LEAST_ROOM} on
     */
    public Twins(Duration window, int mostRoom) {
        if (Integer.bitCount(mostRoom) != 1 || mostRoom < LEAST_ROOM) {
            throw new IllegalArgumentException("no power of two from " + LEAST_ROOM + " on: " + mostRoom);
        }
        this.window = window;
        this.mostRoom = mostRoom;
        makeRoom(LEAST_ROOM);
    }

    /** How many versions are remembered. */
    public synchronized int size() {
        return end - begin;
    }

    /** Remembers a version. Told again it is remembered once, with what was said last of its origin. */
    public synchronized void add(Told told) {
        expire(told.at());
        Story story = stories.computeIfAbsent(told.uri(), _ -> new Story(told.origin()));
        story.origin = told.origin();
        Entry known = known(story, told.signature());
        if (known != null) {
            known.at = known.at.isBefore(told.at()) ? told.at() : known.at;
            return;
        }
        if (size() == ring.length) {
            if (ring.length < mostRoom) {
                rebuild(ring.length * 2);
            } else {
                forgetOldest();
            }
        }
        if (end == Integer.MAX_VALUE) {
            rebuild(ring.length);
        }
        story.entries++;
        append(new Entry(told.uri(), story, told.signature(), told.at()));
    }

    /**
     * The origin of an article, with its mark where it has a twin. A mark stays, whatever later versions say; and of two
     * articles that grew alike the first is not marked with the later one.
     *
     * @param known of the article's earlier versions; null for a first one
     * @param signature of the version that is to be ingested; empty when it has none
     */
    public Origin origin(String uri, @Nullable Origin known, Optional<Signature> signature, Instant now) {
        if (known != null && known.nearDuplicateOf() != null) {
            return known;
        }
        // Whatever is known was ingested before a first version, however instances' clocks differ.
        Instant before = known == null ? Instant.MAX : known.first();
        String twin =
                signature.flatMap(found -> firstLike(uri, found, before, now)).orElse(null);
        return new Origin(known == null ? now : known.first(), twin);
    }

    /**
     * The uri of the first article that told the same story, if one did in the window before {@code now}. Of several
     * the one whose first version came first; where that is marked itself, the one that it is marked with.
     *
     * @param uri the article's own, which is not its twin, nor is one that is marked with it
     * @param before articles whose first version came later than this are not taken
     */
    public synchronized Optional<String> firstLike(String uri, Signature signature, Instant before, Instant now) {
        Story first = null;
        String twin = null;
        Instant since = now.minus(window);
        for (int band = 0; band < Signature.BANDS; band++) {
            int steps = STEPS_IN_A_BAND;
            for (int i = head(band, signature); i >= begin && steps > 0; i = next[band][place(i)]) {
                steps--;
                Entry entry = entry(i);
                Origin origin = entry.story.origin;
                String root = origin.nearDuplicateOf() == null ? entry.uri : origin.nearDuplicateOf();
                boolean sooner = first == null || origin.first().isBefore(first.origin.first());
                if (sooner
                        && entry.signature.band(band) == signature.band(band)
                        && !entry.at.isBefore(since)
                        && !origin.first().isAfter(before)
                        && !entry.uri.equals(uri)
                        && !root.equals(uri)
                        && entry.signature.similarity(signature) >= ALIKE) {
                    first = entry.story;
                    twin = root;
                }
            }
        }
        return Optional.ofNullable(twin);
    }

    private @Nullable Entry known(Story story, Signature signature) {
        int steps = STEPS_IN_A_BAND;
        for (int i = head(0, signature); i >= begin && steps > 0; i = next[0][place(i)]) {
            steps--;
            Entry entry = entry(i);
            if (entry.story == story && entry.signature.equals(signature)) {
                return entry;
            }
        }
        return null;
    }

    /** Versions come nearly in order, so those in front go first; one behind a younger is passed over until then. */
    private void expire(Instant now) {
        Instant since = now.minus(window);
        while (begin < end && entry(begin).at.isBefore(since)) {
            forgetOldest();
        }
    }

    private void forgetOldest() {
        Entry oldest = entry(begin);
        ring[place(begin)] = null;
        begin++;
        if (--oldest.story.entries == 0) {
            stories.remove(oldest.uri);
        }
    }

    /** For more room, or for numbers that begin anew. */
    private void rebuild(int room) {
        Entry[] kept = new Entry[size()];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = entry(begin + i);
        }
        makeRoom(room);
        for (Entry entry : kept) {
            append(entry);
        }
    }

    private void makeRoom(int room) {
        ring = new Entry[room];
        newest = new int[Signature.BANDS][room / ENTRIES_A_BUCKET];
        next = new int[Signature.BANDS][room];
        begin = 1; // 0 is the number of none
        end = 1;
    }

    private void append(Entry entry) {
        int number = end++;
        ring[place(number)] = entry;
        for (int band = 0; band < Signature.BANDS; band++) {
            int bucket = bucket(band, entry.signature);
            next[band][place(number)] = newest[band][bucket];
            newest[band][bucket] = number;
        }
    }

    private Entry entry(int number) {
        return Objects.requireNonNull(ring[place(number)]);
    }

    private int head(int band, Signature signature) {
        return newest[band][bucket(band, signature)];
    }

    private int bucket(int band, Signature signature) {
        return (int) Shingles.mix(signature.band(band)) & (newest[band].length - 1);
    }

    private int place(int number) {
        return number & (ring.length - 1);
    }
}
