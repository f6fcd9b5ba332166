package wiredesk.bench.peer;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.lucene.document.Document;
import org.apache.lucene.monitor.HighlightsMatch;
import wiredesk.bench.corpus.Article;
import wiredesk.bench.corpus.Corpus;
import wiredesk.enrich.rule.Pattern;
import wiredesk.enrich.rule.Rule;
import wiredesk.enrich.rule.TagRules;
import wiredesk.enrich.tagging.Tagger;

/**
 * Whether the engine and Lucene Monitor find the same rules in the same articles.
 *
 * @param agreed pairs of an article and a rule that both match
 * @param acrossMark pairs that Monitor alone matches, because its phrases run over a comma or a bracket, which the
 *     engine's do not: this difference is known and meant
 * @param engineOnly pairs that the engine alone matches, and no reason is known
 * @param monitorOnly pairs that Monitor alone matches, and no reason is known
 */
public record Agreement(int agreed, int acrossMark, List<String> engineOnly, List<String> monitorOnly) {

    /** Compares them over articles; the rules' words must be compared as forms, and both must have these rules. */
    public static Agreement of(Collection<Article> articles, List<TagRules> rules, Tagger tagger, MonitorPeer monitor) {
        Set<String> phrases = phrases(rules);
        int agreed = 0;
        int acrossMark = 0;
        Set<String> engineOnly = new TreeSet<>();
        Set<String> monitorOnly = new TreeSet<>();
        int number = 0;
        for (Article article : articles) {
            String name = "article " + number++ + " ";
            Set<String> own = new HashSet<>();
            tagger.verdicts(Corpus.LANGUAGE, article.zones())
                    .forEach(verdict -> verdict.findings().forEach(finding -> own.add(finding.rule())));
            Document document = MonitorPeer.document(article);
            for (HighlightsMatch match : monitor.highlights(document).getMatches()) {
                if (own.remove(match.getQueryId())) {
                    agreed++;
                } else if (phrases.contains(match.getQueryId()) && runsOverMark(match, document)) {
                    acrossMark++;
                } else {
                    monitorOnly.add(name + match.getQueryId());
                }
            }
            own.forEach(rule -> engineOnly.add(name + rule));
        }
        return new Agreement(agreed, acrossMark, List.copyOf(engineOnly), List.copyOf(monitorOnly));
    }

    /** The rules that look for nothing but phrases; in the others' matches a comma means nothing. */
    private static Set<String> phrases(List<TagRules> tags) {
        return tags.stream()
                .flatMap(tag -> tag.rules().stream())
                .filter(rule -> isPhrase(rule.match()))
                .map(Rule::id)
                .collect(Collectors.toSet());
    }

    private static boolean isPhrase(Pattern pattern) {
        return switch (pattern) {
            case Pattern.Named _ -> true;
            case Pattern.Any(List<Pattern> parts) -> parts.stream().allMatch(Agreement::isPhrase);
            case Pattern.Except(Pattern match, var _) -> isPhrase(match);
            case Pattern.Together _, Pattern.Near _ -> false;
        };
    }

    private static boolean runsOverMark(HighlightsMatch match, Document document) {
        return match.getFields().stream().anyMatch(field -> {
            String text = String.join(" ", document.getValues(field));
            List<HighlightsMatch.Hit> hits =
                    match.getHits(field).stream().sorted().toList();
            return hits.stream().anyMatch(hit -> hasMark(text.substring(hit.startOffset(), hit.endOffset())))
                    || IntStream.range(1, hits.size())
                            .anyMatch(i -> areNeighbours(hits.get(i - 1), hits.get(i))
                                    && hasMark(text.substring(
                                            hits.get(i - 1).endOffset(),
                                            hits.get(i).startOffset())));
        });
    }

    /** Of some queries each word is a hit of its own. */
    private static boolean areNeighbours(HighlightsMatch.Hit hit, HighlightsMatch.Hit next) {
        return hit.endPosition() + 1 == next.startPosition();
    }

    private static boolean hasMark(String text) {
        return text.codePoints().anyMatch(Agreement::parts);
    }

    /** Whether a character between two words parts them; spaces, hyphens and apostrophes join. */
    private static boolean parts(int c) {
        return !Character.isLetterOrDigit(c) && !Character.isSpaceChar(c) && "-'’".indexOf(c) < 0;
    }
}
