package wiredesk.bench.corpus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Made-up articles of about 515 words or 3,400 characters, as long as a news agency's. They pass for French where a
 * language has to be named.
 *
 * @param articleCounts in how many articles each word is, by the word in lower case
 */
public record Corpus(List<Article> articles, Map<String, Integer> articleCounts) {

    /** What the articles pass for. */
    public static final String LANGUAGE = "fr";

    /** The seed of what the README speaks of. */
    public static final long SEED = 20_260_302;

    public Corpus {
        articles = List.copyOf(articles);
        articleCounts = Map.copyOf(articleCounts);
    }

    /** So many articles of made-up words alone. */
    public static Corpus of(long seed, int articles) {
        return of(seed, articles, List.of());
    }

    /** So many articles in which one word in 25 gives way to one of these terms. */
    public static Corpus of(long seed, int articles, List<String> foreign) {
        Random random = new Random(seed);
        Writer writer = new Writer(random, WordStock.of(random), foreign);
        List<Article> written = new ArrayList<>();
        Map<String, Integer> counts = new HashMap<>();
        Cutter cutter = new Cutter();
        for (int i = 0; i < articles; i++) {
            Article article = writer.article();
            written.add(article);
            cutter.words(article.zones()).stream().distinct().forEach(word -> counts.merge(word, 1, Integer::sum));
        }
        return new Corpus(written, counts);
    }
}
