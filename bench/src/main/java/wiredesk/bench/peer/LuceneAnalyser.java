package wiredesk.bench.peer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import wiredesk.enrich.text.Zone;

/** What Lucene takes to cut and fold the words, without looking them up anywhere. */
public final class LuceneAnalyser implements AutoCloseable {

    private final Analyzer analyzer = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer words = new StandardTokenizer();
            return new TokenStreamComponents(words, new ASCIIFoldingFilter(new LowerCaseFilter(words)));
        }
    };

    /** How many characters the folded words have, so that none is left unread. */
    public int read(List<Zone> zones) {
        int letters = 0;
        for (Zone zone : zones) {
            try (TokenStream words = analyzer.tokenStream("text", zone.text())) {
                CharTermAttribute word = words.getAttribute(CharTermAttribute.class);
                OffsetAttribute place = words.getAttribute(OffsetAttribute.class);
                words.reset();
                while (words.incrementToken()) {
                    letters += word.length() + (place.startOffset() & 1);
                }
                words.end();
            } catch (IOException e) {
                throw new UncheckedIOException("reading from memory", e);
            }
        }
        return letters;
    }

    @Override
    public void close() {
        analyzer.close();
    }
}
