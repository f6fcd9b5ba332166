package wiredesk.bench.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wiredesk.bench.corpus.Article;
import wiredesk.bench.corpus.Books;
import wiredesk.bench.corpus.Corpus;
import wiredesk.bench.corpus.RuleGenerator;
import wiredesk.enrich.rule.RuleBook;
import wiredesk.enrich.rule.TagRules;
import wiredesk.enrich.rule.Term;
import wiredesk.enrich.tagging.Tagger;
import wiredesk.enrich.text.Gap;
import wiredesk.enrich.text.Word;
import wiredesk.enrich.text.Words;
import wiredesk.enrich.text.Zone;

/** The peers answer the same questions as the engine: otherwise their speed would say nothing. */
class PeersTest {

    private static final long SEED = 11;
    private static final Corpus CORPUS = Corpus.of(SEED, 100);
    private static final int COUNT = 1_000;
    private static final List<TagRules> RULES = new RuleGenerator(CORPUS, SEED, COUNT).rules(COUNT, Term.Kind.FORM);

    @Test
    void monitorAgreesWithTheEngineSaveForPhrasesOverAComma() {
        try (MonitorPeer monitor = new MonitorPeer(CORPUS, RULES)) {
            Agreement agreement = Agreement.of(CORPUS.articles(), RULES, new Tagger(RuleBook.of(RULES)), monitor);

            assertThat(agreement.engineOnly()).as("seed " + SEED).isEmpty();
            assertThat(agreement.monitorOnly()).as("seed " + SEED).isEmpty();
            assertThat(agreement.agreed()).isGreaterThan(1_000);
            assertThat(agreement.acrossMark()).isLessThan(agreement.agreed() / 50);
        }
    }

    @Test
    void theFloorFindsTheWordsThatTheEngineFinds() {
        Set<String> dictionary = Books.dictionary(RULES);
        Floor floor = new Floor(dictionary);
        for (Article article : CORPUS.articles()) {
            List<Word> words = article.zones().stream()
                    .flatMap(zone -> Words.of(zone.text()).stream())
                    .toList();
            long known = words.stream()
                    .filter(word -> dictionary.contains(word.folded()))
                    .count();

            assertThat(floor.tokenise(article.zones())).isEqualTo(words.size());
            assertThat(floor.lookUp(article.zones())).isEqualTo((int) known);
        }
    }

    static Stream<Alternation> alternations() {
        return Stream.of(Alternation.jdk(phrases()), Alternation.re2(phrases()));
    }

    private static List<List<String>> phrases() {
        return Books.phrases(RULES, 200);
    }

    /** Of phrases that share a word it finds the first; beside an accent it sees a boundary where there is none. */
    @ParameterizedTest
    @MethodSource("alternations")
    void anAlternationFindsThePhrasesThatStandAlone(Alternation alternation) {
        Set<String> phrases =
                phrases().stream().map(words -> String.join(" ", words)).collect(Collectors.toSet());
        int found = 0;
        for (Article article : CORPUS.articles().subList(0, 50)) {
            Set<String> engine = new HashSet<>();
            article.zones().forEach(zone -> engine.addAll(standing(zone, phrases)));
            Set<String> regex = alternation.find(article.zones()).stream()
                    .map(text -> text.replaceAll("['’-]", " "))
                    .collect(Collectors.toSet());
            found += regex.size();

            assertThat(regex)
                    .as("seed " + SEED)
                    .allMatch(text -> engine.contains(text) || hasAccentAtAnEnd(text, article));
            assertThat(engine)
                    .as("seed " + SEED)
                    .allMatch(text -> regex.contains(text)
                            || hasAccent(text)
                            || engine.stream().anyMatch(other -> !other.equals(text) && shareAWord(other, text)));
        }
        assertThat(found).isPositive();
    }

    private static Set<String> standing(Zone zone, Set<String> phrases) {
        List<Word> words = Words.of(zone.text());
        Set<String> standing = new HashSet<>();
        for (int first = 0; first < words.size(); first++) {
            StringBuilder text = new StringBuilder(lower(words.get(first)));
            for (int i = first + 1;
                    i < Math.min(words.size(), first + 3) && words.get(i).before() == Gap.JOINED;
                    i++) {
                text.append(' ').append(lower(words.get(i)));
                if (phrases.contains(text.toString())) {
                    standing.add(text.toString());
                }
            }
        }
        return standing;
    }

    private static String lower(Word word) {
        return word.written().toLowerCase(Locale.ROOT);
    }

    private static boolean hasAccent(String text) {
        return text.chars().anyMatch(c -> c > 0x7F);
    }

    private static boolean hasAccentAtAnEnd(String text, Article article) {
        return article.zones().stream()
                .map(zone -> zone.text().toLowerCase(Locale.ROOT).replaceAll("['’-]", " "))
                .anyMatch(zone -> {
                    int at = zone.indexOf(text);
                    return at >= 0
                            && ((at > 0 && zone.charAt(at - 1) > 0x7F)
                                    || (at + text.length() < zone.length() && zone.charAt(at + text.length()) > 0x7F));
                });
    }

    private static boolean shareAWord(String a, String b) {
        return Stream.of(a.split(" ")).anyMatch(Set.copyOf(List.of(b.split(" ")))::contains);
    }
}
