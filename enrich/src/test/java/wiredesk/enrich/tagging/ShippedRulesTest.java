package wiredesk.enrich.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wiredesk.enrich.rule.RuleBook;
import wiredesk.enrich.rule.TagRules;

/** The rule files that ship: sound, and in agreement with their own examples. */
class ShippedRulesTest {

    private static final Path TAXONOMY = Path.of("..", "taxonomy");

    @ParameterizedTest
    @ValueSource(strings = {"europe-expansion", "regulation", "data-residency"})
    void aFileKeepsItsExamples(String tag) throws IOException {
        // When
        TagRules rules = read(tag);

        // Then
        assertThat(rules.code()).isEqualTo("wiredesk:" + tag);
        assertThat(ExampleCheck.run(rules)).isEmpty();
        assertThat(rules.examples())
                .extracting(e -> e.language() + e.must())
                .contains("frtrue", "frfalse", "entrue", "enfalse");
    }

    @Test
    void theBookCoversFrenchAndEnglish() throws IOException {
        // When
        RuleBook book = RuleBook.of(List.of(read("europe-expansion"), read("regulation"), read("data-residency")));

        // Then
        assertThat(book.languages()).contains("fr", "en");
    }

    private static TagRules read(String tag) throws IOException {
        return SmallBook.parsed(Files.readString(TAXONOMY.resolve(tag + ".yaml")));
    }
}
