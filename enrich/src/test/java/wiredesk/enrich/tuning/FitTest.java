package wiredesk.enrich.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wiredesk.enrich.tagging.Tagger;

class FitTest {

    private static final String YAML = Harbour.HEAD + """
              - {id: opens, weight: 2, match: opens}
              - {id: quay, weight: 2, match: quay}
              - {id: ship, weight: 2, match: ship}
              - {id: sport, weight: -2, match: sport}
            """;

    /** How strongly one match in a headline speaks. */
    private static final double STRENGTH = new Tagger(Harbour.book(YAML))
            .verdicts("en", Harbour.item("A quay", true).zones())
            .getFirst()
            .findings()
            .getFirst()
            .strength();

    private static final String[] WORDS = {"opens", "quay", "ship", "regatta"};

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void plantedWeightsAreFoundInSignAndOrder(long seed) {
        // Given items whose labels are drawn as weights of 1, 5, 2.5 and -5 say
        double[] planted = {1, 5, 2.5, -5};
        List<LabelledItem> items = items(new Random(seed), 800, planted);

        // When
        Fit fit = fit(YAML, items);

        // Then
        SortedMap<String, Double> weights = fit.weights();
        assertThat(List.of(weights.get("sport"), 0.0, weights.get("opens"), weights.get("ship"), weights.get("quay")))
                .as("seed %d", seed)
                .isSorted();
        assertThat(weights.get("quay")).as("seed %d", seed).isBetween(3.0, 7.0);
        assertThat(fit.expected())
                .as("seed %d", seed)
                .isGreaterThan(fit.before())
                .isBetween(0.5, 1.0);
    }

    @Test
    void oneBookAndOneListOfItemsGiveOneFit() {
        // Given
        List<LabelledItem> items = items(new Random(4), 150, 1, 5, 2.5, -5);

        // When, Then
        assertThat(fit(YAML, items)).isEqualTo(fit(YAML, items));
    }

    @Test
    void noRuleChangesItsSide() {
        // Given items that say the contrary of each rule
        List<LabelledItem> items = items(new Random(5), 150, -6, -6, -6, 6);

        // When
        SortedMap<String, Double> weights = fit(YAML, items).weights();

        // Then
        assertThat(weights.get("sport")).isNegative();
        assertThat(List.of(weights.get("opens"), weights.get("quay"), weights.get("ship")))
                .allMatch(weight -> weight > 0 && weight < 0.5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.7", "-1.25", "10", "-9", "0.03"})
    void aRuleOfWhichTheItemsSayNothingKeepsItsWeight(String weight) {
        // Given
        String yaml = YAML.replace("weight: -2, match: sport", "weight: " + weight + ", match: sport");
        List<LabelledItem> items = items(new Random(6), 100, 1, 5, 2.5).stream()
                .filter(item -> !item.headline().contains("regatta"))
                .toList();

        // When, Then
        assertThat(fit(yaml, items).weights()).containsEntry("sport", Double.valueOf(weight));
    }

    @Test
    void withoutItemsEverythingStaysAsItIs() {
        // When
        Fit fit = fit(YAML, List.of());

        // Then
        assertThat(fit.weights().values()).containsExactly(2.0, 2.0, 2.0, -2.0);
        assertThat(fit.prior()).isEqualTo(0.05);
        assertThat(fit.threshold()).isEqualTo(0.5);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsLearntFromItemsOfOneKindCanStillBeReadByTheRules(boolean deserve) {
        // Given
        List<LabelledItem> items = IntStream.range(0, 300)
                .mapToObj(i -> Harbour.item(i % 3 == 0 ? "A quay" : "Rain", deserve))
                .toList();

        // When
        Fit fit = fit(YAML, items);

        // Then
        assertThat(fit.prior()).isGreaterThan(0).isLessThan(fit.threshold());
        assertThat(Harbour.rules(Reweighing.write(YAML, fit)).prior()).isEqualTo(fit.prior());
    }

    private static Fit fit(String yaml, List<LabelledItem> items) {
        List<Fit> fits = Fit.of(Harbour.book(yaml), items);
        assertThat(fits).extracting(Fit::tag).containsExactly(Harbour.TAG);
        return fits.getFirst();
    }

    /** Headlines of some of the words, and labels that are drawn with the odds that these weights give them. */
    private static List<LabelledItem> items(Random random, int count, double... weights) {
        List<LabelledItem> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            StringBuilder headline = new StringBuilder("News of the day");
            double logit = -2;
            for (int w = 0; w < weights.length; w++) {
                if (random.nextInt(3) == 0) {
                    headline.append(", ").append(WORDS[w]);
                    logit += weights[w] * STRENGTH;
                }
            }
            items.add(Harbour.item(headline.toString(), random.nextDouble() < 1 / (1 + Math.exp(-logit))));
        }
        return items;
    }
}
