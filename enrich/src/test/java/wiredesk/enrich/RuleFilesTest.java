package wiredesk.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wiredesk.enrich.RuleFiles.Read;
import wiredesk.enrich.RuleFiles.RuleFile;
import wiredesk.enrich.rule.Parsed;
import wiredesk.enrich.rule.TagRules;

class RuleFilesTest {

    private static final String PORT = """
            tag: wiredesk:port
            names: {de: a, en: b, es: c, fr: d, it: e, nl: f, pl: g, pt: h}
            threshold: 0.5
            rules: [{id: quay, weight: 8, match: quay}]
            examples: {must: {en: [A quay, Rain]}}
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void aFolderOfATagAndOfWords() throws IOException {
        Files.createDirectory(folder.resolve("words"));
        Files.writeString(folder.resolve("port.yaml"), PORT);
        Files.writeString(folder.resolve("words/en.yaml"), "language: en\nconcepts: {quay: quay}\n");
        Files.writeString(folder.resolve("README.md"), "language: nothing");
    }

    @Test
    void aFolderIsReadWithTheFilesBelowIt() throws IOException {
        // When
        Read.Good good = good(folder);

        // Then
        assertThat(good.files()).containsOnlyKeys("wiredesk:port");
        assertThat(good.book().languages()).containsExactly("en");
    }

    @Test
    void aTagsFileThatIsNamedAloneFindsTheSharedOnesInItsFolder() throws IOException {
        assertThat(rules(folder.resolve("port.yaml"))).isEqualTo(rules(folder));
    }

    @Test
    void aFileMayBeNamedTwiceAndByAnyPath() throws IOException {
        // Given
        Path relative = Path.of("").toAbsolutePath().relativize(folder);

        // When, Then
        assertThat(rules(relative.resolve("port.yaml"), relative.resolve("words/en.yaml")))
                .isEqualTo(rules(folder));
        assertThat(rules(folder, relative.resolve("port.yaml"))).isEqualTo(rules(folder));
    }

    @Test
    void anExampleThatComesOutOtherwiseIsNamedWithItsFile() throws IOException {
        assertThat(RuleFiles.failures(good(folder)))
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith(folder.resolve("port.yaml") + ", line 5, en: must be tagged wiredesk:port")
                        .endsWith("“Rain”"));
    }

    @Test
    void aRecordBringsTheSharedFilesAndSaysWhatTheFilesSay() throws IOException {
        // Given
        RuleFile file = good(folder).files().values().iterator().next();

        // When
        Parsed<TagRules> parsed = new RuleFiles.Records().parse(file.written());

        // Then
        assertThat(parsed).isEqualTo(new Parsed.Valid<>(file.rules()));
    }

    @Test
    void oneBadFileAndNoneIsGood() throws IOException {
        // Given
        Files.writeString(folder.resolve("bad.yaml"), PORT.replace("threshold: 0.5", "threshold: 5"));
        Files.writeString(folder.resolve("again.yaml"), PORT);

        // When
        Read read = RuleFiles.read(List.of(folder));

        // Then
        assertThat(read)
                .isInstanceOfSatisfying(
                        Read.Bad.class,
                        bad -> assertThat(bad.problems())
                                .containsExactly(
                                        folder.resolve("bad.yaml")
                                                + ":3:12: threshold must be a number above 0 and below 1",
                                        folder.resolve("port.yaml")
                                                + ": another file has rules for wiredesk:port too"));
    }

    private static TagRules rules(Path... named) throws IOException {
        return good(named).files().values().iterator().next().rules();
    }

    private static Read.Good good(Path... named) throws IOException {
        return switch (RuleFiles.read(List.of(named))) {
            case Read.Good good -> good;
            case Read.Bad(List<String> problems) -> throw new AssertionError(String.join("\n", problems));
        };
    }
}
