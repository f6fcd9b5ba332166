package wiredesk.enrich.rule;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A book's version: the first 16 hex digits of a SHA-256 over those of all that can change each tag. Comments, white space,
 * examples and the order of files, concepts and rules are left out, so that two books of one version tag alike and a
 * change to an example retags nothing.
 */
final class Fingerprint {

    private static final int DIGITS = 16;

    private final StringBuilder content = new StringBuilder();

    private Fingerprint() {}

    /** Of all tags' fingerprints, in the order of their codes. */
    static String of(List<String> tags) {
        Fingerprint print = new Fingerprint();
        tags.forEach(print::add);
        return print.hex().substring(0, DIGITS);
    }

    /** All digits, of one tag's rules. */
    static String of(TagRules tag) {
        Fingerprint print = new Fingerprint();
        print.tag(tag);
        return print.hex();
    }

    private String hex() {
        return HexFormat.of().formatHex(sha256().digest(content.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private void tag(TagRules tag) {
        add("tag", tag.code());
        tag.names().forEach((language, name) -> add("name", language, name));
        tag.broader().forEach(topic -> add("broader", topic));
        add(
                "prior",
                Double.toString(tag.prior()),
                "threshold",
                Double.toString(tag.threshold()),
                "floor",
                Double.toString(tag.floor()));
        tag.concepts().values().forEach(this::concept);
        tag.places().values().forEach(this::concept);
        tag.rules().forEach(this::rule);
    }

    private void concept(Concept concept) {
        add("concept", concept.name());
        concept.terms().forEach((language, terms) -> {
            add("language", language);
            terms.forEach(term -> add("term", term.toString()));
        });
    }

    private void rule(Rule rule) {
        add("rule", rule.id(), Double.toString(rule.weight()));
        pattern(rule.match());
        rule.zones().forEach(kind -> add("zone", kind.label()));
    }

    private void pattern(Pattern pattern) {
        switch (pattern) {
            case Pattern.Named(String concept) -> add("named", concept);
            case Pattern.Any(List<Pattern> parts) -> parts("any", parts);
            case Pattern.Together(int least, List<Pattern> parts) -> parts("together " + least, parts);
            case Pattern.Near(Pattern.Reach reach, int words, boolean ordered, int least, List<Pattern> parts) ->
                parts("near " + reach + " " + words + " " + ordered + " " + least, parts);
            case Pattern.Except(Pattern match, Unless(Unless.Scope scope, Pattern other)) ->
                parts("except " + scope, List.of(match, other));
        }
    }

    private void parts(String operator, List<Pattern> parts) {
        add(operator, Integer.toString(parts.size()));
        parts.forEach(this::pattern);
    }

    /** Each piece with its length before it, so that no two contents read the same. */
    private void add(String... pieces) {
        for (String piece : pieces) {
            content.append(piece.length()).append(':').append(piece);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
