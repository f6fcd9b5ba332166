package wiredesk.ingest.format;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import org.jspecify.annotations.Nullable;

/** Bytes as characters, strictly: what is not text in the character set is refused, never replaced. */
sealed interface Decoding {

    record Text(String text) implements Decoding {}

    record Failed(Reason reason) implements Decoding {}

    /** Plain text: as declared, else by its byte-order mark, else UTF-8. */
    static Decoding ofText(byte[] bytes, @Nullable String declared) {
        if (declared == null || declared.isEmpty()) {
            return decode(bytes, Bom.of(bytes, StandardCharsets.UTF_8));
        }
        try {
            return decode(bytes, asWebReads(Charset.forName(declared)));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
            return failed("the character set '" + declared + "' is not known here; UTF-8 is best");
        }
    }

    /** JSON: UTF-8, -16 or -32, by its byte-order mark or by where the zero bytes are (RFC 4627, section 3). */
    static Decoding ofJson(byte[] bytes) {
        return decode(bytes, Bom.of(bytes, Bom.ofZeros(bytes)));
    }

    /** On the web, Latin 1 has meant its superset windows-1252 for decades (WHATWG Encoding, section 4.2). */
    private static Charset asWebReads(Charset charset) {
        boolean latin = charset.equals(StandardCharsets.ISO_8859_1) || charset.equals(StandardCharsets.US_ASCII);
        return latin && Charset.isSupported("windows-1252") ? Charset.forName("windows-1252") : charset;
    }

    private static Decoding decode(byte[] bytes, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate((int) Math.ceil(bytes.length * (double) decoder.maxCharsPerByte()) + 2);
        CoderResult result = decoder.decode(in, out, true);
        if (!result.isError()) {
            result = decoder.flush(out);
        }
        if (result.isError()) {
            return failed(
                    "not %s: the bytes at offset %d are no character of it".formatted(charset.name(), in.position()));
        }
        out.flip();
        boolean marked = out.hasRemaining() && out.charAt(0) == '\uFEFF';
        return new Text(out.subSequence(marked ? 1 : 0, out.length()).toString());
    }

    private static Decoding failed(String detail) {
        return new Failed(Reason.of(Kind.BAD_CHARSET, detail));
    }
}
