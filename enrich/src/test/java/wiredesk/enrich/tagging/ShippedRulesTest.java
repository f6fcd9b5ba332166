package wiredesk.enrich.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import wiredesk.enrich.RuleFiles;
import wiredesk.enrich.RuleFiles.Read;
import wiredesk.enrich.rule.Languages;

/** The rule files that ship: sound, in all languages, and in agreement with their own examples. */
class ShippedRulesTest {

    private static final List<Path> TAXONOMY = List.of(Path.of("..", "taxonomy"));

    @Test
    void theBookCoversAllLanguages() throws IOException {
        assertThat(good().book().languages()).containsExactlyElementsOf(Languages.ALL);
    }

    @Test
    void theFilesKeepTheirExamples() throws IOException {
        assertThat(String.join("\n", RuleFiles.failures(good()))).isEmpty();
    }

    private static Read.Good good() throws IOException {
        return switch (RuleFiles.read(TAXONOMY)) {
            case Read.Good good -> good;
            case Read.Bad(List<String> problems) -> throw new AssertionError(String.join("\n", problems));
        };
    }
}
