package wiredesk.bench.peer;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import wiredesk.enrich.text.Zone;

/**
 * What somebody might do by hand: all phrases in one regular expression, over the text in lower case. It knows less than
 * the engine, and other things: its word boundaries are ASCII's, and of phrases that overlap it finds the first.
 */
public final class Alternation {

    /** What the words of a phrase have between them; letters and digits aside, the phrases are plain. */
    private static final String BETWEEN = "[ '’-]";

    private final Function<String, Set<String>> finder;

    private Alternation(Function<String, Set<String>> finder) {
        this.finder = finder;
    }

    /** In the JDK's backtracking engine. */
    public static Alternation jdk(Collection<List<String>> phrases) {
        java.util.regex.Pattern pattern = java.util.regex.Pattern.compile(expression(phrases));
        return new Alternation(text -> {
            Set<String> found = new TreeSet<>();
            java.util.regex.Matcher matcher = pattern.matcher(text);
            while (matcher.find()) {
                found.add(matcher.group());
            }
            return found;
        });
    }

    /** In RE2/J, whose time is linear in the text. */
    public static Alternation re2(Collection<List<String>> phrases) {
        com.google.re2j.Pattern pattern = com.google.re2j.Pattern.compile(expression(phrases));
        return new Alternation(text -> {
            Set<String> found = new TreeSet<>();
            com.google.re2j.Matcher matcher = pattern.matcher(text);
            while (matcher.find()) {
                found.add(matcher.group());
            }
            return found;
        });
    }

    private static String expression(Collection<List<String>> phrases) {
        return phrases.stream()
                .map(words -> String.join(BETWEEN, words))
                .distinct()
                .sorted()
                .collect(Collectors.joining("|", "\\b(?:", ")\\b"));
    }

    /** The phrases that the zones have, as they stand there, in lower case. */
    public Set<String> find(List<Zone> zones) {
        Set<String> found = new TreeSet<>();
        zones.forEach(zone -> found.addAll(finder.apply(zone.text().toLowerCase(Locale.ROOT))));
        return found;
    }
}
