package wiredesk.enrich.tuning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import wiredesk.enrich.rule.Rule;
import wiredesk.enrich.rule.RuleBook;
import wiredesk.enrich.rule.TagRules;
import wiredesk.enrich.tagging.Tagger;
import wiredesk.enrich.tagging.Verdict;

/**
 * Weights, prior and threshold of one tag, learnt from labelled items by regularised logistic regression over what its
 * rules find. The editor's own weights are where it starts and what it is drawn back to, so that a rule of which the items
 * say nothing keeps its weight; and no rule changes its side, from for to against.
 *
 * @param prior what the tag's prior becomes
 * @param threshold what its threshold becomes
 * @param weights by the rules' ids, all of them
 * @param before F1 with the weights as they are
 * @param expected F1 over items that the weights were not learnt from, by cross-validation
 * @param pull how strongly the weights were drawn back, chosen by cross-validation
 */
public record Fit(
        String tag,
        double prior,
        double threshold,
        SortedMap<String, Double> weights,
        double before,
        double expected,
        double pull) {

    private static final int FOLDS = 8;
    private static final double[] PULLS = {0.3, 1, 3, 10};
    private static final double STEP = 0.05;
    private static final double LEAST_PRIOR = 0.001;
    private static final double[] THRESHOLDS = {0.35, 0.4, 0.45, 0.5, 0.55, 0.6};

    /** Learns all tags of a book. */
    public static List<Fit> of(RuleBook book, List<LabelledItem> items) {
        Tagger tagger = new Tagger(book);
        List<Fit> fits = new ArrayList<>();
        for (TagRules tag : book.tags()) {
            fits.add(fit(tag, samples(tag, tagger, items)));
        }
        return fits;
    }

    private static List<Logistic.Sample> samples(TagRules tag, Tagger tagger, List<LabelledItem> items) {
        List<String> ids = tag.rules().stream().map(Rule::id).toList();
        Map<String, Integer> columns =
                IntStream.range(0, ids.size()).boxed().collect(Collectors.toMap(ids::get, i -> i));
        List<Logistic.Sample> samples = new ArrayList<>();
        for (LabelledItem item : items) {
            if (!item.decides(tag.code())) {
                continue;
            }
            for (Verdict verdict : tagger.verdicts(item.language(), item.zones())) {
                if (verdict.tag().equals(tag.code())) {
                    double[] strengths = new double[ids.size()];
                    verdict.findings()
                            .forEach(
                                    finding -> strengths[columns.getOrDefault(finding.rule(), 0)] = finding.strength());
                    samples.add(new Logistic.Sample(strengths, item.deserves(tag.code())));
                }
            }
        }
        return samples;
    }

    private static Fit fit(TagRules tag, List<Logistic.Sample> samples) {
        double[] own = tag.rules().stream().mapToDouble(Rule::weight).toArray();
        if (samples.isEmpty()) {
            return of(tag, own, tag.prior(), tag.threshold(), 1, 1, PULLS[0]);
        }
        Logistic start = new Logistic(Math.log(tag.prior() / (1 - tag.prior())), own);
        double before = f1(samples, scores(start, samples), tag.threshold());
        double bestPull = PULLS[0];
        double leastSurprise = Double.POSITIVE_INFINITY;
        double[] unseen = new double[0];
        for (double pull : PULLS) {
            double[] scores = crossValidated(start, samples, pull);
            double surprise = surprise(samples, scores);
            if (surprise < leastSurprise) {
                leastSurprise = surprise;
                bestPull = pull;
                unseen = scores;
            }
        }
        double bestThreshold = threshold(samples, unseen);
        double expected = f1(samples, unseen, bestThreshold);
        Logistic learnt = start.learn(samples, bestPull);
        double[] weights = new double[own.length];
        for (int i = 0; i < own.length; i++) {
            weights[i] = own[i] == learnt.weights()[i] ? own[i] : Math.rint(100 * learnt.weights()[i]) / 100;
        }
        double prior = Math.rint(1000 / (1 + Math.exp(-learnt.bias()))) / 1000;
        double bounded = Math.clamp(prior, LEAST_PRIOR, bestThreshold - STEP);
        return of(tag, weights, bounded, bestThreshold, before, expected, bestPull);
    }

    private static Fit of(
            TagRules tag,
            double[] weights,
            double prior,
            double threshold,
            double before,
            double expected,
            double pull) {
        SortedMap<String, Double> byId = new TreeMap<>();
        for (int i = 0; i < weights.length; i++) {
            byId.put(tag.rules().get(i).id(), weights[i]);
        }
        return new Fit(tag.code(), prior, threshold, byId, before, expected, pull);
    }

    /** The threshold around which F1 is best, not the one at which a single item happens to make it so. */
    private static double threshold(List<Logistic.Sample> samples, double[] scores) {
        double best = THRESHOLDS[0];
        double most = -1;
        for (double threshold : THRESHOLDS) {
            double around = f1(samples, scores, threshold - STEP)
                    + 2 * f1(samples, scores, threshold)
                    + f1(samples, scores, threshold + STEP);
            if (around > most) {
                most = around;
                best = threshold;
            }
        }
        return best;
    }

    /** The mean negative logarithm of the probability that was given to what is true. */
    private static double surprise(List<Logistic.Sample> samples, double[] scores) {
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            sum -= Math.log(Math.max(1e-9, samples.get(i).positive() ? scores[i] : 1 - scores[i]));
        }
        return sum / scores.length;
    }

    private static double[] crossValidated(Logistic start, List<Logistic.Sample> samples, double pull) {
        double[] scores = new double[samples.size()];
        for (int fold = 0; fold < FOLDS; fold++) {
            List<Logistic.Sample> others = new ArrayList<>();
            for (int i = 0; i < scores.length; i++) {
                if (i % FOLDS != fold) {
                    others.add(samples.get(i));
                }
            }
            Logistic learnt = start.learn(others, pull);
            for (int i = fold; i < scores.length; i += FOLDS) {
                scores[i] = learnt.score(samples.get(i));
            }
        }
        return scores;
    }

    private static double[] scores(Logistic model, List<Logistic.Sample> samples) {
        return samples.stream().mapToDouble(model::score).toArray();
    }

    private static double f1(List<Logistic.Sample> samples, double[] scores, double threshold) {
        return Tally.of(IntStream.range(0, scores.length)
                        .mapToObj(i -> new Tally.Outcome(
                                scores[i] >= threshold, samples.get(i).positive()))
                        .toList())
                .f1();
    }
}
