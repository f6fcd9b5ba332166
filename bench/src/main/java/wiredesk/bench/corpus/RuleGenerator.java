package wiredesk.bench.corpus;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import wiredesk.enrich.rule.Concept;
import wiredesk.enrich.rule.Languages;
import wiredesk.enrich.rule.Pattern;
import wiredesk.enrich.rule.Rule;
import wiredesk.enrich.rule.TagRules;
import wiredesk.enrich.rule.Term;
import wiredesk.enrich.rule.Unless;
import wiredesk.enrich.text.ZoneKind;

/**
 * Rules of the kinds that editors write, each drawn from a sentence of the corpus, so that most of them match somewhere. Of
 * twenty rules eight are a phrase of two or three words; six want two or three concepts of two to four words each near one
 * another, two of them in order; two take any of a few phrases; two are dropped by another concept in the sentence; two
 * look at the headline and the lede alone. Concepts are shared, as the rules of one newsroom would.
 */
public final class RuleGenerator {

    /** The seed of what the README speaks of. */
    public static final long SEED = 7;

    /** So that any match at all earns its tag, and its evidence is written out: that is what is to be measured. */
    private static final double PRIOR = 0.01;

    private static final double THRESHOLD = 0.0101;
    private static final double WEIGHT = 5;

    private static final int TAGS = 4;
    private static final int SHORTEST_WORD = 4;

    private static final Set<ZoneKind> TOP = EnumSet.of(ZoneKind.HEADLINE, ZoneKind.LEDE);
    private static final Set<ZoneKind> ANYWHERE = EnumSet.of(
            ZoneKind.HEADLINE, ZoneKind.LEDE, ZoneKind.HEADING, ZoneKind.PARAGRAPH, ZoneKind.LIST, ZoneKind.CAPTION);

    private final Corpus corpus;
    private final Random random;
    private final List<String> vocabulary;
    private final Cutter cutter = new Cutter();
    private final Map<String, Sentence> sentences = new HashMap<>();

    /** The terms of each concept, words and not yet how they are compared. */
    private final Map<String, List<List<String>>> concepts = new HashMap<>();

    private final List<Rule> rules = new ArrayList<>();

    /** Draws so many rules, of which fewer can be had. */
    public RuleGenerator(Corpus corpus, long seed, int most) {
        this.corpus = corpus;
        this.random = new Random(seed);
        this.vocabulary = corpus.articleCounts().keySet().stream()
                .filter(this::isTelling)
                .sorted()
                .toList();
        for (int i = 0; i < most; i++) {
            rules.add(rule(i));
        }
        sentences.clear();
    }

    /**
     * The first so many rules, in four tags; their ids are unique among all tags.
     *
     * @param kind how the rules' words are compared with a text's: {@code STEM}, or {@code FORM} for others to agree with
     */
    public List<TagRules> rules(int count, Term.Kind kind) {
        List<TagRules> tags = new ArrayList<>();
        for (int tag = 0; tag < TAGS; tag++) {
            List<Rule> own = new ArrayList<>();
            for (int i = tag; i < count; i += TAGS) {
                own.add(rules.get(i));
            }
            tags.add(tag(tag, own, kind));
        }
        return tags;
    }

    private TagRules tag(int number, List<Rule> own, Term.Kind kind) {
        SortedMap<String, String> names = new TreeMap<>();
        Languages.ALL.forEach(language -> names.put(language, "Tag " + number));
        Set<String> used = new TreeSet<>();
        own.forEach(rule -> use(rule.match(), used));
        SortedMap<String, Concept> concepts = new TreeMap<>();
        used.forEach(name -> concepts.put(name, concept(name, kind)));
        return new TagRules(
                "wiredesk:made-" + number,
                names,
                List.of("medtop:20000192"),
                PRIOR,
                THRESHOLD,
                0,
                concepts,
                new TreeSet<>(),
                new TreeMap<>(),
                own,
                List.of());
    }

    private static void use(Pattern pattern, Set<String> used) {
        switch (pattern) {
            case Pattern.Named(String name) -> used.add(name);
            case Pattern.Any(List<Pattern> parts) -> parts.forEach(part -> use(part, used));
            case Pattern.Together together -> together.parts().forEach(part -> use(part, used));
            case Pattern.Near near -> near.parts().forEach(part -> use(part, used));
            case Pattern.Except(Pattern match, Unless unless) -> {
                use(match, used);
                use(unless.pattern(), used);
            }
        }
    }

    private Concept concept(String name, Term.Kind kind) {
        List<Term> terms = concepts.getOrDefault(name, List.of()).stream()
                .map(words -> new Term(
                        words.stream().map(text -> new Term.Part(kind, text)).toList(), false))
                .toList();
        return new Concept(name, new TreeMap<>(Map.of(Corpus.LANGUAGE, terms)));
    }

