package wiredesk.ingest.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wiredesk.ingest.copy.Zoning;

/** Damaged feeds, news items and pages: each gets an answer, soon, and no exception. */
class MarkupGarbageTest {

    private static final String RSS = """
            <?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:c="http://purl.org/rss/1.0/modules/content/">
            <channel><title>Mühle</title><language>de</language><item><guid>urn:a</guid><title>Mühle öffnet</title>
            <pubDate>Sun, 01 Mar 2026 09:30:00 +0100</pubDate><c:encoded><![CDATA[<p>Im Mai. &copy; A</p>]]></c:encoded></item>
            <item><link>https://a.example/2</link><description>&lt;b&gt;Rad&lt;/b&gt; dreht</description></item></channel></rss>""";

    private static final String ATOM = """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><title>Moulin</title><id>urn:f</id>
            <entry><id>urn:a</id><title type="html">Le &lt;i&gt;moulin&lt;/i&gt;</title><updated>2026-03-01T09:30:00Z</updated>
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Il tourne.</p></div></content></entry></feed>""";

    private static final String NITF = """
            <!DOCTYPE nitf SYSTEM "nitf-3-4.dtd"><nitf><head><docdata><doc-id id-string="urn:a"/><urgency ed-urg="3"/>
            <date.issue norm="20260301T093000Z"/></docdata></head><body><body.head><hedline><hl1>Mill</hl1></hedline></body.head>
            <body.content><block><p>It turns.</p><media media-type="image"><media-caption>Wheel</media-caption></media></block>
            </body.content></body></nitf>""";

    private static final String G2 = """
            <newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet><newsItem guid="urn:a" version="7" xml:lang="en">
            <itemMeta><itemClass qcode="ninat:text"/><versionCreated>2026-03-01T09:30:00Z</versionCreated>
            <pubStatus qcode="stat:usable"/></itemMeta><contentMeta><headline>Mill</headline></contentMeta>
            <contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body>
            <p>It turns.</p></body></html></inlineXML></contentSet></newsItem></itemSet></newsMessage>""";

    private static final String PAGE = """
            <!DOCTYPE html><html lang="en"><head><title>Mill</title><link rel="canonical" href="https://a.example/mill">
            <script type="application/ld+json">{"@type":"NewsArticle","headline":"Mill","datePublished":"2026-03-01"}</script>
            </head><body><nav><a href="/">Home</a></nav><article><h1>Mill</h1><p>It turns, and turns, and turns.</p>
            <figure><img src="a"><figcaption>Wheel</figcaption></figure></article><footer>Imprint</footer></body></html>""";

    private static final List<String> XML = List.of(RSS, ATOM, NITF, G2);

    @Test
    void xmlCutShortAnywhereIsRefused() {
        for (String document : XML) {
            byte[] whole = document.getBytes(UTF_8);
            for (int length = 0; length < whole.length; length++) {
                assertThat(Formats.readAll(Arrays.copyOf(whole, length), "text/xml"))
                        .as("cut at %d: %s", length, document)
                        .hasSize(1)
                        .hasOnlyElementsOfType(Read.Refused.class);
            }
            assertThat(Formats.readAll(whole, null)).as(document).hasOnlyElementsOfType(Read.Accepted.class);
        }
    }

    @Test
    void aPageCutShortAnywhereIsAnswered() {
        byte[] whole = PAGE.getBytes(UTF_8);
        for (int length = 0; length <= whole.length; length++) {
            readAll(Arrays.copyOf(whole, length), "text/html");
        }
        assertThat(Formats.read(whole, null)).isInstanceOf(Read.Accepted.class);
    }

    @Test
    void randomMutationsNeverThrow() {
        for (long seed = 0; seed < 3_000; seed++) {
            Random random = new Random(seed);
            boolean page = seed % 5 == 4;
            byte[] payload = mutated(page ? PAGE : XML.get((int) (seed % 5)), random);
            for (String type : List.of(page ? "text/html" : "text/xml", "")) {
                assertThatCode(() -> readAll(payload, type))
                        .as("seed %d, %s", seed, type)
                        .doesNotThrowAnyException();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<a>", "<rss><channel>", "<nitf><body>", "<!--", "<![CDATA[", "<a b='", "<?a ", "&amp;"})
    void deepXmlIsRefusedInTime(String opener) {
        byte[] payload = ("<?xml version='1.0'?>" + opener.repeat(1_000_000)).getBytes(UTF_8);
        Assertions.assertTimeout(Duration.ofSeconds(20), () -> readAll(payload, "application/xml"));
        assertThat(Formats.read(payload, "application/xml")).isInstanceOf(Read.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div>",
                "<p><b>",
                "<ul><li>",
                "<aside>",
                "<table><tr><td>",
                "<",
                "&",
                "<!--",
                "<p>The mill turns. "
            })
    void pagesOfTenMegabytesAreReadInTime(String piece) {
        byte[] payload = ("<html>" + piece.repeat(10_000_000 / piece.length())).getBytes(UTF_8);
        Assertions.assertTimeout(Duration.ofSeconds(20), () -> readAll(payload, "text/html"));
    }

    private static void readAll(byte[] payload, String type) {
        for (Read read : Formats.readAll(payload, type)) {
            if (read instanceof Read.Accepted(Draft draft)) {
                Zoning.zones(draft.headline(), draft.body());
            }
        }
    }

    private static byte[] mutated(String document, Random random) {
        byte[] bytes = document.getBytes(UTF_8);
        for (int i = 1 + random.nextInt(8); i > 0; i--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(3)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] = (byte) "<>/&;\"'=:[]!?-\0\n".charAt(random.nextInt(16));
                default -> {
                    int from = random.nextInt(bytes.length);
                    int length = Math.min(random.nextInt(40), bytes.length - Math.max(at, from));
                    System.arraycopy(bytes.clone(), from, bytes, at, length);
                }
            }
        }
        return bytes;
    }
}
