package wiredesk.enrich.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import wiredesk.enrich.tuning.Logistic.Sample;

class LogisticTest {

    private static final Logistic START = new Logistic(-2, new double[] {2, 1, -1});

    @Test
    void aScoreIsTheLogisticFunctionOfBiasAndWeightedStrengths() {
        assertThat(START.score(new Sample(new double[] {0.5, 0, 1}, true)))
                .isCloseTo(1 / (1 + Math.exp(2)), within(1e-12));
    }

    @Test
    void noStepAwayFromWhatIsLearntIsBetter() {
        for (int seed = 0; seed < 20; seed++) {
            // Given
            Random random = new Random(seed);
            double pull = 0.1 + random.nextInt(20) / 4.0;
            List<Sample> samples =
                    Stream.generate(() -> sample(random)).limit(200).toList();

            // When
            Logistic learnt = START.learn(samples, pull);

            // Then
            double best = worth(learnt, samples, pull);
            for (int parameter = -1; parameter < 3; parameter++) {
                for (double step : new double[] {-0.05, 0.05}) {
                    assertThat(worth(moved(learnt, parameter, step), samples, pull))
                            .as("seed %d, parameter %d, step %s", seed, parameter, step)
                            .isLessThan(best);
                }
            }
        }
    }

    private static Sample sample(Random random) {
        double[] strengths = random.doubles(3).map(d -> d < 0.4 ? 0 : d).toArray();
        double odds = Math.exp(-1 + 3 * strengths[0] + strengths[1] - 2 * strengths[2]);
        return new Sample(strengths, random.nextDouble() < odds / (1 + odds));
    }

    /** The likelihood's logarithm less what the distance from the start takes. */
    private static double worth(Logistic model, List<Sample> samples, double pull) {
        double worth = samples.stream()
                .mapToDouble(sample -> Math.log(sample.positive() ? model.score(sample) : 1 - model.score(sample)))
                .sum();
        for (int w = 0; w < 3; w++) {
            double away = model.weights()[w] - START.weights()[w];
            worth -= pull / 2 * away * away;
        }
        return worth;
    }

    private static Logistic moved(Logistic model, int parameter, double step) {
        double[] weights = model.weights().clone();
        if (parameter >= 0) {
            weights[parameter] += step;
        }
        return new Logistic(model.bias() + (parameter < 0 ? step : 0), weights);
    }
}
