package wiredesk.ingest.format;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damages a payload at random: flips bits, overwrites, cuts out, splices, repeats, puts in what parsers stumble on. */
final class Mutator {

    private static final List<String> TOKENS = List.of(
            "<",
            ">",
            "/>",
            "</",
            "&",
            "&#",
            ";",
            "\"",
            "'",
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\\u",
            "\\ud800",
            "]]>",
            "<![CDATA[",
            "<!--",
            "-->",
            "<?",
            "?>",
            "<!DOCTYPE",
            "null",
            "1e999999999",
            "-0",
            "\0",
            "\r\n",
            "charset=utf-7",
            "xmlns:a=''");

    private Mutator() {}

    static byte[] mutated(byte[] document, Random random) {
        byte[] bytes = document;
        for (int i = 1 + random.nextInt(8); i > 0 && bytes.length > 0; i--) {
            int at = random.nextInt(bytes.length);
            int length = Math.min(random.nextInt(40), bytes.length - at);
            bytes = switch (random.nextInt(6)) {
                case 0 -> spliced(bytes, at, 1, new byte[] {(byte) (bytes[at] ^ (1 << random.nextInt(8)))});
                case 1 -> spliced(bytes, at, 1, new byte[] {(byte) random.nextInt(256)});
                case 2 -> spliced(bytes, at, length, new byte[0]);
                case 3 -> spliced(bytes, random.nextInt(bytes.length), 0, part(bytes, at, length));
                case 4 -> spliced(bytes, at, 0, repeated(part(bytes, at, length), random.nextInt(50)));
                default ->
                    spliced(
                            bytes,
                            at,
                            0,
                            TOKENS.get(random.nextInt(TOKENS.size())).getBytes(US_ASCII));
            };
        }
        return bytes;
    }

    private static byte[] part(byte[] bytes, int from, int length) {
        return Arrays.copyOfRange(bytes, from, from + length);
    }

    private static byte[] repeated(byte[] part, int times) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < times; i++) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static byte[] spliced(byte[] bytes, int at, int without, byte[] with) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, at);
        out.writeBytes(with);
        out.write(bytes, at + without, bytes.length - at - without);
        return out.toByteArray();
    }
}
