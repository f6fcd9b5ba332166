package wiredesk.enrich.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Each message that an editor can be given, at least once: twenty broken files stand beside the problems that are found in
 * them. Those whose names begin with {@code shared-} are files of words and places, read together.
 */
class BrokenFilesTest {

    @Test
    void theProblemsAreTheOnesThatWereAgreed() throws IOException, URISyntaxException {
        // Given
        Path folder = Path.of(Objects.requireNonNull(BrokenFilesTest.class.getResource("broken"))
                .toURI());
        List<Source> files = files(folder);

        // When
        String found = Stream.concat(shared(files), tags(files))
                .sorted()
                .map(Problem::toString)
                .collect(Collectors.joining("\n"));

        // Then
        String expected = Files.readString(folder.resolve("expected.txt"));
        assertThat(found).as("What is found now:\n%s\n", found).isEqualTo(expected.strip());
        assertThat(files).hasSize(20).allSatisfy(file -> assertThat(expected).contains(file.name() + ":"));
    }

    private static Stream<Problem> shared(List<Source> files) {
        return problems(Vocabulary.parse(
                files.stream().filter(BrokenFilesTest::isShared).toList()));
    }

    private static Stream<Problem> tags(List<Source> files) {
        return files.stream()
                .filter(file -> !isShared(file))
                .flatMap(file -> problems(TagRules.parse(file, Vocabulary.empty())));
    }

    private static boolean isShared(Source file) {
        return file.name().startsWith("shared-");
    }

    private static Stream<Problem> problems(Parsed<?> parsed) {
        return parsed instanceof Parsed.Invalid<?>(List<Problem> problems) ? problems.stream() : Stream.empty();
    }

    private static List<Source> files(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            List<Path> paths = entries.filter(path -> path.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
            List<Source> files = new ArrayList<>();
            for (Path path : paths) {
                files.add(new Source(path.getFileName().toString(), Files.readString(path)));
            }
            return files;
        }
    }
}
