package wiredesk.ingest.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PolledFeedTest {

    private static final String ITEM = "<item><guid>urn:mill:1</guid><title>The mill turns</title>%s</item>";

    private static PolledFeed.Items items(String xml, @Nullable String mediaType) {
        return (PolledFeed.Items) PolledFeed.read(xml.getBytes(UTF_8), mediaType);
    }

    private static String rss(String channel) {
        return "<rss version='2.0'><channel><title>Mill</title>" + channel + "</channel></rss>";
    }

    @Test
    void eachItemIsAPayloadThatReadsTheSameByItself() {
        PolledFeed.Items feed =
                items(rss("<ttl>30</ttl><language>en</language>" + ITEM.formatted("") + "<item/>"), null);
        assertThat(feed.ttl()).isEqualTo(Duration.ofMinutes(30));
        assertThat(feed.items()).extracting(PolledFeed.Item::uri).containsExactly("urn:mill:1", null);
        PolledFeed.Item item = feed.items().getFirst();
        assertThat(Formats.read(item.part().payload(), item.part().mediaType()))
                .isEqualTo(item.part().read())
                .isInstanceOfSatisfying(
                        Read.Accepted.class,
                        read -> assertThat(read.draft().language()).isEqualTo("en"));
    }

    @Test
    void whatIsNotOfTheArticleChangesNothing() {
        String before = rss("<lastBuildDate>Mon, 02 Mar 2026 08:00:00 GMT</lastBuildDate>"
                + ITEM.formatted("<comments>3</comments>"));
        String after = rss("<lastBuildDate>Tue, 03 Mar 2026 08:00:00 GMT</lastBuildDate>"
                + "<item><guid>urn:mill:0</guid><title>Before</title></item>"
                + ITEM.formatted("\n <comments>4</comments>"));
        assertThat(items(after, null).items().getLast().says())
                .isEqualTo(items(before, null).items().getLast().says());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<description>In the wind.</description>",
                "<pubDate>Mon, 02 Mar 2026 08:00:00 GMT</pubDate>",
                "<category>mills</category>",
                "<author>A. Miller</author>"
            })
    void whatIsOfTheArticleIsAChange(String more) {
        assertThat(items(rss(ITEM.formatted(more)), null).items().getFirst().says())
                .isNotEqualTo(
                        items(rss(ITEM.formatted("")), null).items().getFirst().says());
    }

    @Test
    void aFeedWithNothingInItHasNoItems() {
        assertThat(items(rss(""), null).items()).isEmpty();
        assertThat(items("<feed xmlns='http://www.w3.org/2005/Atom'><title>Mill</title></feed>", null)
                        .items())
                .isEmpty();
    }

    @Test
    void whatIsNoFeedIsSaid() {
        for (String other : List.of(
                "",
                "The mill turns.",
                "<html><body><p>The mill turns.</p></body></html>",
                "<nitf><body/></nitf>",
                "<entry xmlns='http://www.w3.org/2005/Atom'><id>urn:mill:1</id><title>x</title></entry>",
                "<rss><channel>",
                "<!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><opml>&x;</opml>",
                "{\"items\": []}")) {
            assertThat(PolledFeed.read(other.getBytes(UTF_8), null)).as(other).isInstanceOf(PolledFeed.NoFeed.class);
        }
    }

    @Test
    void theCharacterSetOfTheAnswerCounts() {
        String xml = rss("<item><guid>urn:mill:1</guid><title>Mühle</title></item>");
        PolledFeed.Items feed = (PolledFeed.Items) PolledFeed.read(
                xml.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1), "text/xml; charset=ISO-8859-1");
        assertThat(feed.items().getFirst().says()).contains("Mühle");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text",
                "text/xml; charset",
                "text/xml; charset=",
                "text/xml; charset=no charset!",
                "text/xml;;;=",
                "a/b/c",
                "text/xml; charset=x-unknown"
            })
    void noMediaTypeIsAnException(String mediaType) {
        String xml = rss(ITEM.formatted(""));
        assertThat(PolledFeed.read(xml.getBytes(UTF_8), mediaType)).isNotNull();
    }
}
