package wiredesk.enrich.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExampleCheckTest {

    private static final String RULES = """
            tag: wiredesk:small
            names: {de: a, en: b, es: c, fr: d, it: e, nl: f, pl: g, pt: h}
            threshold: 0.5
            concepts: {opens: {en: [opens]}}
            rules: [{id: opens, weight: 0.7, match: opens}]
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
                .containsExactly(
                        "line 8, en: must be tagged wiredesk:small, but scores 0.0000 of 0.5000: “Acme closes”",
                        "line 9, de: must be tagged wiredesk:small, but scores 0.0000 of 0.5000: “Acme opens”",
                        "line 13, en: must not be tagged wiredesk:small, but scores 0.7000 of 0.5000"
                                + " by opens “opens”: “A headline”");
    }

    @Test
    void anExamplesThirdParagraphIsBody() {
        // Given
        String yaml = RULES.replace("A headline\\n\\nAcme opens", "A headline\\n\\nA lede\\n\\nAcme opens");

        // When
        List<ExampleCheck.Failure> failures = ExampleCheck.run(SmallBook.parsed(yaml));

        // Then
        assertThat(failures).extracting(f -> f.example().line()).containsExactly(8, 9);
    }
}
