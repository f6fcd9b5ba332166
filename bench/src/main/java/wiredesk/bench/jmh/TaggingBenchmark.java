package wiredesk.bench.jmh;

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
import wiredesk.bench.corpus.Corpus;
import wiredesk.enrich.rule.RuleBook;
import wiredesk.enrich.rule.Term;
import wiredesk.enrich.tagging.Findings;
import wiredesk.enrich.tagging.Tagger;

/** Tagging with evidence by generated rules, and compiling these. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@SuppressWarnings("NullAway.Init") // by prepare()
public class TaggingBenchmark {

    @Param({"100", "1000", "10000"})
    private int rules;

    /** STEM is what editors write, FORM what Lucene Monitor is given. */
    @Param({"STEM", "FORM"})
    private Term.Kind words;

    private RuleBook book;
    private Tagger tagger;

    @Setup
    public void prepare(Texts texts) {
        book = RuleBook.of(texts.generator(rules).rules(rules, words));
        tagger = new Tagger(book);
    }

    @Benchmark
    public Findings tag(Texts texts) {
        return tagger.tag(Corpus.LANGUAGE, texts.next().zones());
    }

    @Benchmark
    public Tagger compile() {
        return new Tagger(book);
    }
}
