package wiredesk.enrich.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wiredesk.enrich.rule.Rule;
import wiredesk.enrich.rule.TagRules;

class ReweighingTest {

    private static final String YAML = """
            # The harbour: prior: 0.9, threshold: 0.9 are only words here.
            tag:   wiredesk:harbour
            names: {de: a, en: b, es: c, fr: d, it: e, nl: f, pl: g, pt: h}
            prior:    0.05   # of all items
            threshold: 0.5

            concepts:
              quay: {en: [quay, "weight: 7"]}
              ship: {en: [ship]}   # id: ship
            rules:
              # What counts for it.
              - {id: quay-ship, weight: 2, match: {near: {words: 9, of: [quay, ship]}}}
              - {weight: 1.5, id: quay,  match: quay}  # 20 %
              - id: ship
                match: {near: {words: 12, least: 1, of: [ship, quay]}}
                weight:   -3.25
                zones: [headline]
              - id: two-ships
                weight: 10
                match: ship
            examples:
              must: {en: ["A quay of weight: 12 t\\n\\nthreshold: 3"]}
            """;

    private static final Fit FIT = new Fit(
            Harbour.TAG,
            0.021,
            0.45,
            new TreeMap<>(Map.of("quay-ship", 3.14, "quay", 0.05, "ship", -8.0, "two-ships", 2.5)),
            0.5,
            0.6,
            1);

    @Test
    void theFileReadsAsTheFitSays() {
        // When
        TagRules rules = Harbour.rules(Reweighing.write(YAML, FIT));

        // Then
        assertThat(rules.prior()).isEqualTo(0.021);
        assertThat(rules.threshold()).isEqualTo(0.45);
        assertThat(rules.rules())
                .extracting(Rule::id, Rule::weight)
                .containsExactly(
                        tuple("quay", 0.05), tuple("quay-ship", 3.14), tuple("ship", -8.0), tuple("two-ships", 2.5));
    }

    @Test
    void nothingChangesButTheNumbers() {
        // When
        String written = Reweighing.write(YAML, FIT);

        // Then
        assertThat(written)
                .isEqualTo(YAML.replace("0.05   #", "0.021   #")
                        .replace("threshold: 0.5\n", "threshold: 0.45\n")
                        .replace("weight: 2,", "weight: 3.14,")
                        .replace("weight: 1.5,", "weight: 0.05,")
                        .replace("weight:   -3.25", "weight:   -8")
                        .replace("weight: 10\n", "weight: 2.5\n"));
    }

    @Test
    void whatAFitDoesNotNameKeepsItsWeight() {
        // Given
        Fit other = new Fit(Harbour.TAG, 0.05, 0.5, new TreeMap<>(Map.of("another", 1.0)), 0, 0, 1);

        // When, Then
        assertThat(Reweighing.write(YAML, other)).isEqualTo(YAML);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "- {id: quay, weight: 1, match: quay}",
                "- {match: quay, weight: 1, id: quay}",
                "- {id: 'quay', weight: 1, match: quay}",
                "- {id: \"quay\", weight: 1, match: quay}",
                "'- id: quay\n    weight: 1\n    match: quay'",
                "'- weight: 1\n    id: quay\n    match: quay'",
                "'- match: quay\n    weight: 1\n    id: quay'",
                "'- id: quay # weight: 9 was too much\n    weight: 1\n    match: quay'",
                "'- id: quay\n    # weight: 9 was too much\n    weight: 1\n    match: quay'",
                "'- weight: 1 # id: ship\n    match: quay\n    id: quay'",
            })
    void aRulesWeightIsFoundHoweverTheRuleIsWritten(String rule) {
        // Given
        String yaml = Harbour.HEAD + "  " + rule + "\n  - {id: last, weight: 4, match: ship}\n";
        Fit fit = new Fit(Harbour.TAG, 0.05, 0.5, new TreeMap<>(Map.of("quay", 2.5, "last", 4.0)), 0, 0, 1);

        // When
        TagRules rules = Harbour.rules(Reweighing.write(yaml, fit));

        // Then
        assertThat(rules.rules()).extracting(Rule::weight).containsExactly(4.0, 2.5);
    }
}
