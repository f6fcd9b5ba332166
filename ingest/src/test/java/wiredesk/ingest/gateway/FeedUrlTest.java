package wiredesk.ingest.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FeedUrlTest {

    @ParameterizedTest
    @CsvSource({
        "https://news.example/rss, https://news.example/rss",
        "HTTP://news.example:8080/a b, HTTP://news.example:8080/a%20b",
        "https://news.example/rss#top, https://news.example/rss",
        "https://[2606:4700::1]/x, https://[2606:4700::1]/x"
    })
    void aUrlIsTakenAsItIsMeant(String text, String url) {
        assertThat(FeedUrl.of(text)).isEqualTo(new FeedUrl.Good(URI.create(url)));
    }

    @ParameterizedTest
    @CsvSource({
        "ftp://news.example/rss, https://",
        "file:///etc/passwd, https://",
        "news.example/rss, https://",
        "https:///rss, host",
        "https://me:secret@news.example/rss, user",
        "https://news.example:0/, port",
        "https://news.example:99999/, port",
        "https://news.example/%zz, URL"
    })
    void whatIsNoPlaceForAFeedIsRefused(String text, String why) {
        assertThat(FeedUrl.of(text))
                .isInstanceOfSatisfying(
                        FeedUrl.Bad.class,
                        bad -> assertThat(bad.why()).contains(why).doesNotContain("secret"));
    }

    @ParameterizedTest
    @CsvSource({
        "https://news.example/a/rss, ../b?c=1, https://news.example/b?c=1",
        "https://news.example/a, //cdn.example/b, https://cdn.example/b",
        "http://news.example/a, https://news.example/a, https://news.example/a",
        "http://news.example/a, http://news.example/b, http://news.example/b"
    })
    void aRedirectLeadsWhereItSays(String from, String location, String to) {
        assertThat(FeedUrl.redirected(URI.create(from), location)).isEqualTo(new FeedUrl.Good(URI.create(to)));
    }

    @ParameterizedTest
    @CsvSource({
        "https://news.example/a, http://news.example/a",
        "https://news.example/a, HTTP://news.example/a",
        "https://news.example/a, gopher://news.example/",
        "https://news.example/a, https://user@news.example/"
    })
    void aRedirectNeverLeadsToAnythingLess(String from, String location) {
        assertThat(FeedUrl.redirected(URI.create(from), location)).isInstanceOf(FeedUrl.Bad.class);
    }

    @Test
    void aRedirectSaysWhereTo() {
        assertThat(FeedUrl.redirected(URI.create("https://news.example/"), null))
                .isInstanceOf(FeedUrl.Bad.class);
    }
}
