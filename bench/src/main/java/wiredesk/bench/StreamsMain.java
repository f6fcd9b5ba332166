package wiredesk.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.Topology;
import wiredesk.bench.corpus.Books;
import wiredesk.bench.corpus.Corpus;
import wiredesk.bench.corpus.RuleGenerator;
import wiredesk.bench.peer.MonitorPeer;
import wiredesk.bench.stream.BrokerProcess;
import wiredesk.bench.stream.Feed;
import wiredesk.bench.stream.Pace;
import wiredesk.bench.stream.Pipes;
import wiredesk.bench.stream.Stopwatch;
import wiredesk.enrich.EnrichTopology;
import wiredesk.enrich.rule.RuleBook;
import wiredesk.enrich.rule.Term;
import wiredesk.enrich.tagging.Tagger;
import wiredesk.runtime.Metrics;
import wiredesk.schemas.Topics;
import wiredesk.schemas.record.Article;
import wiredesk.schemas.record.EnrichedArticle;
import wiredesk.schemas.wire.FixedSchemas;
import wiredesk.schemas.wire.WireFormat;

/** Prints what enrich costs with Kafka around it, beside a topology that passes its records on as they are. */
public final class StreamsMain {

    private static final String HELP = """
            Measures enrich, exactly once, in turns with topologies that do less or do it otherwise: one stream thread, a
            broker in a process of its own, the same records. Prints each one's processor time a record, its rate, and its
            rate by that of the identity in the same round.

            Usage: java -cp bench/target/wiredesk-bench.jar wiredesk.bench.StreamsMain [--quick] [--taxonomy FOLDER]
                       [--folder FOLDER]

              --quick            fewer and shorter rounds: a rough answer within two minutes rather than eight
              --taxonomy FOLDER  the shipped rule files (default: taxonomy)
              --folder FOLDER    where the broker puts up to 2 GB while it runs; in memory best, such as /dev/shm
                                 (default: the system's folder for temporary files)
            """;

    private static final int ARTICLES = 1_000;
    private static final String IDENTITY = "identity";

    private final Options options;
    private final PrintStream out;
    private final WireFormat<Article> articles;
    private final WireFormat<EnrichedArticle> enriched;
    private final FixedSchemas schemas = new FixedSchemas();
    private final SequencedMap<String, Supplier<Topology>> topologies = new LinkedHashMap<>();
    private final Map<String, List<Pace>> paces = new LinkedHashMap<>();

    private StreamsMain(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
        articles = new WireFormat<>(Topics.INGESTED, schemas);
        enriched = new WireFormat<>(Topics.ENRICHED, schemas);
    }

    public static void main(String[] args) throws Exception {
        System.setProperty("logback.configurationFile", "logback-bench.xml");
        Options.run(args, HELP, options -> new StreamsMain(options, System.out).run());
    }

    private void run() throws IOException, InterruptedException, ExecutionException {
        SideBySideMain.quietLucene();
        Path folder = Files.createTempDirectory(options.folder(), "wiredesk-bench");
        ShippedRules shipped = ShippedRules.read(options.taxonomy());
        RuleBook shippedBook = shipped.book()
                .orElseThrow(() -> new IOException(shipped.problems().getFirst()));
        Corpus corpus = Corpus.of(Corpus.SEED, ARTICLES, Books.spoken(shippedBook.tags()));
        RuleGenerator generator = new RuleGenerator(corpus, RuleGenerator.SEED, TaggingVariants.MOST);
        int records = options.quick() ? 80_000 : 200_000;
        try (Metrics metrics = new Metrics("bench");
                MonitorPeer monitor = new MonitorPeer(corpus, generator.rules(TaggingVariants.MOST, Term.Kind.FORM));
                BrokerProcess broker = BrokerProcess.start(folder.resolve("broker"));
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
            topologies.put(IDENTITY, Pipes.identity());
            topologies.put("decode and encode, no tagging", Pipes.reencoding(articles, enriched));
            topologies.put("enrich, no rules", enrich(RuleBook.empty(), metrics));
            topologies.put("enrich, the shipped rules", enrich(shippedBook, metrics));
            topologies.put(
                    "enrich, 10,000 rules",
                    enrich(RuleBook.of(generator.rules(TaggingVariants.MOST, Term.Kind.STEM)), metrics));
            topologies.put("Lucene Monitor, 10,000 rules", Pipes.monitor(monitor, articles, enriched));

            Feed feed = new Feed(admin);
            feed.fill(broker.bootstrap(), corpus, records, articles);
            Duration time = Duration.ofSeconds(options.quick() ? 2 : 5);
            Stopwatch stopwatch = new Stopwatch(admin, broker.bootstrap(), folder.resolve("state"), records, time);
            rounds(stopwatch, feed);
        } finally {
            Folders.delete(folder);
        }
    }

    private Supplier<Topology> enrich(RuleBook book, Metrics metrics) {
        Tagger tagger = new Tagger(book);
        return new EnrichTopology(schemas, () -> tagger, metrics);
    }

    /** The first round does not count. */
    private void rounds(Stopwatch stopwatch, Feed feed) throws InterruptedException, ExecutionException {
        int rounds = options.quick() ? 3 : 9;
        for (int round = 0; round <= rounds; round++) {
            var turns = round % 2 == 0 ? topologies : topologies.reversed();
            for (Map.Entry<String, Supplier<Topology>> turn : turns.entrySet()) {
                Pace pace = stopwatch.measure(turn.getValue());
                feed.forgetResults();
                if (round > 0) {
                    paces.computeIfAbsent(turn.getKey(), _ -> new ArrayList<>()).add(pace);
                }
            }
            System.err.printf("round %d of %d%n", round, rounds);
        }
        out.printf("%s%d rounds.%n", table(), rounds);
    }

    private Table table() {
        Table table = new Table(
                "microseconds a record",
                "min",
                "median",
                "max",
                "records/s: median",
                "of identity: min",
                "median",
                "max");
        double[] identity = values(IDENTITY, Pace::rate);
        topologies.sequencedKeySet().forEach(name -> {
            double[] rates = values(name, Pace::rate);
            Spread micros = Spread.of(Arrays.stream(values(name, Pace::micros)));
            Spread ratio = Spread.ofRatios(rates, identity);
            table.row(
                    name,
                    Table.number(micros.min()),
                    Table.number(micros.median()),
                    Table.number(micros.max()),
                    Table.number(Spread.of(Arrays.stream(rates)).median()),
                    Table.number(ratio.min()),
                    Table.number(ratio.median()),
                    Table.number(ratio.max()));
        });
        return table;
    }

    private double[] values(String name, ToDoubleFunction<Pace> value) {
        return paces.getOrDefault(name, List.of()).stream().mapToDouble(value).toArray();
    }
}
