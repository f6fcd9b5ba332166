package wiredesk.bench.jmh;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import wiredesk.bench.corpus.Books;
import wiredesk.bench.peer.Floor;
import wiredesk.bench.peer.LuceneAnalyser;
import wiredesk.enrich.rule.Term;

/** Reading alone: by hand and by Lucene. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@SuppressWarnings("NullAway.Init") // by prepare()
public class FloorBenchmark {

    private static final int RULES = 10_000;

    private Floor floor;
    private LuceneAnalyser analyser;

    @Setup
    public void prepare(Texts texts) {
        floor = new Floor(Books.dictionary(texts.generator(RULES).rules(RULES, Term.Kind.STEM)));
        analyser = new LuceneAnalyser();
    }

    @Benchmark
    public int wordsAlone(Texts texts) {
        return floor.tokenise(texts.next().zones());
    }

    @Benchmark
    public int wordsFoldingLookUp(Texts texts) {
        return floor.lookUp(texts.next().zones());
    }

    @Benchmark
    public int luceneAnalyser(Texts texts) {
        return analyser.read(texts.next().zones());
    }
}