    private Rule rule(int number) {
        String id = "rule-%05d".formatted(number);
        return switch (number % 20) {
            case 0, 1, 2, 3, 4, 5, 6, 7 -> new Rule(id, WEIGHT, phrase(ANYWHERE), new TreeSet<>(ANYWHERE));
            case 8, 9, 10, 11 -> new Rule(id, WEIGHT, near(ANYWHERE, false), new TreeSet<>(ANYWHERE));
            case 12, 13 -> new Rule(id, WEIGHT, near(ANYWHERE, true), new TreeSet<>(ANYWHERE));
            case 14, 15 -> new Rule(id, WEIGHT, any(), new TreeSet<>(ANYWHERE));
            case 16 -> new Rule(id, WEIGHT, unless(phrase(ANYWHERE)), new TreeSet<>(ANYWHERE));
            case 17 -> new Rule(id, WEIGHT, unless(near(ANYWHERE, false)), new TreeSet<>(ANYWHERE));
            case 18 -> new Rule(id, WEIGHT, phrase(TOP), new TreeSet<>(TOP));
            default -> new Rule(id, WEIGHT, near(TOP, false), new TreeSet<>(TOP));
        };
    }

    private Pattern any() {
        List<Pattern> parts = new ArrayList<>();
        int count = 2 + random.nextInt(2);
        for (int i = 0; i < count; i++) {
            parts.add(phrase(ANYWHERE));
        }
        return new Pattern.Any(parts);
    }

    private Pattern unless(Pattern match) {
        String word = vocabulary.get(random.nextInt(vocabulary.size()));
        return new Pattern.Except(match, new Unless(Unless.Scope.SENTENCE, concept(word)));
    }

    /** Words that stand side by side in some sentence. */
    private Pattern phrase(Set<ZoneKind> zones) {
        int length = 2 + random.nextInt(2);
        List<String> words = draw(zones, (sentence, first) -> sentence.phrase(first, length));
        String name = "phrase-" + String.join("-", words);
        concepts.putIfAbsent(name, List.of(words));
        return new Pattern.Named(name);
    }

    /** Concepts that come together in some sentence. */
    private Pattern near(Set<ZoneKind> zones, boolean ordered) {
        int parts = 2 + random.nextInt(2);
        int reach = 8 + random.nextInt(13);
        List<Pattern> concepts = draw(zones, (sentence, first) -> sentence.together(first, reach, parts)).stream()
                .map(this::concept)
                .toList();
        return new Pattern.Near(Pattern.Reach.SENTENCE, reach, ordered, parts, concepts);
    }

    /** The concept that a word stands for: the word and one to three others, the same each time. */
    private Pattern concept(String word) {
        String name = "concept-" + word;
        if (!concepts.containsKey(name)) {
            List<List<String>> words = new ArrayList<>();
            words.add(List.of(word));
            int others = 1 + random.nextInt(3);
            for (int i = 0; i < others; i++) {
                words.add(List.of(vocabulary.get(random.nextInt(vocabulary.size()))));
            }
            concepts.put(name, words);
        }
        return new Pattern.Named(name);
    }

    /** Words of some sentence, from one of the places where there are any to be had. */
    private List<String> draw(Set<ZoneKind> zones, BiFunction<Sentence, Integer, List<String>> words) {
        while (true) {
            Sentence sentence = sentence(zones);
            List<List<String>> found = new ArrayList<>();
            for (int first = 0; first < sentence.size(); first++) {
                List<String> some = words.apply(sentence, first);
                if (!some.isEmpty()) {
                    found.add(some);
                }
            }
            if (!found.isEmpty()) {
                return found.get(random.nextInt(found.size()));
            }
        }
    }

    private Sentence sentence(Set<ZoneKind> zones) {
        while (true) {
            Article article =
                    corpus.articles().get(random.nextInt(corpus.articles().size()));
            int zone = random.nextInt(article.zones().size());
            if (zones.contains(article.zones().get(zone).kind())) {
                List<String> own = article.sentences().get(zone);
                return sentences.computeIfAbsent(
                        own.get(random.nextInt(own.size())), text -> cutter.sentence(text, this::isTelling));
            }
        }
    }

    /** A word that an editor would put into a rule: in one article of twenty at most. */
    private boolean isTelling(String word) {
        return word.length() >= SHORTEST_WORD
                && !Character.isDigit(word.charAt(0))
                && corpus.articleCounts().getOrDefault(word, 0)
                        <= corpus.articles().size() / 20;
    }
}
