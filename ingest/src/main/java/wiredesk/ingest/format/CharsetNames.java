package wiredesk.ingest.format;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the names of character sets mean on the web, where some mean more than in Java (WHATWG Encoding, section 4.2). */
final class CharsetNames {

    private static final Map<String, String> ON_THE_WEB = Map.ofEntries(
            Map.entry("iso-8859-1", "windows-1252"),
            Map.entry("us-ascii", "windows-1252"),
            Map.entry("iso-8859-9", "windows-1254"),
            Map.entry("iso-8859-11", "x-windows-874"),
            Map.entry("tis-620", "x-windows-874"),
            Map.entry("gb2312", "GB18030"),
            Map.entry("gbk", "GB18030"),
            Map.entry("shift_jis", "windows-31j"),
            Map.entry("x-sjis", "windows-31j"),
            Map.entry("euc-kr", "x-windows-949"),
            Map.entry("ks_c_5601-1987", "x-windows-949"),
            Map.entry("x-cp1250", "windows-1250"),
            Map.entry("x-cp1251", "windows-1251"),
            Map.entry("x-cp1252", "windows-1252"),
            Map.entry("ansi", "windows-1252"),
            Map.entry("macintosh", "x-MacRoman"),
            Map.entry("mac", "x-MacRoman"),
            Map.entry("x-mac-roman", "x-MacRoman"),
            Map.entry("x-mac-ce", "x-MacCentralEurope"),
            Map.entry("utf8", "UTF-8"),
            Map.entry("x-unicode-utf-8", "UTF-8"),
            Map.entry("unicode", "UTF-16LE"));

    private CharsetNames() {}

    /** The character set that is meant; null when none of this name is known here. */
    static @Nullable Charset meant(String name) {
        Charset plain = named(onTheWeb(name.strip()));
        // Aliases, such as latin1, come out only once Java has resolved them.
        return plain == null ? null : named(onTheWeb(plain.name()));
    }

    static boolean isWide(Charset charset) {
        return charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32");
    }

    private static String onTheWeb(String name) {
        return ON_THE_WEB.getOrDefault(name.toLowerCase(Locale.ROOT), name);
    }

    private static @Nullable Charset named(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
            return null;
        }
    }
}
