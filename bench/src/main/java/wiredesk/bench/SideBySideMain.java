package wiredesk.bench;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import wiredesk.bench.corpus.Article;
import wiredesk.bench.corpus.Corpus;
import wiredesk.bench.corpus.RuleGenerator;
import wiredesk.bench.peer.Agreement;
import wiredesk.enrich.rule.RuleBook;
import wiredesk.enrich.rule.TagRules;
import wiredesk.enrich.rule.Term;
import wiredesk.enrich.tagging.Tagger;

/** Prints what tagging costs, beside the floor and beside others: the tables that the README quotes. */
public final class SideBySideMain {

    private static final String HELP = """
            Measures the tagging of 1,000 made-up articles in turns with the floor, Lucene Monitor and regular
            expressions, in one thread of this process, and prints microseconds an article and ratios to the floor.

            Usage: java -jar bench/target/wiredesk-bench.jar [--quick] [--taxonomy FOLDER]

              --quick            fewer rounds: a rough answer within 40 seconds rather than three minutes
              --taxonomy FOLDER  the shipped rule files (default: taxonomy)
            """;

    private static final int ARTICLES = 1_000;

    /** Lucene's, which asks for a module in incubation that nothing here gains by. Held, or the setting is lost. */
    private static final Logger VECTORS =
            Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

    private final Options options;
    private final PrintStream out;

    private SideBySideMain(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    public static void main(String[] args) throws Exception {
        Options.run(args, HELP, options -> new SideBySideMain(options, System.out).run());
    }

    private void run() {
        quietLucene();
        Corpus corpus = Corpus.of(Corpus.SEED, ARTICLES);
        ShippedRules shipped = ShippedRules.read(options.taxonomy());
        if (shipped.book().isEmpty()) {
            out.println("Without the shipped rules: " + shipped.problems().getFirst());
        }
        RuleGenerator generator = new RuleGenerator(corpus, RuleGenerator.SEED, TaggingVariants.MOST);
        books(generator, shipped);
        try (TaggingVariants variants = new TaggingVariants(corpus, generator, shipped)) {
            times(variants);
            agreement(variants, corpus);
        }
    }

    static void quietLucene() {
        VECTORS.setLevel(Level.SEVERE);
    }

    private void times(TaggingVariants variants) {
        Rounds rounds = new Rounds(variants.all(), ARTICLES);
        Map<String, double[]> micros = options.quick()
                ? rounds.run(4, 9, Duration.ofSeconds(18))
                : rounds.run(15, 40, Duration.ofSeconds(110));
        double[] floor = micros.getOrDefault(TaggingVariants.FLOOR, new double[0]);
        Table table =
                new Table("microseconds an article", "min", "median", "max", "of the floor: min", "median", "max");
        micros.forEach(
                (name, values) -> row(table, name, Spread.of(Arrays.stream(values)), Spread.ofRatios(values, floor)));
        out.printf("%n%s%n%d rounds, checksum %d.%n", table, floor.length, rounds.checksum());

        Spread better = Spread.ofRatios(
                micros.getOrDefault(TaggingVariants.MONITOR_HIGHLIGHTS, new double[0]),
                micros.getOrDefault(TaggingVariants.LARGEST_FORMS, new double[0]));
        out.printf(
                "Lucene Monitor with highlights takes %s times what the engine takes with the same 10,000 rules (%s to %s).%n",
                Table.number(better.median()), Table.number(better.min()), Table.number(better.max()));
    }

    private static void row(Table table, String name, Spread micros, Spread ratio) {
        table.row(
                name,
                Table.number(micros.min()),
                Table.number(micros.median()),
                Table.number(micros.max()),
                Table.number(ratio.min()),
                Table.number(ratio.median()),
                Table.number(ratio.max()));
    }

    private void agreement(TaggingVariants variants, Corpus corpus) {
        List<Article> articles = corpus.articles().subList(0, options.quick() ? ARTICLES / 10 : ARTICLES);
        Agreement agreement =
                Agreement.of(articles, variants.forms(), variants.formsTagger(), variants.largestMonitor());
        out.printf(
                "%nEngine and Lucene Monitor, 10,000 rules on exact forms, %,d articles: %,d matches of both;%n"
                        + "%,d of Monitor alone that run over a comma; %,d others of Monitor alone, %,d of the engine alone.%n",
                articles.size(),
                agreement.agreed(),
                agreement.acrossMark(),
                agreement.monitorOnly().size(),
                agreement.engineOnly().size());
        agreement.monitorOnly().forEach(match -> out.println("  Monitor alone: " + match));
        agreement.engineOnly().forEach(match -> out.println("  engine alone: " + match));
    }

    /** First, while there is little else in memory to be gone through. */
    private void books(RuleGenerator generator, ShippedRules shipped) {
        Table table = new Table("rules", "compiled in ms", "book, KB", "bytes a rule", "a thread's memory, KB");
        long empty = new Footprint().of(() -> new Tagger(RuleBook.empty()));
        for (int size : TaggingVariants.SIZES) {
            List<TagRules> rules = generator.rules(size, Term.Kind.STEM);
            book(table, "%,d".formatted(size), size, RuleBook.of(rules), empty);
        }
        shipped.book().ifPresent(book -> book(table, shipped.size() + " shipped", shipped.size(), book, empty));
        out.printf("%n%s", table);
    }

    private void book(Table table, String name, int size, RuleBook book, long empty) {
        Spread millis = compile(book, options.quick() ? 3 : 9);
        long bytes = new Footprint().of(() -> new Tagger(book)) - empty;
        long threads = new Footprint().of(() -> used(new Tagger(book))) - empty - bytes;
        table.row(
                name,
                Table.number(millis.median()),
                Table.number(bytes / 1e3),
                Table.number((double) bytes / size),
                Table.number(threads / 1e3));
    }

    /** Before it has read anything to speak of. */
    private static Tagger used(Tagger tagger) {
        tagger.tag(Corpus.LANGUAGE, List.of());
        return tagger;
    }

    private static Spread compile(RuleBook book, int times) {
        double[] millis = new double[times];
        for (int i = 0; i < millis.length; i++) {
            long begun = System.nanoTime();
            Tagger tagger = new Tagger(book);
            millis[i] = (System.nanoTime() - begun) / 1e6;
            if (tagger.version().isEmpty()) {
                throw new IllegalStateException("a book without a version");
            }
        }
        return Spread.of(Arrays.stream(millis));
    }
}
