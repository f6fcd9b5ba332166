package wiredesk.ingest.gateway;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells public addresses from those that reach what only this machine or its network should reach. By IANA's registries of
 * special-purpose addresses (RFC 6890 and its successors), and for IPv6 the other way round: what is not in 2000::/3, the
 * one block given out so far, is not public.
 */
final class Addresses {

    /** The addresses that begin with so many bits of these bytes. */
    @SuppressWarnings("ArrayRecordComponent") // read, never compared
    private record Block(byte[] start, int bits, String what) {

        boolean holds(byte[] address) {
            if (address.length != start.length) {
                return false;
            }
            int whole = bits / Byte.SIZE;
            int rest = bits % Byte.SIZE;
            return Arrays.equals(address, 0, whole, start, 0, whole)
                    && (rest == 0 || (address[whole] ^ start[whole]) >> (Byte.SIZE - rest) == 0);
        }
    }

    private static final List<Block> SPECIAL = List.of(
            block("0.0.0.0", 8, "of this network"),
            block("10.0.0.0", 8, "private"),
            block("100.64.0.0", 10, "private to a provider"),
            block("127.0.0.0", 8, "this machine's own"),
            block("169.254.0.0", 16, "link-local"),
            block("172.16.0.0", 12, "private"),
            block("192.0.0.0", 24, "for protocols"),
            block("192.0.2.0", 24, "for documentation"),
            block("192.88.99.0", 24, "of 6to4 relays"),
            block("192.168.0.0", 16, "private"),
            block("198.18.0.0", 15, "for benchmarks"),
            block("198.51.100.0", 24, "for documentation"),
            block("203.0.113.0", 24, "for documentation"),
            block("224.0.0.0", 4, "multicast"),
            block("240.0.0.0", 4, "reserved"),
            block("2001::", 23, "for protocols"),
            block("2001:db8::", 32, "for documentation"),
            block("3fff::", 20, "for documentation"));

    private static final Block GIVEN_OUT = block("2000::", 3, "public");
    private static final Block SIX_TO_FOUR = block("2002::", 16, "of 6to4");
    private static final Block NAT64 = block("64:ff9b::", 96, "of NAT64");
    private static final int IPV4_BYTES = 4;
    private static final int SIX_TO_FOUR_AT = 2;
    private static final int LAST_FOUR_AT = 12;
    private static final int ISATAP_AT = 8;

    private Addresses() {}

    /** What kind of address it is where it is not public, for people; null where it is. */
    static @Nullable String notPublic(InetAddress address) {
        return notPublic(address.getAddress()); // An IPv4 address in IPv6's clothes is IPv4 already, by Java.
    }

    private static @Nullable String notPublic(byte[] address) {
        for (Block block : SPECIAL) {
            if (block.holds(address)) {
                return block.what();
            }
        }
        if (address.length == IPV4_BYTES) {
            return null;
        }
        if (NAT64.holds(address)) {
            return embedded(address, LAST_FOUR_AT);
        }
        if (!GIVEN_OUT.holds(address)) {
            return "not given out to anyone in public";
        }
        if (SIX_TO_FOUR.holds(address)) {
            return embedded(address, SIX_TO_FOUR_AT);
        }
        return isIsatap(address) ? embedded(address, LAST_FOUR_AT) : null;
    }

    private static @Nullable String embedded(byte[] address, int at) {
        return notPublic(Arrays.copyOfRange(address, at, at + IPV4_BYTES));
    }

    /** RFC 5214: ::5efe and an IPv4 address after any prefix, with or without the bit that says 'unique'. */
    private static boolean isIsatap(byte[] address) {
        return (address[ISATAP_AT] & ~2) == 0
                && address[ISATAP_AT + 1] == 0
                && address[ISATAP_AT + 2] == 0x5e
                && address[ISATAP_AT + 3] == (byte) 0xfe;
    }

    private static Block block(String start, int bits, String what) {
        try {
            return new Block(InetAddress.getByName(start).getAddress(), bits, what); // Digits are not looked up.
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(start, e);
        }
    }
}
