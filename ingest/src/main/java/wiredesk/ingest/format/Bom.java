package wiredesk.ingest.format;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Which Unicode encoding the first bytes give away. */
final class Bom {

    /** Bytes. */
    private static final int GLANCE = 4 << 10;

    private Bom() {}

    /** By the byte-order mark, else as said. The marks of UTF-32 come first: UTF-16's begins one of them. */
    static Charset of(byte[] bytes, Charset otherwise) {
        if (startsWith(bytes, 0x00, 0x00, 0xFE, 0xFF)) {
            return StandardCharsets.UTF_32BE;
        }
        if (startsWith(bytes, 0xFF, 0xFE, 0x00, 0x00)) {
            return StandardCharsets.UTF_32LE;
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return StandardCharsets.UTF_16BE;
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        return startsWith(bytes, 0xEF, 0xBB, 0xBF) ? StandardCharsets.UTF_8 : otherwise;
    }

    /** JSON begins with two ASCII characters, or with one that is all of it; so their zeros tell the encoding. */
    static Charset ofZeros(byte[] bytes) {
        if (bytes.length < 4) {
            return StandardCharsets.UTF_8;
        }
        int zeros =
                (bytes[0] == 0 ? 8 : 0) | (bytes[1] == 0 ? 4 : 0) | (bytes[2] == 0 ? 2 : 0) | (bytes[3] == 0 ? 1 : 0);
        return switch (zeros) {
            case 0b1110 -> StandardCharsets.UTF_32BE;
            case 0b0111 -> StandardCharsets.UTF_32LE;
            case 0b1010 -> StandardCharsets.UTF_16BE;
            case 0b0101 -> StandardCharsets.UTF_16LE;
            default -> StandardCharsets.UTF_8;
        };
    }

    /** By where the zero bytes are all along, for plain text may begin with any character; else ASCII. */
    static Charset ofWide(byte[] bytes) {
        int[] zeros = new int[4];
        int length = Math.min(bytes.length, GLANCE) & ~3;
        for (int i = 0; i < length; i++) {
            zeros[i & 3] += bytes[i] == 0 ? 1 : 0;
        }
        int groups = length / 4;
        int even = zeros[0] + zeros[2];
        int odd = zeros[1] + zeros[3];
        if (10 * Math.max(even, odd) < 2 * groups || groups == 0) {
            return StandardCharsets.US_ASCII;
        }
        if (zeros[0] == groups && 10 * zeros[1] > 9 * groups && 10 * zeros[3] < groups) {
            return StandardCharsets.UTF_32BE;
        }
        if (zeros[3] == groups && 10 * zeros[2] > 9 * groups && 10 * zeros[0] < groups) {
            return StandardCharsets.UTF_32LE;
        }
        if (10 * odd <= even) {
            return StandardCharsets.UTF_16BE;
        }
        return 10 * even <= odd ? StandardCharsets.UTF_16LE : StandardCharsets.US_ASCII;
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
