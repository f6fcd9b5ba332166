package wiredesk.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;
import static wiredesk.ingest.copy.ZoneKind.BOX;
import static wiredesk.ingest.copy.ZoneKind.CAPTION;
import static wiredesk.ingest.copy.ZoneKind.CREDIT;
import static wiredesk.ingest.copy.ZoneKind.HEADING;
import static wiredesk.ingest.copy.ZoneKind.LEDE;
import static wiredesk.ingest.copy.ZoneKind.PARAGRAPH;
import static wiredesk.ingest.copy.ZoneKind.SOURCE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import wiredesk.ingest.copy.Languages;
import wiredesk.ingest.copy.Zone;
import wiredesk.ingest.copy.Zoning;

/** The articles that ship with Wiredesk. */
class ExamplesTest {

    private static final Path EXAMPLES = Path.of("..", "examples");

    @Test
    void theFrenchOneHasEveryPart() throws IOException {
        assertThat(zones(EXAMPLES.resolve("cormelle-leipzig.fr.txt")))
                .extracting(Zone::kind)
                .containsExactly(
                        LEDE, CREDIT, CREDIT, PARAGRAPH, BOX, HEADING, PARAGRAPH, PARAGRAPH, CAPTION, CREDIT, PARAGRAPH,
                        PARAGRAPH, SOURCE);
    }

    @Test
    void eachIsReadAndIsInTheLanguageOfItsName() throws IOException {
        try (var files = Files.list(EXAMPLES)) {
            List<Path> articles =
                    files.filter(file -> !file.toString().endsWith(".md")).toList();
            assertThat(articles).hasSize(7);
            for (Path article : articles) {
                String[] name = article.getFileName().toString().split("\\.", -1);
                assertThat(Languages.of(null, zones(article)).language())
                        .as(article.toString())
                        .isEqualTo(name[1]);
            }
        }
    }

    private static List<Zone> zones(Path file) throws IOException {
        Read read = Formats.read(Files.readAllBytes(file), null);
        assertThat(read).as(file.toString()).isInstanceOf(Read.Accepted.class);
        Draft draft = ((Read.Accepted) read).draft();
        return Zoning.zones(draft.headline(), draft.body());
    }
}
