package wiredesk.ingest.format;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decodes a page. Pages are often not in the character set that they declare, so each that is named somewhere is tried
 * strictly, then UTF-8, then what the bytes look like; what is read by guess is told.
 */
final class PageCharset {

    sealed interface Page {

        record Text(String text, List<String> warnings) implements Page {}

        record Failed(Reason reason) implements Page {}
    }

    /** Bytes. Where a declaration has to stand by HTML (1024), with room for those who put scripts before it. */
    private static final int HEAD = 8192;

    private static final Pattern DECLARED = Pattern.compile(
            "<(?:meta[^>]{0,300}?charset|\\?xml[^>]{0,100}?encoding)\\s*=\\s*[\"']?\\s*([\\w:.-]{2,40})",
            Pattern.CASE_INSENSITIVE);

    /** What the web means by a name where Java means a smaller set (WHATWG Encoding, section 4.2). */
    private static final Map<String, String> ON_THE_WEB = Map.of(
            "gb2312", "GB18030",
            "gbk", "GB18030",
            "shift_jis", "windows-31j",
            "x-sjis", "windows-31j",
            "euc-kr", "x-windows-949",
            "ks_c_5601-1987", "x-windows-949",
            "iso-8859-9", "windows-1254",
            "tis-620", "x-windows-874",
            "utf8", "UTF-8");

    private PageCharset() {}

    static Page decode(byte[] bytes, @Nullable String declared) {
        Reason first = null;
        for (String charset : candidates(bytes, declared)) {
            switch (Decoding.ofText(bytes, charset)) {
                case Decoding.Text(String text) -> {
                    return new Page.Text(
                            text, first == null ? List.of() : List.of(first.detail() + "; read as " + charset));
                }
                case Decoding.Failed(Reason reason) -> first = first == null ? reason : first;
            }
        }
        return guess(bytes, first == null ? Reason.of(Kind.BAD_CHARSET, "of no character set") : first);
    }

    /** A byte-order mark is part of the page itself, so it wins over what was said on the way, as in browsers. */
    private static Set<String> candidates(byte[] bytes, @Nullable String declared) {
        Set<String> names = new LinkedHashSet<>();
        Charset marked = Bom.of(bytes, StandardCharsets.US_ASCII);
        if (!marked.equals(StandardCharsets.US_ASCII)) {
            names.add(marked.name());
        }
        if (declared != null && !declared.isBlank()) {
            names.add(onTheWeb(declared));
        }
        var meta = DECLARED.matcher(new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1));
        if (meta.find()) {
            String name = onTheWeb(meta.group(1));
            // What could be read as ASCII so far is not in an encoding of two bytes a character.
            names.add(name.toUpperCase(Locale.ROOT).startsWith("UTF-16") ? "UTF-8" : name);
        }
        names.add("UTF-8");
        return names;
    }

    private static String onTheWeb(String name) {
        String plain = name.strip();
        return ON_THE_WEB.getOrDefault(plain.toLowerCase(Locale.ROOT), plain);
    }

    /** UTF-8 with a few bytes broken, as by a cut in the middle of a character; else the web's Latin 1. */
    private static Page guess(byte[] bytes, Reason reason) {
        String text = withoutBroken(bytes);
        long broken = text.chars().filter(c -> c == '\uFFFF').count();
        long beyondAscii = text.chars().filter(c -> c > 0x7F).count() - broken;
        if (beyondAscii > 4 * broken) {
            return new Page.Text(
                    text.replace("\uFFFF", ""),
                    List.of("%s; read as UTF-8 without %d broken characters".formatted(reason.detail(), broken)));
        }
        return switch (Decoding.ofText(bytes, "windows-1252")) {
            case Decoding.Text(String latin) ->
                new Page.Text(latin, List.of(reason.detail() + "; read as windows-1252"));
            case Decoding.Failed(Reason _) -> new Page.Failed(reason);
        };
    }

    private static String withoutBroken(byte[] bytes) {
        try {
            CharBuffer text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE)
                    .replaceWith("\uFFFF")
                    .decode(ByteBuffer.wrap(bytes));
            return text.toString();
        } catch (CharacterCodingException _) {
            return "\uFFFF";
        }
    }
}
