package wiredesk.enrich.tuning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import wiredesk.enrich.rule.RuleBook;
import wiredesk.enrich.rule.TagRules;
import wiredesk.enrich.tagging.Tagger;
import wiredesk.enrich.tagging.Verdict;

/**
 * How well a book tags labelled items.
 *
 * @param tags by code
 */
public record Evaluation(SortedMap<String, TagResult> tags) {

    /** One tag's result over all items, and over those of each language. */
    public record TagResult(Result all, SortedMap<String, Result> byLanguage, List<Mistake> mistakes) {}

    /**
     * A result over some items.
     *
     * @param deserving how many items deserve the tag
     * @param items how many were decided on
     */
    public record Result(Tally tally, Tally.Interval f1, int deserving, int items) {}

    /**
     * An item that was tagged and did not deserve it, or the other way round.
     *
     * @param nearest for a miss, the rules that came nearest, and what they lacked
     */
    public record Mistake(LabelledItem item, Verdict verdict, List<String> nearest) {
        /** How far the score is from right, 0 to 1. */
        double distance() {
            return verdict.earned() ? verdict.score() : 1 - verdict.score();
        }
    }

    private record Judged(LabelledItem item, Verdict verdict, boolean deserved) {
        Tally.Outcome outcome() {
            return new Tally.Outcome(verdict.earned(), deserved);
        }
    }

    public static Evaluation of(RuleBook book, List<LabelledItem> items) {
        Tagger tagger = new Tagger(book);
        NearMisses nearMisses = new NearMisses(book);
        Map<String, List<Judged>> judged = new TreeMap<>();
        for (TagRules tag : book.tags()) {
            judged.put(tag.code(), new ArrayList<>());
        }
        for (LabelledItem item : items) {
            for (Verdict verdict : tagger.verdicts(item.language(), item.zones())) {
                if (item.decides(verdict.tag())) {
                    judged.getOrDefault(verdict.tag(), List.of())
                            .add(new Judged(item, verdict, item.deserves(verdict.tag())));
                }
            }
        }
        SortedMap<String, TagResult> tags = new TreeMap<>();
        judged.forEach((code, own) -> tags.put(code, tagResult(own, nearMisses)));
        return new Evaluation(tags);
    }

    private static TagResult tagResult(List<Judged> judged, NearMisses nearMisses) {
        SortedMap<String, Result> byLanguage = new TreeMap<>();
        judged.stream()
                .map(one -> one.item().language())
                .distinct()
                .forEach(language -> byLanguage.put(
                        language,
                        result(judged.stream()
                                .filter(one -> one.item().language().equals(language)))));
        List<Mistake> mistakes = judged.stream()
                .filter(one -> one.verdict().earned() != one.deserved())
                .map(one -> new Mistake(
                        one.item(),
                        one.verdict(),
                        one.deserved() ? nearMisses.of(one.item(), one.verdict()) : List.of()))
                .sorted(Comparator.comparingDouble(Mistake::distance).reversed())
                .toList();
        return new TagResult(result(judged.stream()), byLanguage, mistakes);
    }

    private static Result result(Stream<Judged> judged) {
        List<Tally.Outcome> outcomes = judged.map(Judged::outcome).toList();
        int deserving = (int) outcomes.stream().filter(Tally.Outcome::deserved).count();
        return new Result(Tally.of(outcomes), Tally.f1Interval(outcomes), deserving, outcomes.size());
    }
}
