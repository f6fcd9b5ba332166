package wiredesk.enrich.tuning;

import java.util.List;

/**
 * A logistic model: {@code 1 / (1 + exp(-(bias + Σ weight × strength)))}.
 *
 * @param bias the logarithm of the prior odds
 * @param weights one for each rule
 */
@SuppressWarnings("ArrayRecordComponent") // numbers that nobody compares
record Logistic(double bias, double[] weights) {

    private static final int ROUNDS = 60;
    private static final double LEAST = 0.05;
    private static final double MOST = 5;

    /** What the rules found in one item. */
    record Sample(double[] strengths, boolean positive) {}

    double score(Sample sample) {
        double logit = bias;
        for (int i = 0; i < weights.length; i++) {
            logit += weights[i] * sample.strengths()[i];
        }
        return 1 / (1 + Math.exp(-logit));
    }

    /**
     * The model of the greatest likelihood less {@code pull / 2} times the squared distance from this one's weights, by
     * Newton's steps along one weight after another. No weight changes its sign.
     */
    Logistic learn(List<Sample> samples, double pull) {
        int n = samples.size();
        double[] logits = new double[n];
        double[] learnt = weights.clone();
        double learntBias = bias;
        boolean[] found = new boolean[weights.length];
        samples.forEach(sample -> {
            for (int w = 0; w < found.length; w++) {
                found[w] |= sample.strengths()[w] != 0;
            }
        });
        for (int s = 0; s < n; s++) {
            double odds = score(samples.get(s));
            logits[s] = Math.log(odds / (1 - odds));
        }
        for (int round = 0; round < ROUNDS; round++) {
            double step = step(samples, logits, -1, 0, 0.01);
            learntBias += step;
            shift(samples, logits, -1, step);
            for (int w = 0; w < learnt.length; w++) {
                if (!found[w]) {
                    continue;
                }
                double wanted = learnt[w] + step(samples, logits, w, pull * (learnt[w] - weights[w]), pull);
                double bounded = weights[w] > 0 ? Math.clamp(wanted, LEAST, MOST) : Math.clamp(wanted, -MOST, -LEAST);
                shift(samples, logits, w, bounded - learnt[w]);
                learnt[w] = bounded;
            }
        }
        return new Logistic(learntBias, learnt);
    }

    /** Newton's step along one weight, or the bias for -1. */
    private static double step(List<Sample> samples, double[] logits, int w, double pulled, double pull) {
        double slope = pulled;
        double curve = pull;
        for (int s = 0; s < logits.length; s++) {
            double x = w < 0 ? 1 : samples.get(s).strengths()[w];
            if (x != 0) {
                double p = 1 / (1 + Math.exp(-logits[s]));
                slope += (p - (samples.get(s).positive() ? 1 : 0)) * x;
                curve += p * (1 - p) * x * x;
            }
        }
        return Math.clamp(-slope / curve, -1, 1);
    }

    private static void shift(List<Sample> samples, double[] logits, int w, double by) {
        for (int s = 0; s < logits.length; s++) {
            logits[s] += by * (w < 0 ? 1 : samples.get(s).strengths()[w]);
        }
    }
}
