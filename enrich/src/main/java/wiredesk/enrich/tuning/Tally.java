package wiredesk.enrich.tuning;

import java.util.List;
import java.util.SplittableRandom;

/**
 * How right a tag was over some items.
 *
 * @param right tagged and deserved
 * @param wrong tagged and not deserved
 * @param missed deserved and not tagged
 */
public record Tally(int right, int wrong, int missed) {

    /** The normal distribution's quantile of a 95 % interval. */
    private static final double Z = 1.96;

    private static final int RESAMPLES = 1_000;

    /** From and to, 0 to 1. */
    public record Interval(double low, double high) {}

    /** One item's outcome: whether it was tagged, and whether it deserved it. */
    record Outcome(boolean tagged, boolean deserved) {}

    static Tally of(List<Outcome> outcomes) {
        int right = 0;
        int wrong = 0;
        int missed = 0;
        for (Outcome outcome : outcomes) {
            right += outcome.tagged() && outcome.deserved() ? 1 : 0;
            wrong += outcome.tagged() && !outcome.deserved() ? 1 : 0;
            missed += !outcome.tagged() && outcome.deserved() ? 1 : 0;
        }
        return new Tally(right, wrong, missed);
    }

    /** The share of the tagged that deserved it; 1 when none was tagged. */
    public double precision() {
        return right + wrong == 0 ? 1 : (double) right / (right + wrong);
    }

    /** The share of the deserving that were tagged; 1 when none deserved it. */
    public double recall() {
        return right + missed == 0 ? 1 : (double) right / (right + missed);
    }

    /** The harmonic mean of both. */
    public double f1() {
        return right + wrong + missed == 0 ? 1 : 2.0 * right / (2.0 * right + wrong + missed);
    }

    /** Wilson's 95 % interval of the precision. */
    public Interval precisionInterval() {
        return wilson(right, right + wrong);
    }

    /** Wilson's 95 % interval of the recall. */
    public Interval recallInterval() {
        return wilson(right, right + missed);
    }

    /** The 95 % interval of F1 by {@value #RESAMPLES} bootstrap samples of the items, drawn with a fixed seed. */
    static Interval f1Interval(List<Outcome> outcomes) {
        if (outcomes.isEmpty()) {
            return new Interval(0, 1);
        }
        SplittableRandom random = new SplittableRandom(1);
        double[] scores = random.ints(RESAMPLES)
                .mapToDouble(seed -> Tally.of(new SplittableRandom(seed)
                                .ints(outcomes.size(), 0, outcomes.size())
                                .mapToObj(outcomes::get)
                                .toList())
                        .f1())
                .sorted()
                .toArray();
        return new Interval(scores[RESAMPLES / 40], scores[RESAMPLES - 1 - RESAMPLES / 40]);
    }

    private static Interval wilson(int hits, int of) {
        if (of == 0) {
            return new Interval(0, 1);
        }
        double share = (double) hits / of;
        double middle = share + Z * Z / (2 * of);
        double half = Z * Math.sqrt(share * (1 - share) / of + Z * Z / (4.0 * of * of));
        double scale = 1 + Z * Z / of;
        return new Interval((middle - half) / scale, (middle + half) / scale);
    }
}
