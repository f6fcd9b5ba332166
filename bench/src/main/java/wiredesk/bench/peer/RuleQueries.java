package wiredesk.bench.peer;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import wiredesk.bench.corpus.Corpus;
import wiredesk.enrich.rule.Concept;
import wiredesk.enrich.rule.Pattern;
import wiredesk.enrich.rule.Rule;
import wiredesk.enrich.rule.TagRules;
import wiredesk.enrich.rule.Unless;
import wiredesk.enrich.text.ZoneKind;

/**
 * Says rules of {@code RuleGenerator} in Lucene's queries, each in the cheapest that has its meaning. Sentences lie {@value
 * #GAP} positions apart, so nothing near is in two of them. One meaning is left out, for it would be dear: here a phrase
 * may run over a comma.
 */
final class RuleQueries {

    static final String TEXT = "text";

    /** The headline and the lede once more, for rules that look at nothing else. */
    static final String TOP = "top";

    /** More than twice the words of the longest sentence. */
    static final int GAP = 200;

    private static final int SAME_SENTENCE = GAP / 2;

    private final Map<String, Concept> concepts;
    private final String field;

    private RuleQueries(Map<String, Concept> concepts, String field) {
        this.concepts = concepts;
        this.field = field;
    }

    /** All rules of all tags, by their ids. */
    static SortedMap<String, Query> of(List<TagRules> tags) {
        SortedMap<String, Query> queries = new TreeMap<>();
        for (TagRules tag : tags) {
            for (Rule rule : tag.rules()) {
                String field = isTop(rule.zones()) ? TOP : TEXT;
                queries.put(rule.id(), new RuleQueries(tag.concepts(), field).query(rule.match()));
            }
        }
        return queries;
    }

    static boolean isTop(Set<ZoneKind> zones) {
        return zones.stream().allMatch(RuleQueries::isTop);
    }

    static boolean isTop(ZoneKind kind) {
        return kind == ZoneKind.HEADLINE || kind == ZoneKind.LEDE;
    }

    private Query query(Pattern pattern) {
        return switch (pattern) {
            case Pattern.Named(String name) ->
                or(termsOf(name).stream().map(this::query).toList());
            case Pattern.Any(List<Pattern> parts) ->
                or(parts.stream().map(this::query).toList());
            case Pattern.Near near -> new IntervalQuery(field, source(near));
            case Pattern.Except except -> new IntervalQuery(field, source(except));
            case Pattern.Together together -> throw unknown(together);
        };
    }

    private static Query or(List<Query> queries) {
        if (queries.size() == 1) {
            return queries.getFirst();
        }
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        queries.forEach(query -> any.add(query, BooleanClause.Occur.SHOULD));
        return any.build();
    }

    private Query query(List<String> words) {
        return words.size() == 1
                ? new TermQuery(new Term(field, words.getFirst()))
                : new PhraseQuery(field, words.toArray(String[]::new));
    }

    private IntervalsSource source(Pattern pattern) {
        return switch (pattern) {
            case Pattern.Named(String name) ->
                Intervals.or(termsOf(name).stream().map(RuleQueries::source).toArray(IntervalsSource[]::new));
            case Pattern.Any(List<Pattern> parts) -> Intervals.or(sources(parts));
            case Pattern.Near(Pattern.Reach reach, int words, boolean ordered, int least, List<Pattern> parts) -> {
                if (reach != Pattern.Reach.SENTENCE || least != parts.size()) {
                    throw unknown(pattern);
                }
                yield Intervals.maxwidth(
                        words, ordered ? Intervals.ordered(sources(parts)) : Intervals.unordered(sources(parts)));
            }
            case Pattern.Except(Pattern match, Unless(Unless.Scope scope, Pattern other)) -> {
                if (scope != Unless.Scope.SENTENCE) {
                    throw unknown(pattern);
                }
                yield Intervals.notWithin(source(match), SAME_SENTENCE, source(other));
            }
            case Pattern.Together together -> throw unknown(together);
        };
    }

    private IntervalsSource[] sources(List<Pattern> parts) {
        return parts.stream().map(this::source).toArray(IntervalsSource[]::new);
    }

    private static IntervalsSource source(List<String> words) {
        return words.size() == 1 ? Intervals.term(words.getFirst()) : Intervals.phrase(words.toArray(String[]::new));
    }

    private List<List<String>> termsOf(String name) {
        Concept concept = concepts.get(name);
        if (concept == null) {
            throw new IllegalArgumentException("no concept " + name);
        }
        return concept.terms().getOrDefault(Corpus.LANGUAGE, List.of()).stream()
                .map(term -> term.parts().stream()
                        .map(wiredesk.enrich.rule.Term.Part::text)
                        .toList())
                .toList();
    }

    private static IllegalArgumentException unknown(Pattern pattern) {
        return new IllegalArgumentException("no query for " + pattern);
    }
}
