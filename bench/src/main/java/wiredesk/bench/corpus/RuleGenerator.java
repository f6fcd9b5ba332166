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
import java.util.stream.IntStream;
import wiredesk.enrich.rule.Concept;
import wiredesk.enrich.rule.Languages;
import wiredesk.enrich.rule.Pattern;
import wiredesk.enrich.rule.Rule;
import wiredesk.enrich.rule.TagRules;
import wiredesk.enrich.rule.Term;
import wiredesk.enrich.rule.Unless;
import wiredesk.enrich.text.Gap;
import wiredesk.enrich.text.Word;
import wiredesk.enrich.text.Words;
import wiredesk.enrich.text.ZoneKind;

/**
 * Rules of the kinds that editors write, each drawn from a sentence of the corpus, so that most of them match somewhere. Of
 * twenty rules eight are a phrase of two or three words; six want two or three concepts of two to four words each near one
 * another, two of them in order; two take any of a few phrases; two are dropped by another concept in the sentence; two
 * look at the headline and the lede alone. Concepts are shared, as the rules of one newsroom would.
 */
public final class RuleGenerator {

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
    private final Term.Kind kind;
    private final List<String> vocabulary;
    private final Map<String, Concept> concepts = new HashMap<>();
    private final Map<String, String> conceptOfWord = new HashMap<>();

    private RuleGenerator(Corpus corpus, long seed, Term.Kind kind) {
        this.corpus = corpus;
        this.random = new Random(seed);
        this.kind = kind;
        this.vocabulary = corpus.articleCounts().keySet().stream()
                .filter(this::isTelling)
                .sorted()
                .toList();
    }

    /**
     * So many rules in four tags; their ids are unique among all tags.
     *
     * @param kind how the rules' words are compared with a text's: {@code STEM}, or {@code FORM} for others to agree with
     */
    public static List<TagRules> rules(Corpus corpus, long seed, int count, Term.Kind kind) {
        RuleGenerator generator = new RuleGenerator(corpus, seed, kind);
        List<List<Rule>> rules = new ArrayList<>();
        for (int tag = 0; tag < TAGS; tag++) {
            rules.add(new ArrayList<>());
        }
        for (int i = 0; i < count; i++) {
            rules.get(i % TAGS).add(generator.rule(i));
        }
        List<TagRules> tags = new ArrayList<>();
        for (int tag = 0; tag < TAGS; tag++) {
            tags.add(generator.tag(tag, rules.get(tag)));
        }
        return tags;
    }

    private TagRules tag(int number, List<Rule> rules) {
        SortedMap<String, String> names = new TreeMap<>();
        Languages.ALL.forEach(language -> names.put(language, "Tag " + number));
        SortedMap<String, Concept> used = new TreeMap<>();
        rules.forEach(rule -> use(rule.match(), used));
        return new TagRules(
                "wiredesk:made-" + number,
                names,
                List.of("medtop:20000192"),
                PRIOR,
                THRESHOLD,
                used,
                new TreeMap<>(),
                rules,
                List.of());
    }

    private void use(Pattern pattern, SortedMap<String, Concept> used) {
        switch (pattern) {
            case Pattern.Named(String name) -> used.put(name, concepts.getOrDefault(name, none(name)));
            case Pattern.Any(List<Pattern> parts) -> parts.forEach(part -> use(part, used));
            case Pattern.Together together -> together.parts().forEach(part -> use(part, used));
            case Pattern.Near near -> near.parts().forEach(part -> use(part, used));
            case Pattern.Except(Pattern match, Unless unless) -> {
                use(match, used);
                use(unless.pattern(), used);
            }
        }
    }

    private static Concept none(String name) {
        return new Concept(name, new TreeMap<>());
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
        for (int i = 0; i < 2 + random.nextInt(2); i++) {
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
        List<String> words = draw(zones, (sentence, first) -> phrase(sentence, first, length));
        String name = "phrase-" + String.join("-", words);
        concepts.putIfAbsent(name, new Concept(name, terms(List.of(words))));
        return new Pattern.Named(name);
    }

    private List<String> phrase(List<Word> sentence, int first, int length) {
        if (first + length > sentence.size()) {
            return List.of();
        }
        List<Word> words = sentence.subList(first, first + length);
        boolean stands = words.stream().skip(1).allMatch(word -> word.before() == Gap.JOINED)
                && words.stream()
                        .noneMatch(word -> Character.isDigit(word.written().charAt(0)))
                && words.stream().map(Corpus::lower).anyMatch(this::isTelling);
        return stands ? words.stream().map(Corpus::lower).toList() : List.of();
    }

    /** Concepts that come together in some sentence. */
    private Pattern near(Set<ZoneKind> zones, boolean ordered) {
        int parts = 2 + random.nextInt(2);
        int reach = 8 + random.nextInt(13);
        List<Pattern> concepts = draw(zones, (sentence, first) -> together(sentence, first, reach, parts)).stream()
                .map(this::concept)
                .toList();
        return new Pattern.Near(Pattern.Reach.SENTENCE, reach, ordered, parts, concepts);
    }

    private List<String> together(List<Word> sentence, int first, int reach, int parts) {
        List<String> telling = sentence.subList(first, Math.min(sentence.size(), first + reach)).stream()
                .map(Corpus::lower)
                .filter(this::isTelling)
                .distinct()
                .limit(parts)
                .toList();
        return telling.size() == parts ? telling : List.of();
    }

    /** Words of some sentence, beginning at one of the places where there are any to be had. */
    private List<String> draw(Set<ZoneKind> zones, BiFunction<List<Word>, Integer, List<String>> words) {
        while (true) {
            List<Word> sentence = sentence(zones);
            List<List<String>> found = IntStream.range(0, sentence.size())
                    .mapToObj(first -> words.apply(sentence, first))
                    .filter(some -> !some.isEmpty())
                    .toList();
            if (!found.isEmpty()) {
                return found.get(random.nextInt(found.size()));
            }
        }
    }

    /** The concept that a word stands for: the word and one to three others, the same each time. */
    private Pattern concept(String word) {
        String name = conceptOfWord.computeIfAbsent(word, key -> {
            List<List<String>> words = new ArrayList<>();
            words.add(List.of(key));
            for (int i = 0; i < 1 + random.nextInt(3); i++) {
                words.add(List.of(vocabulary.get(random.nextInt(vocabulary.size()))));
            }
            concepts.put("concept-" + key, new Concept("concept-" + key, terms(words)));
            return "concept-" + key;
        });
        return new Pattern.Named(name);
    }

    private SortedMap<String, List<Term>> terms(List<List<String>> texts) {
        List<Term> terms = texts.stream()
                .map(words -> new Term(
                        words.stream().map(text -> new Term.Part(kind, text)).toList(), false))
                .toList();
        return new TreeMap<>(Map.of(Corpus.LANGUAGE, terms));
    }

    private List<Word> sentence(Set<ZoneKind> zones) {
        while (true) {
            Article article =
                    corpus.articles().get(random.nextInt(corpus.articles().size()));
            int zone = random.nextInt(article.zones().size());
            if (zones.contains(article.zones().get(zone).kind())) {
                List<String> sentences = article.sentences().get(zone);
                return Words.of(sentences.get(random.nextInt(sentences.size())));
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
