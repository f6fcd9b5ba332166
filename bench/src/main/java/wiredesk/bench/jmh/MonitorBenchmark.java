package wiredesk.bench.jmh;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.document.Document;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import wiredesk.bench.peer.MonitorPeer;
import wiredesk.enrich.rule.Term;

/** Lucene Monitor on the rules that both can express. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@SuppressWarnings("NullAway.Init") // by prepare()
public class MonitorBenchmark {

    @Param({"100", "1000", "10000"})
    private int rules;

    /** How many terms a query is filed under. */
    @Param({"1", "2", "4"})
    private int passes;

    private List<Document> documents;
    private MonitorPeer monitor;

    @Setup
    public void prepare(Texts texts) {
        documents =
                texts.corpus().articles().stream().map(MonitorPeer::document).toList();
        monitor = new MonitorPeer(texts.corpus(), texts.generator(rules).rules(rules, Term.Kind.FORM), passes);
    }

    @TearDown
    public void close() {
        monitor.close();
    }

    @Benchmark
    public int matches(Texts texts) {
        return monitor.matches(documents.get(texts.nextIndex())).getMatchCount();
    }

    @Benchmark
    public int highlights(Texts texts) {
        return monitor.highlights(documents.get(texts.nextIndex())).getMatchCount();
    }
}
