package wiredesk.enrich.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExampleCheckTest {

    private static final String RULES = """
            tag: wiredesk:small
            names: {de: a, en: b, es: c, fr: d, it: e, nl: f, pl: g, pt: h}
            threshold: 0.5
            concepts: {opens: {en: [opens]}}
            rules: [{id: opens, weight: 6, match: opens}]
            examples:
              must:
                en: [Acme opens, Acme closes]
                de: [Acme opens]
              must-not:
                en:
                  - Acme sleeps
                  - "A headline\\n\\nAcme opens"
            """;

    @Test
    void onlyWhatCameOutOtherwiseIsReported() {
        // When
        List<ExampleCheck.Failure> failures = ExampleCheck.run(SmallBook.parsed(RULES));

        // Then
        assertThat(failures)
                .extracting(ExampleCheck.Failure::toString)
                .satisfiesExactly(
                        closes -> assertThat(closes)
                                .isEqualTo("line 8, en: must be tagged wiredesk:small,"
                                        + " but scores 0.05 of 0.50, for no rule matches: “Acme closes”"),
                        german -> assertThat(german)
                                .isEqualTo("line 9, de: must be tagged wiredesk:small,"
                                        + " but scores 0.00 of 0.50, for no rule matches: “Acme opens”"),
                        mustNot -> assertThat(mustNot)
                                .matches(
                                        "line 13, en: must not be tagged wiredesk:small,"
                                                + " but scores 0\\.\\d\\d of 0\\.50 by opens \\+\\d\\.\\d “opens”: “A headline”"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "headline  | Acme opens\\n\\nA lede\\n\\nBody | 13",
                "headline  | A headline\\n\\nAcme opens\\n\\nBody | 0",
                "lede      | A headline\\n\\nAcme opens\\n\\nBody | 13",
                "lede      | A headline\\n\\nA lede\\n\\nAcme opens | 0",
                "paragraph | A headline\\n\\nA lede\\n\\nAcme opens | 13",
                "paragraph | A headline\\n  \\nA lede\\n\\n\\nBody\\n\\nAcme opens | 13",
            })
    void anExamplesParagraphsAreAHeadlineALedeAndBody(String zone, String text, int failing) {
        // Given
        String yaml = RULES.replace("A headline\\n\\nAcme opens", text)
                .replace("match: opens}", "match: opens, zones: [" + zone + "]}");

        // When
        List<ExampleCheck.Failure> failures = ExampleCheck.run(SmallBook.parsed(yaml));

        // Then
        assertThat(failures.stream()
                        .filter(failure -> !failure.example().must())
                        .mapToInt(failure -> failure.example().line())
                        .sum())
                .isEqualTo(failing);
    }
}
