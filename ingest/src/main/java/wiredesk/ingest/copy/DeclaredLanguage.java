package wiredesk.ingest.copy;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads declared language tags: {@code fr-CH}, but also {@code en_GB} and the three letters of ISO 639-2. */
final class DeclaredLanguage {

    private static final Pattern TAG = Pattern.compile("([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{1,8}){0,8}");

    /** Undetermined, several, none, not coded: as good as no declaration. */
    private static final Set<String> SAYS_NOTHING = Set.of("und", "mul", "zxx", "mis");

    private static final Set<String> TWO_LETTERS = Set.of(Locale.getISOLanguages());
    private static final Map<String, String> BY_THREE_LETTERS = byThreeLetters();

    private DeclaredLanguage() {}

    /** The primary subtag in its shortest form, or null when the tag is none or says nothing. */
    static @Nullable String primary(String tag) {
        Matcher parts = TAG.matcher(tag.strip());
        if (!parts.matches()) {
            return null;
        }
        String language = parts.group(1).toLowerCase(Locale.ROOT);
        if (language.length() == 2) {
            return TWO_LETTERS.contains(language) ? language : null;
        }
        return SAYS_NOTHING.contains(language) ? null : BY_THREE_LETTERS.getOrDefault(language, language);
    }

    private static Map<String, String> byThreeLetters() {
        Map<String, String> shortest = new HashMap<>();
        for (String language : TWO_LETTERS) {
            shortest.put(Locale.of(language).getISO3Language(), language);
        }
        // The bibliographic codes of ISO 639-2/B, which Java does not know, of the languages that are detected.
        shortest.putAll(Map.of("fre", "fr", "ger", "de", "dut", "nl", "cze", "cs", "rum", "ro", "slo", "sk"));
        return Map.copyOf(shortest);
    }
}
