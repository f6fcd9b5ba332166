package wiredesk.runtime;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.util.HexFormat;

/** The wall clock and the source of chance: the one place that asks them, so that everything else can be handed others. */
public final class SystemTime {

    private static final SecureRandom RANDOM = new SecureRandom();

    private SystemTime() {}

    public static InstantSource clock() {
        return Clock.systemUTC();
    }

    /** So many random bytes, in lower-case hexadecimal. */
    public static String randomHex(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    /** A number that nobody can guess. */
    public static long randomLong() {
        return RANDOM.nextLong();
    }
}
