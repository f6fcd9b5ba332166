package wiredesk.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Supplier;
import org.apache.lucene.document.Document;
import wiredesk.bench.corpus.Article;
import wiredesk.bench.corpus.Books;
import wiredesk.bench.corpus.Corpus;
import wiredesk.bench.corpus.RuleGenerator;
import wiredesk.bench.peer.Alternation;
import wiredesk.bench.peer.Floor;
import wiredesk.bench.peer.LuceneAnalyser;
import wiredesk.bench.peer.MonitorPeer;
import wiredesk.enrich.rule.RuleBook;
import wiredesk.enrich.rule.TagRules;
import wiredesk.enrich.rule.Term;
import wiredesk.enrich.tagging.Findings;
import wiredesk.enrich.tagging.Tagger;

/** The ways to do the work that are measured beside one another, made ready. */
final class TaggingVariants implements AutoCloseable {

    static final String FLOOR = "words + folding + look-up: the floor";
    static final String LARGEST = "10,000 rules";
    static final String LARGEST_FORMS = "10,000 rules on exact forms, as Monitor has them";
    static final String MONITOR_HIGHLIGHTS = "Lucene Monitor, 10,000 rules, with highlights";

    static final List<Integer> SIZES = List.of(100, 1_000, 10_000);
    static final int MOST = 10_000;

    private static final int PHRASES = 1_000;

    /** So that a round is over in about a second. */
    private static final int SLOW = 100;

    private static final int SLOWEST = 10;

    private final Corpus corpus;
    private final RuleGenerator generator;
    private final List<Article> articles;
    private final List<Variant> variants = new ArrayList<>();
    private final SequencedMap<Integer, MonitorPeer> monitors = new LinkedHashMap<>();
    private final List<TagRules> forms;
    private final Tagger formsTagger;
    private final LuceneAnalyser analyser = new LuceneAnalyser();

    TaggingVariants(Corpus corpus, RuleGenerator generator, ShippedRules shipped) {
        this.corpus = corpus;
        this.generator = generator;
        this.articles = corpus.articles();
        this.forms = generator.rules(MOST, Term.Kind.FORM);
        this.formsTagger = new Tagger(RuleBook.of(forms));
        floors();
        shipped.book().ifPresent(this::shipped);
        SIZES.forEach(size -> tagger(size(size), new Tagger(book(size)), articles));
        RuleBook largest = book(MOST);
        firstReading(() -> new Tagger(largest));
        tagger(LARGEST_FORMS, formsTagger, articles);
        monitors();
        alternations();
    }

    private RuleBook book(int size) {
        return RuleBook.of(generator.rules(size, Term.Kind.STEM));
    }

    private static String size(int rules) {
        return rules == MOST ? LARGEST : "%,d rules".formatted(rules);
    }

    private void floors() {
        Floor floor = new Floor(Books.dictionary(generator.rules(MOST, Term.Kind.STEM)));
        add("words alone", articles.size(), i -> floor.tokenise(articles.get(i).zones()));
        add(FLOOR, articles.size(), i -> floor.lookUp(articles.get(i).zones()));
        add(
                "Lucene's StandardTokenizer + lower case + ASCII folding",
                articles.size(),
                i -> analyser.read(articles.get(i).zones()));
    }

    /** On articles that have some of its words: made-up ones would never call for a rule of it. */
    private void shipped(RuleBook book) {
        List<Article> salted = Corpus.of(Corpus.SEED, articles.size(), Books.spoken(book.tags()))
                .articles();
        tagger("the shipped rules, on articles with their words", new Tagger(book), salted);
    }

    private void tagger(String name, Tagger tagger, List<Article> texts) {
        add(
                name,
                texts.size(),
                i -> size(tagger.tag(Corpus.LANGUAGE, texts.get(i).zones())));
    }

    /** In the other variants every word has been met before; here none, as after a restart or new rules. */
    private void firstReading(Supplier<Tagger> maker) {
        Tagger[] fresh = new Tagger[1];
        variants.add(new Variant(
                LARGEST + ", every word for the first time",
                articles.size(),
                () -> fresh[0] = maker.get(),
                i -> size(fresh[0].tag(Corpus.LANGUAGE, articles.get(i).zones()))));
    }

    private static int size(Findings findings) {
        return findings.tags().stream().mapToInt(tag -> tag.evidence().size()).sum();
    }

    private void monitors() {
        List<Document> documents = articles.stream().map(MonitorPeer::document).toList();
        for (int size : SIZES) {
            MonitorPeer monitor = new MonitorPeer(corpus, generator.rules(size, Term.Kind.FORM));
            monitors.put(size, monitor);
            String name = "Lucene Monitor, " + size(size);
            add(
                    name + ", matches alone",
                    SLOW,
                    i -> monitor.matches(documents.get(i)).getMatchCount());
            add(
                    name + ", with highlights",
                    SLOW,
                    i -> monitor.highlights(documents.get(i)).getMatchCount());
        }
    }

    private void alternations() {
        List<List<String>> phrases = Books.phrases(forms, PHRASES);
        String name = "one alternation of %,d phrases in ".formatted(phrases.size());
        Alternation jdk = Alternation.jdk(phrases);
        add(
                name + "java.util.regex",
                SLOWEST,
                i -> jdk.find(articles.get(i).zones()).size());
        Alternation re2 = Alternation.re2(phrases);
        add(name + "RE2/J", SLOWEST, i -> re2.find(articles.get(i).zones()).size());
    }

    private void add(String name, int count, java.util.function.IntUnaryOperator work) {
        variants.add(Variant.of(name, Math.min(count, articles.size()), work));
    }

    List<Variant> all() {
        return List.copyOf(variants);
    }

    /** The largest rules on exact forms, and those who have them. */
    List<TagRules> forms() {
        return forms;
    }

    Tagger formsTagger() {
        return formsTagger;
    }

    MonitorPeer largestMonitor() {
        return monitors.lastEntry().getValue();
    }

    @Override
    public void close() {
        monitors.values().forEach(MonitorPeer::close);
        analyser.close();
    }
}
