package wiredesk.ingest.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class XmlPartsTest {

    private static final String FEED = """
            <?xml version="1.0"?>
            <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Mill news</title><language>fr</language>
              <item><guid isPermaLink="false">urn:1</guid><title>Un — «premier»</title><description>Le moulin tourne.</description></item>
              <item><guid isPermaLink="false">urn:2</guid><title>Deux</title><dc:creator>A. Meunier</dc:creator><description>Il tourne encore.</description></item>
            </channel></rss>""";

    @Test
    void eachArticleOfAFeedReadsByItselfAsItDidAmongTheOthers() {
        // When
        List<Formats.Part> parts = Formats.parts(FEED.getBytes(UTF_8), "application/rss+xml");

        // Then
        assertThat(parts).extracting(part -> draft(part.read()).uri()).containsExactly("urn:1", "urn:2");
        assertThat(parts).extracting(part -> draft(part.read()).headline()).containsExactly("Un — «premier»", "Deux");
        assertThat(parts).extracting(part -> draft(part.read()).language()).containsOnly("fr");
        for (Formats.Part part : parts) {
            assertThat(Formats.read(part.payload(), part.mediaType())).isEqualTo(part.read());
        }
    }

    @Test
    void onePayloadOfSeveralArticlesIsNoArticle() {
        assertThat(Formats.read(FEED.getBytes(UTF_8), null))
                .isInstanceOfSatisfying(
                        Read.Refused.class,
                        refused -> assertThat(refused.reason().detail()).contains("2 articles"));
    }

    @Test
    void oneArticleIsItsOwnPart() {
        // Given
        byte[] one = FEED.replaceFirst("(?s)<item>.*?</item>", "").getBytes(UTF_8);

        // When
        List<Formats.Part> parts = Formats.parts(one, "text/xml");

        // Then
        assertThat(parts).hasSize(1);
        assertThat(parts.getFirst().payload()).isSameAs(one);
        assertThat(draft(parts.getFirst().read()).uri()).isEqualTo("urn:2");
    }

    @Test
    void whatArticlesShareIsNotRepeatedWithoutBound() {
        // Given
        String shared = "<title>" + "x".repeat(1 << 20) + "</title>";
        String items = "<item><title>a</title></item>".repeat(100);

        // When
        List<Read> reads =
                Formats.readAll(("<rss><channel>" + shared + items + "</channel></rss>").getBytes(UTF_8), null);

        // Then
        assertThat(reads).hasSize(1);
        assertThat(reads.getFirst())
                .isInstanceOfSatisfying(
                        Read.Refused.class,
                        refused -> assertThat(refused.reason().detail()).contains("64 MiB"));
    }

    private static Draft draft(Read read) {
        assertThat(read).isInstanceOf(Read.Accepted.class);
        return ((Read.Accepted) read).draft();
    }
}
