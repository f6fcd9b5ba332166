package wiredesk.bench.peer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.util.CharTokenizer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.monitor.HighlightsMatch;
import org.apache.lucene.monitor.MatcherFactory;
import org.apache.lucene.monitor.MatchingQueries;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorConfiguration;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.MultipassTermFilteredPresearcher;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.monitor.TermWeightor;
import wiredesk.bench.corpus.Article;
import wiredesk.bench.corpus.Corpus;
import wiredesk.enrich.rule.TagRules;
import wiredesk.enrich.text.ZoneKind;

/**
 * Lucene Monitor, which answers for a text which of many stored queries it matches. In its favour: the cheapest analysis
 * with the rules' meaning (runs of letters and digits, in lower case), queries filed under the terms that are rarest in
 * this very corpus, all in memory and in one segment, no purging. Rules whose words are compared as forms mean
 * the same here.
 */
public final class MonitorPeer implements AutoCloseable {

    /** The best of 1 to 4 with 10,000 rules: more look at fewer queries in the end, but look more terms up for that. */
    private static final int PASSES = 1;

    private final Monitor monitor;

    public MonitorPeer(Corpus corpus, List<TagRules> rules) {
        this(corpus, rules, PASSES);
    }

    /** One that files each query under so many terms. */
    public MonitorPeer(Corpus corpus, List<TagRules> rules, int passes) {
        Map<String, Integer> counts = corpus.articleCounts();
        TermWeightor rarest = term -> 1.0 / (1 + counts.getOrDefault(term.text(), 0));
        List<MonitorQuery> queries = new ArrayList<>();
        RuleQueries.of(rules).forEach((id, query) -> queries.add(new MonitorQuery(id, query)));
        try {
            monitor = new Monitor(
                    new Words(),
                    new MultipassTermFilteredPresearcher(passes, 0, rarest, List.of(), Set.of()),
                    new MonitorConfiguration()
                            .setQueryUpdateBufferSize(1 + queries.size())
                            .setPurgeFrequency(1, TimeUnit.DAYS));
            monitor.register(queries);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
    }

    /** Runs of letters and digits in lower case. */
    private static final class Words extends Analyzer {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer words = CharTokenizer.fromTokenCharPredicate(Character::isLetterOrDigit);
            return new TokenStreamComponents(words, new LowerCaseFilter(words));
        }

        @Override
        public int getPositionIncrementGap(String field) {
            return RuleQueries.GAP;
        }
    }

    /** The article as Lucene wants it: a field's value for each sentence. */
    public static Document document(Article article) {
        Document document = new Document();
        for (int zone = 0; zone < article.zones().size(); zone++) {
            ZoneKind kind = article.zones().get(zone).kind();
            for (String sentence : article.sentences().get(zone)) {
                document.add(new TextField(RuleQueries.TEXT, sentence, Field.Store.NO));
                if (RuleQueries.isTop(kind)) {
                    document.add(new TextField(RuleQueries.TOP, sentence, Field.Store.NO));
                }
            }
        }
        return document;
    }

    /** Which rules match. */
    public MatchingQueries<QueryMatch> matches(Document document) {
        return match(document, QueryMatch.SIMPLE_MATCHER);
    }

    /** Which rules match, and where. */
    public MatchingQueries<HighlightsMatch> highlights(Document document) {
        return match(document, HighlightsMatch.MATCHER);
    }

    private <M extends QueryMatch> MatchingQueries<M> match(Document document, MatcherFactory<M> how) {
        try {
            return monitor.match(document, how);
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
    }

    @Override
    public void close() {
        try {
            monitor.close();
        } catch (IOException e) {
            throw new UncheckedIOException("closing what is in memory", e);
        }
    }
}
