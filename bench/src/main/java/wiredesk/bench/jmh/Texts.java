package wiredesk.bench.jmh;

import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import wiredesk.bench.corpus.Article;
import wiredesk.bench.corpus.Corpus;
import wiredesk.bench.corpus.RuleGenerator;

/** The corpus, one article after another. */
@State(Scope.Thread)
public class Texts {

    private static final int ARTICLES = 1_000;

    private final Corpus corpus = Corpus.of(Corpus.SEED, ARTICLES);
    private int next;

    Corpus corpus() {
        return corpus;
    }

    RuleGenerator generator(int most) {
        return new RuleGenerator(corpus, RuleGenerator.SEED, most);
    }

    int nextIndex() {
        next = (next + 1) % ARTICLES;
        return next;
    }

    Article next() {
        return corpus.articles().get(nextIndex());
    }
}
