package wiredesk.ingest.format;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Bytes as characters, by one rule for every format but JSON: as the bytes say themselves (a byte-order mark, the zeros
 * of UTF-16 and UTF-32), else as was said on the way, else as the document says inside, else UTF-8; each is tried
 * strictly. Where none of them fits, and where a text that is said to be of single bytes is surely UTF-8 or surely of
 * another set, it is read as it looks, which is told. What looks like nothing is refused; nothing is ever replaced.
 */
sealed interface Decoding {

    /**
     * The characters.
     *
     * @param warnings what was read by guess, or against what was said
     */
    record Text(String text, List<String> warnings) implements Decoding {}

    record Failed(Reason reason) implements Decoding {}

    static Decoding ofText(byte[] bytes, @Nullable String said) {
        return new Decoder(bytes).decode(said, null);
    }

    static Decoding ofXml(byte[] bytes, @Nullable String said) {
        return new Decoder(bytes).decode(said, InnerCharset.ofXml(bytes));
    }

    static Decoding ofPage(byte[] bytes, @Nullable String said) {
        return new Decoder(bytes).decode(said, InnerCharset.ofPage(bytes));
    }

    /**
     * JSON: UTF-8, -16 or -32, by its byte-order mark or by where the zero bytes are (RFC 4627, section 3). A program
     * writes it, and can be told; so it is never guessed at.
     */
    static Decoding ofJson(byte[] bytes) {
        return decode(bytes, Bom.of(bytes, Bom.ofZeros(bytes)));
    }

    /** Strictly. */
    static Decoding decode(byte[] bytes, Charset charset) {
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
        return new Text(out.subSequence(marked ? 1 : 0, out.length()).toString(), List.of());
    }

    static Failed failed(String detail) {
        return new Failed(Reason.of(Kind.BAD_CHARSET, detail));
    }
}
