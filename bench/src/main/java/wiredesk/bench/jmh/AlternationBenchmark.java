package wiredesk.bench.jmh;

import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
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
import org.openjdk.jmh.annotations.Warmup;
import wiredesk.bench.corpus.Books;
import wiredesk.bench.peer.Alternation;
import wiredesk.enrich.rule.Term;

/** All phrases in one regular expression. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@SuppressWarnings("NullAway.Init") // by prepare()
public class AlternationBenchmark {

    private static final int RULES = 10_000;

    @Param({"100", "1000"})
    private int phrases;

    private Alternation jdk;
    private Alternation re2;

    @Setup
    public void prepare(Texts texts) {
        List<List<String>> some = Books.phrases(texts.generator(RULES).rules(RULES, Term.Kind.FORM), phrases);
        jdk = Alternation.jdk(some);
        re2 = Alternation.re2(some);
    }

    @Benchmark
    public Set<String> jdk(Texts texts) {
        return jdk.find(texts.next().zones());
    }

    @Benchmark
    public Set<String> re2(Texts texts) {
        return re2.find(texts.next().zones());
    }
}
