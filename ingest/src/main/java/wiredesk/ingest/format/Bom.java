package wiredesk.ingest.format;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Which Unicode encoding the first bytes give away. */
final class Bom {

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
