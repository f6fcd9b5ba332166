package wiredesk.ingest.copy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines that say where an article's matter comes from: {@code Source: …}, {@code Mit Material von dpa}, {@code (AFP)}. */
final class Sources {

    private static final int LONGEST = 400;
    private static final int LONGEST_CONTRIBUTION = 120;

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL;
    private static final String GAP = "[\\s\\u00A0\\u202F]";

    private static final Pattern LABEL = Pattern.compile(
            "[(\\[]?(?:sources?|quellen?|fuentes?|fontes?|fonti|bron(?:nen)?|[źz]r[óo]d[łl][oa]|source texts?|via)"
                    + GAP + "{0,2}[:：].*",
            FLAGS);

    private static final Pattern WITH = Pattern.compile(
            "[(\\[*–—-]?" + GAP + "?(?:with|mit|avec|con|com|met|z|ze|in collaborazione con)" + GAP + "(.*)", FLAGS);

    /** What contributions are called, in the eight languages; agencies and what stands beside names aside. */
    private static final Pattern MATTER = Pattern.compile(
            "materia\\p{L}*|inform\\p{L}*|agen(?:c|z|t|turen|turmaterial)\\p{L}*|nouvelles|noticias|d[ée]p[êe]ches?|contribu\\p{L}*"
                    + "|reporting|additional|inputs?|wykorzystaniem|pers\\p{L}*|press[ei]?|internacional\\p{L}*|services?",
            FLAGS);

    private static final Set<String> JOINTS = Set.of(
            "and", "und", "et", "e", "y", "en", "i", "oraz", "von", "der", "des", "de", "from", "the", "di", "da",
            "van", "del");

    private Sources() {}

    static boolean isSource(String text) {
        return text.length() <= LONGEST && (LABEL.matcher(text).matches() || isContribution(text) || isAgencies(text));
    }

    private static boolean isContribution(String text) {
        Matcher with = WITH.matcher(text);
        if (text.length() > LONGEST_CONTRIBUTION || !with.matches()) {
            return false;
        }
        String[] words = Agencies.words(with.group(1));
        boolean matter =
                Arrays.stream(words).anyMatch(word -> MATTER.matcher(word).matches());
        return (matter || Agencies.namesOne(with.group(1)))
                && Arrays.stream(words)
                        .allMatch(word -> MATTER.matcher(word).matches() || Agencies.isAgency(word) || isBeside(word));
    }

    private static boolean isBeside(String word) {
        return JOINTS.contains(word.toLowerCase(Locale.ROOT))
                || Agencies.isOnlyNames(word)
                || Agencies.plainWords(word) == 0;
    }

    /** Nothing but agencies: {@code (AFP)}, {@code dpa/AFP}, {@code Reuters, AP}. */
    private static boolean isAgencies(String text) {
        String[] words =
                text.length() > LONGEST_CONTRIBUTION || text.startsWith("©") ? new String[0] : Agencies.words(text);
        return words.length > 0
                && Agencies.namesOne(text)
                && Arrays.stream(words)
                        .allMatch(word -> Agencies.isAgency(word) || JOINTS.contains(word.toLowerCase(Locale.ROOT)));
    }
}
