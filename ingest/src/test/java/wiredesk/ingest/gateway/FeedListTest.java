package wiredesk.ingest.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wiredesk.runtime.PlatformException;

final class FeedListTest {

    @TempDir
    private Path folder;

    private Path file(String yaml) throws Exception {
        return Files.writeString(folder.resolve("feeds.yaml"), yaml);
    }

    @Test
    void aFeedIsWhatItsEntrySaysAndTheRestIsCautious() throws Exception {
        Path file = file("""
                - {name: harbour, url: "https://harbour.example/rss"}
                - {name: mill, url: "http://10.1.2.3/atom", every: 90s, source: mill-desk, kill: true, allow-private: true}
                """);
        assertThat(FeedList.read(file))
                .containsExactly(
                        new Feed("harbour", URI.create("https://harbour.example/rss"), null, "harbour", false, false),
                        new Feed(
                                "mill",
                                URI.create("http://10.1.2.3/atom"),
                                Duration.ofSeconds(90),
                                "mill-desk",
                                true,
                                true));
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() throws Exception {
        Path file = file("""
                - {name: Harbour/../x, url: "ftp://harbour.example/"}
                - {name: mill, every: 5s, source: " "}
                - {name: court, url: "https://court.example/", every: soon}
                - {name: market, url: "https://market.example/", every: 25h}
                - {name: fair, url: "https://fair.example/"}
                - {name: fair, url: "https://other.example/"}
                -
                """);
        assertThatThrownBy(() -> FeedList.read(file))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("feed 1: name:")
                .hasMessageContaining("feed 1: url: it begins with https://")
                .hasMessageContaining("feed 2: url: where the feed is")
                .hasMessageContaining("feed 2: every: from 10s to 24h")
                .hasMessageContaining("feed 2: source:")
                .hasMessageContaining("feed 3: every:")
                .hasMessageContaining("feed 4: every:")
                .hasMessageContaining("feed 6: the name fair is taken")
                .hasMessageContaining("feed 7: is empty");
    }

    @Test
    void aSlipOfThePenIsNoSetting() throws Exception {
        Path file = file("- {name: harbour, url: \"https://harbour.example/?key=s3cret\", evry: 60s}");
        assertThatThrownBy(() -> FeedList.read(file))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("evry")
                .hasMessageNotContaining("s3cret");
        assertThatThrownBy(() -> FeedList.read(folder.resolve("absent")))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("absent");
    }
}
