package wiredesk.ingest.format;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides which character set some bytes are in: {@link Decoding}'s rule. */
final class Decoder {

    /** Characters beyond ASCII that it takes to believe the bytes and not what was said; a few may fit by chance. */
    private static final int FEWEST_AGAINST = 3;

    /** The same where what was said can be, and only reads badly. */
    private static final int SURE_AGAINST = 6;

    /** No character, by Unicode's word. */
    private static final char BROKEN = '\uFFFF';

    private final byte[] bytes;

    /** The first thing that was said and is not so. */
    private @Nullable String lie;

    Decoder(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * The characters.
     *
     * @param said the name of a character set that came with the bytes, such as a media type's
     * @param inside one that the document names itself
     */
    Decoding decode(@Nullable String said, @Nullable String inside) {
        Charset own = Bom.of(bytes, Bom.ofWide(bytes));
        if (!own.equals(US_ASCII)) {
            switch (Decoding.decode(bytes, own)) {
                case Decoding.Text text -> {
                    return text;
                }
                case Decoding.Failed(Reason reason) -> lie = reason.detail();
            }
        }
        boolean declared = false;
        for (String name : new String[] {said, inside, UTF_8.name()}) {
            if (name != null && !name.isBlank()) {
                String text = read(name);
                if (text != null) {
                    return told(text, name.strip());
                }
                declared |= !name.equals(UTF_8.name()) || name.equals(said) || name.equals(inside);
            }
        }
        return guess(declared ? FEWEST_AGAINST : 1);
    }

    /** The text where it is what is said, and nothing else for sure; else null, and the first of such is noted. */
    private @Nullable String read(String name) {
        Charset charset = CharsetNames.meant(name);
        String lied;
        if (charset == null) {
            lied = "the character set '" + name.strip() + "' is not known here";
        } else {
            switch (Decoding.decode(bytes, charset)) {
                case Decoding.Text(String text, var _) -> {
                    lied = contradiction(charset);
                    if (lied == null) {
                        return text;
                    }
                }
                case Decoding.Failed(Reason reason) -> lied = reason.detail();
            }
        }
        lie = lie == null ? lied : lie;
        return null;
    }

    /** Why text that could be in this character set is surely in another, or null. */
    private @Nullable String contradiction(Charset charset) {
        if (charset.equals(UTF_8)) {
            return null;
        }
        boolean wide = CharsetNames.isWide(charset);
        if (!wide && !(charset.canEncode() && charset.newEncoder().maxBytesPerChar() == 1)) {
            return null;
        }
        int pieces = piecesOfUtf8();
        SingleBytes.Reading reading = SingleBytes.in(wide ? SingleBytes.WEB : charset, bytes);
        if (wide ? pieces >= 0 : pieces > 0 && (pieces >= FEWEST_AGAINST || reading.isNonsense())) {
            return "said to be %s, but surely UTF-8".formatted(charset.name());
        }
        if (!wide && charset.equals(SingleBytes.WEB) && reading.isNonsense()) {
            SingleBytes.Reading likeliest = SingleBytes.likeliest(bytes);
            return likeliest != null && likeliest.isSure(SURE_AGAINST)
                    ? "said to be %s, but surely %s"
                            .formatted(charset.name(), likeliest.charset().name())
                    : null;
        }
        return null;
    }

    /** How many characters of several bytes it has as UTF-8, or -1 when it is none. */
    private int piecesOfUtf8() {
        CharsetDecoder decoder = UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(8 << 10);
        int pieces = 0;
        CoderResult result;
        do {
            result = decoder.decode(in, out, true);
            out.flip();
            while (out.hasRemaining()) {
                pieces += out.get() > 0x7F ? 1 : 0;
            }
            out.clear();
        } while (result.isOverflow());
        return result.isError() ? -1 : pieces;
    }

    /** UTF-8 with a few bytes broken, as by a cut in the middle of a character; else what it looks like. */
    private Decoding guess(int leastPoints) {
        String text = withoutBroken();
        long broken = text.chars().filter(c -> c == BROKEN).count();
        long beyondAscii = text.chars().filter(c -> c > 0x7F).count() - broken;
        if (beyondAscii > 4 * broken) {
            String told = "%s; read as UTF-8 without %d broken characters".formatted(lie, broken);
            return new Decoding.Text(text.replace(String.valueOf(BROKEN), ""), List.of(told));
        }
        SingleBytes.Reading likeliest = SingleBytes.likeliest(bytes);
        if (likeliest != null
                && likeliest.isSure(leastPoints)
                && Decoding.decode(bytes, likeliest.charset()) instanceof Decoding.Text(String guessed, var _)) {
            return told(guessed, likeliest.charset().name());
        }
        return Decoding.failed(lie == null ? "of no character set" : lie);
    }

    /** A character that is none stands for each broken one. */
    private String withoutBroken() {
        try {
            return UTF_8.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE)
                    .replaceWith(String.valueOf(BROKEN))
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalStateException("what is replaced is no error", e);
        }
    }

    private Decoding told(String text, String charset) {
        return new Decoding.Text(text, lie == null ? List.of() : List.of(lie + "; read as " + charset));
    }
}
