package wiredesk.ingest.format;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which of a page's titles is the headline. */
final class Headlines {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    /** Between a headline and the name of the site. */
    private static final Pattern SITE = Pattern.compile("\\s+[|–—·•»:-]+\\s+[^|–—·•»]{2,60}$");

    private Headlines() {}

    /**
     * @param said what the page's head says, the most reliable first
     * @param seen what stands on the page as headings, in order
     */
    static @Nullable String best(List<String> said, List<String> seen) {
        for (String title : said) {
            String best = null;
            double most = 0.5;
            for (String heading : seen) {
                double alike = alike(title, heading);
                if (alike > most) {
                    most = alike;
                    best = heading;
                }
            }
            if (best != null) {
                return best;
            }
        }
        for (String title : said) {
            if (!title.isEmpty()) {
                String bare = SITE.matcher(title).replaceFirst("");
                return bare.isBlank() ? title : bare;
            }
        }
        return seen.isEmpty() ? null : seen.getFirst();
    }

    /** How many of the words of the shorter are in the longer too: 0 to 1. */
    private static double alike(String one, String other) {
        Set<String> left = words(one);
        Set<String> right = words(other);
        if (left.isEmpty() || right.isEmpty()) {
            return 0;
        }
        Set<String> both = new HashSet<>(left);
        both.retainAll(right);
        return 2.0 * both.size() / (left.size() + right.size());
    }

    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>();
        WORD.matcher(text.toLowerCase(Locale.ROOT)).results().forEach(word -> words.add(word.group()));
        return words;
    }
}
