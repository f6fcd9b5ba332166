package wiredesk.enrich.rule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** The rules of all tags that are live at one moment. Immutable; two books of one version tag alike. */
public final class RuleBook {

    private static final RuleBook EMPTY = new RuleBook(List.of(), new IdentityHashMap<>());

    private final List<TagRules> tags;
    private final IdentityHashMap<TagRules, String> fingerprints = new IdentityHashMap<>();
    private final SortedSet<String> languages;
    private final String version;

    private RuleBook(List<TagRules> tags, IdentityHashMap<TagRules, String> known) {
        this.tags = tags;
        List<String> prints = new ArrayList<>();
        for (TagRules tag : tags) {
            String kept = known.get(tag);
            String print = kept == null ? Fingerprint.of(tag) : kept;
            fingerprints.put(tag, print);
            prints.add(print);
        }
        this.version = Fingerprint.of(prints);
        SortedSet<String> found = new TreeSet<>();
        tags.forEach(tag -> tag.concepts()
                .values()
                .forEach(concept -> found.addAll(concept.terms().keySet())));
        if (found.remove(Languages.ANY) && found.isEmpty()) {
            found.addAll(Languages.ALL);
        }
        this.languages = Collections.unmodifiableSortedSet(found);
    }

    /** The book that gives no tag. */
    public static RuleBook empty() {
        return EMPTY;
    }

    /**
     * A book of these rules, in whatever order they come.
     *
     * @throws IllegalArgumentException when two have one code: the caller keeps rules by their code, as the topic does
     */
    public static RuleBook of(Collection<TagRules> rules) {
        return EMPTY.next(rules);
    }

    /** The book that follows this one; equal to {@link #of}'s, and sooner there where some rules are this one's too. */
    public RuleBook next(Collection<TagRules> rules) {
        List<TagRules> tags =
                rules.stream().sorted(Comparator.comparing(TagRules::code)).toList();
        for (int i = 1; i < tags.size(); i++) {
            String code = tags.get(i).code();
            if (code.equals(tags.get(i - 1).code())) {
                throw new IllegalArgumentException("two sets of rules for " + code);
            }
        }
        return new RuleBook(tags, fingerprints);
    }

    /** The tags' rules, by code. */
    public List<TagRules> tags() {
        return tags;
    }

    /** Which languages at least one concept has terms in; any other earns no tag. */
    public SortedSet<String> languages() {
        return languages;
    }

    /** 16 hex digits of a SHA-256 over what the rules say, whatever the order of the files and their comments. */
    public String version() {
        return version;
    }
}
