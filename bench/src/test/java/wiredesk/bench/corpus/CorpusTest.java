package wiredesk.bench.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import wiredesk.enrich.rule.RuleBook;
import wiredesk.enrich.rule.TagRules;
import wiredesk.enrich.rule.Term;
import wiredesk.enrich.tagging.Tagger;
import wiredesk.enrich.text.Gap;
import wiredesk.enrich.text.Words;
import wiredesk.enrich.text.Zone;

class CorpusTest {

    private static final long SEED = 11;
    private static final int ARTICLES = 150;

    private final Corpus corpus = Corpus.of(SEED, ARTICLES);

    @Test
    void oneSeedMakesOneCorpus() {
        assertThat(Corpus.of(SEED, ARTICLES)).isEqualTo(corpus);
        assertThat(Corpus.of(SEED + 1, ARTICLES)).isNotEqualTo(corpus);
    }

    @ParameterizedTest
    @EnumSource(
            value = Term.Kind.class,
            names = {"STEM", "FORM"})
    void oneSeedMakesOneBook(Term.Kind kind) {
        String version = version(corpus, SEED, 100, kind);

        assertThat(version(Corpus.of(SEED, ARTICLES), SEED, 100, kind)).isEqualTo(version);
        assertThat(version(corpus, SEED, 500, kind))
                .as("of more rules the first")
                .isEqualTo(version);
        assertThat(version(corpus, SEED + 1, 100, kind)).isNotEqualTo(version);
    }

    private static String version(Corpus corpus, long seed, int most, Term.Kind kind) {
        return RuleBook.of(new RuleGenerator(corpus, seed, most).rules(100, kind))
                .version();
    }

    @Test
    void articlesAreAsLongAsNews() {
        double characters =
                zones().stream().mapToInt(zone -> zone.text().length()).sum() / (double) ARTICLES;
        double words =
                zones().stream().mapToInt(zone -> Words.of(zone.text()).size()).sum() / (double) ARTICLES;

        assertThat(characters).as("seed " + SEED).isBetween(3_200.0, 3_600.0);
        assertThat(words).as("seed " + SEED).isBetween(490.0, 540.0);
    }

    @Test
    void sentencesEndWhereTheEngineEndsThem() {
        for (Article article : corpus.articles()) {
            for (int zone = 0; zone < article.zones().size(); zone++) {
                String text = article.zones().get(zone).text();
                long ends = Words.of(text).stream()
                        .filter(word -> word.before() == Gap.SENTENCE)
                        .count();
                assertThat(ends)
                        .as("seed " + SEED + ": " + text)
                        .isEqualTo(article.sentences().get(zone).size());
            }
        }
    }

    @Test
    void anArticleMatchesSomeRulesAndEveryMatchIsEvidence() {
        int count = 2_000;
        List<TagRules> rules = new RuleGenerator(corpus, SEED, count).rules(count, Term.Kind.STEM);
        Tagger tagger = new Tagger(RuleBook.of(rules));
        int matches = 0;
        int evidence = 0;
        for (Article article : corpus.articles()) {
            matches += tagger.verdicts(Corpus.LANGUAGE, article.zones()).stream()
                    .mapToInt(verdict -> verdict.findings().size())
                    .sum();
            evidence += tagger.tag(Corpus.LANGUAGE, article.zones()).tags().stream()
                    .mapToInt(tag -> tag.evidence().size())
                    .sum();
        }

        assertThat(rules.stream().mapToInt(tag -> tag.rules().size()).sum()).isEqualTo(count);
        assertThat(matches / (double) ARTICLES).as("seed " + SEED).isBetween(5.0, 20.0);
        assertThat(evidence).isGreaterThanOrEqualTo(matches);
    }

    private List<Zone> zones() {
        return corpus.articles().stream()
                .flatMap(article -> article.zones().stream())
                .toList();
    }
}
