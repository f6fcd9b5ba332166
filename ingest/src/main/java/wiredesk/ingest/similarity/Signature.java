package wiredesk.ingest.similarity;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import wiredesk.ingest.copy.Zone;

/**
 * What a story's words are, in {@value #BYTES} bytes: MinHash (Broder, "On the resemblance and containment of
 * documents", 1997) over {@link Shingles}. For each of {@value #HASHES} fixed hash functions it keeps the least value
 * that a shingle has, of that 16 bits (b-bit minwise hashing, Li and König, 2010). The share of values that two
 * signatures have in common estimates the Jaccard similarity J of their sets of shingles, with a standard deviation of
 * {@code sqrt(J (1 - J) / 128)}, at most 0.045; SignatureTest checks it.
 *
 * <p>The values lie in {@value #BANDS} bands of four, one {@code long} each: two stories are compared at all when they
 * have a whole band in common, which they have with a probability of {@code 1 - (1 - J^4)^32}.
 */
public final class Signature {

    /**
     * Stories with fewer distinct shingles have no signature, about 50 words: a farewell that two feeds put under every
     * item would be most of what they say.
     */
    static final int LEAST_SHINGLES = 48;

    static final int BANDS = 32;
    static final int BYTES = BANDS * Long.BYTES;

    private static final int HASHES = 128;
    private static final int IN_A_BAND = HASHES / BANDS;
    private static final long LOW_15_BITS = 0x7FFF_7FFF_7FFF_7FFFL;
    /** Of each hash function, by which a shingle is changed and then multiplied. Fixed: signatures are compared over days. */
    private static final int[] CHANGES = seeds(1);

    private static final int[] FACTORS = seeds(2);

    private final long[] bands;

    private Signature(long[] bands) {
        this.bands = bands;
    }

    /** The signature of a story; empty when it is too short for one. */
    public static Optional<Signature> of(List<Zone> zones) {
        int[] shingles = Shingles.of(zones);
        return shingles.length < LEAST_SHINGLES ? Optional.empty() : Optional.of(of(shingles));
    }

    /** What {@link #bytes} gave; empty for bytes of another length, which are no signature. */
    public static Optional<Signature> read(ByteBuffer bytes) {
        if (bytes.remaining() != BYTES) {
            return Optional.empty();
        }
        long[] bands = new long[BANDS];
        bytes.duplicate().asLongBuffer().get(bands);
        return Optional.of(new Signature(bands));
    }

    static Signature of(int[] shingles) {
        int[] least = new int[HASHES];
        Arrays.fill(least, Integer.MAX_VALUE);
        for (int shingle : shingles) {
            for (int i = 0; i < HASHES; i++) { // no branch and no call: the JIT does eight at a time
                int hash = (shingle ^ CHANGES[i]) * FACTORS[i];
                hash = (hash ^ (hash >>> 15)) * 0x2C1B3C6D;
                least[i] = Math.min(least[i], hash ^ (hash >>> 13));
            }
        }
        long[] bands = new long[BANDS];
        for (int i = 0; i < HASHES; i++) {
            // Mixed once more: the upper bits of a least value are nearly the same for all.
            bands[i / IN_A_BAND] =
                    bands[i / IN_A_BAND] << Short.SIZE | Shingles.mix(least[i]) >>> (Long.SIZE - Short.SIZE);
        }
        return new Signature(bands);
    }

    public ByteBuffer bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES);
        bytes.asLongBuffer().put(bands);
        return bytes;
    }

    /** The estimated Jaccard similarity of the two stories, 0 to 1. */
    double similarity(Signature other) {
        int equal = 0;
        for (int band = 0; band < BANDS; band++) {
            long difference = bands[band] ^ other.bands[band];
            // The top bit of each 16 becomes 1 where all 16 are 0.
            equal += Long.bitCount(~(((difference & LOW_15_BITS) + LOW_15_BITS) | difference | LOW_15_BITS));
        }
        return (double) equal / HASHES;
    }

    long band(int band) {
        return bands[band];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Signature signature && Arrays.equals(bands, signature.bands);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bands);
    }

    private static int[] seeds(long stream) {
        int[] seeds = new int[HASHES];
        for (int i = 0; i < HASHES; i++) {
            seeds[i] = (int) Shingles.mix(stream << Integer.SIZE | i) | 1; // a factor has to be odd to lose nothing
        }
        return seeds;
    }
}
