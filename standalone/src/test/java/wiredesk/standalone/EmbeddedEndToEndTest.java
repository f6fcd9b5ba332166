package wiredesk.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import wiredesk.schemas.record.PublishedArticle;

/** The contract on the embedded broker and registry. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class EmbeddedEndToEndTest extends EndToEndContract {

    private Path data;
    private EmbeddedDesk desk;

    @BeforeAll
    void start(@TempDir Path folder) throws InterruptedException {
        data = folder;
        desk = new EmbeddedDesk(data);
    }

    @AfterAll
    void stop() {
        desk.close();
    }

    @Override
    protected Desk desk() {
        return desk;
    }

    @Test
    void anArticleIsOutWithinTwoSecondsOfBeingAccepted() throws Exception {
        String text = Files.readString(Path.of("..", "examples", "quaybell-porto.en.txt"));
        try (Site<PublishedArticle> europe = Site.ofChannel(desk, "europe")) {
            // Given: the first one through has loaded the classes
            new Newsroom(desk).sendText("urn:example:first", text);
            europe.await("first", known -> known.key().equals("urn:example:first"));
            // When
            long accepted = System.nanoTime();
            new Newsroom(desk).sendText("urn:example:in-time", text);
            europe.await("in time", known -> known.key().equals("urn:example:in-time"));
            // Then
            assertThat(Duration.ofNanos(System.nanoTime() - accepted)).isLessThan(Duration.ofSeconds(2));
        }
    }

    @Test
    void aSecondDeskOnTheSameFolderIsToldSoAndLeavesTheFirstAlone() throws Exception {
        // When
        assertThatThrownBy(() -> new EmbeddedDesk(data)).hasMessageContaining("in use by another");
        // Then
        assertThat(new Newsroom(desk).get("/readyz").statusCode()).isEqualTo(200);
    }
}
