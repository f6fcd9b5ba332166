package wiredesk.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import wiredesk.ingest.copy.Block;
import wiredesk.ingest.copy.Block.Hint;

class FeedReaderTest {

    private static final String ATOM = """
            <feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0"
              xmlns:app="http://www.w3.org/2007/app" xml:lang="en-GB"><title>Mill News</title><id>urn:feed</id>
              <rights>Mill News 2026</rights><author><name>The Desk</name></author>%s</feed>""";

    private static final String RSS = """
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
              xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"
              xmlns:media="http://search.yahoo.com/mrss/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"
              xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/" xmlns:atom="http://www.w3.org/2005/Atom">
              <channel><title>Mill News</title><language>fr</language><copyright>Mill News 2026</copyright>%s</channel></rss>""";

    @Test
    void anRssItemIsRead() {
        Draft draft = only(RSS.formatted("""
                <item><title>Mill &amp;amp; wheel to reopen</title><link>http://mill.example/1</link>
                 <guid isPermaLink="false">mill-1</guid><pubDate>Tue, 03 Mar 2026 09:30:00 +0100</pubDate>
                 <dcterms:modified>2026-03-03T10:00:00Z</dcterms:modified>
                 <dc:creator>Hester Quill</dc:creator><dc:creator>Ann Lee</dc:creator>
                 <category domain="http://mill.example/topics/">mills</category><category>bread</category>
                 <dc:coverage>Porto</dc:coverage><media:keywords>flour, rye</media:keywords>
                 <description>Teaser.</description>
                 <content:encoded><![CDATA[<p>In May.</p><h2>Why</h2><p>Bread.</p>]]></content:encoded>
                 <media:group><media:content url="http://never.invalid/a.jpg"><media:title>wheel.jpg</media:title>
                   <media:description>The wheel.</media:description><media:credit>R. Salgado</media:credit></media:content>
                  <media:content url="http://never.invalid/b.jpg">
                   <media:description>The wheel.</media:description></media:content></media:group></item>"""));

        assertThat(draft.uri()).isEqualTo("mill-1");
        assertThat(draft.headline()).isEqualTo("Mill & wheel to reopen");
        assertThat(draft.firstCreated()).isEqualTo(Instant.parse("2026-03-03T08:30:00Z"));
        assertThat(draft.versionCreated()).isEqualTo(Instant.parse("2026-03-03T10:00:00Z"));
        assertThat(draft.byline()).isEqualTo("Hester Quill, Ann Lee");
        assertThat(draft.language()).isEqualTo("fr");
        assertThat(draft.rightsInfo()).isEqualTo("Mill News 2026");
        assertThat(draft.places()).containsExactly(new Place(null, "Porto"));
        assertThat(draft.subjects())
                .containsExactly(
                        new Subject("http://mill.example/topics/mills", "mills"),
                        new Subject(null, "bread"),
                        new Subject(null, "flour"),
                        new Subject(null, "rye"));
        assertThat(draft.body())
                .containsExactly(
                        new Block(Hint.PARAGRAPH, List.of("In May.")),
                        new Block(Hint.HEADING, List.of("Why")),
                        new Block(Hint.PARAGRAPH, List.of("Bread.")),
                        new Block(Hint.CAPTION, List.of("The wheel.")),
                        new Block(Hint.CAPTION, List.of("R. Salgado")));
        assertThat(draft.warnings()).isEmpty();
    }

    @Test
    void anAtomEntryIsReadInEachTypeOfContent() {
        String entry = """
                <entry><id>urn:e</id><title type="html">R&amp;amp;D &lt;b&gt;now&lt;/b&gt;</title>
                 <updated>2026-03-03T10:00:00Z</updated><published>2026-03-03T08:00:00Z</published>
                 <link rel="self" href="http://mill.example/self"/><author><name>Hester Quill</name></author>
                 <category term="mills" scheme="http://mill.example/topics" label="Mills"/>
                 <summary>Teaser.</summary>%s</entry>""";
        Draft html = only(ATOM.formatted(
                entry.formatted("<content type='html' xml:lang='pt'>&lt;p>In May.&lt;br>Two.&lt;/p></content>")));
        Draft xhtml = only(ATOM.formatted(entry.formatted("""
                <content type='xhtml' xml:lang='pt'><h:div xmlns:h="http://www.w3.org/1999/xhtml"><h:p>In May.<h:br/>Two.</h:p></h:div></content>""")));
        Draft text = only(ATOM.formatted(entry.formatted("<content>1 &lt; 2 &amp;amp; 3</content>")));

        assertThat(html.uri()).isEqualTo("urn:e");
        assertThat(html.headline()).isEqualTo("R&D now");
        assertThat(html.versionCreated()).isEqualTo(Instant.parse("2026-03-03T10:00:00Z"));
        assertThat(html.firstCreated()).isEqualTo(Instant.parse("2026-03-03T08:00:00Z"));
        assertThat(html.byline()).isEqualTo("Hester Quill");
        assertThat(html.language()).isEqualTo("pt");
        assertThat(html.rightsInfo()).isEqualTo("Mill News 2026");
        assertThat(html.subjects()).containsExactly(new Subject("http://mill.example/topics/mills", "Mills"));
        assertThat(html.body()).containsExactly(new Block(Hint.PARAGRAPH, List.of("In May.", "Two.")));
        assertThat(xhtml).isEqualTo(html);
        assertThat(text.body()).containsExactly(new Block(Hint.NONE, List.of("1 < 2 &amp; 3")));
        assertThat(text.language()).isEqualTo("en-GB");
    }

    @Test
    void rss1AndAtomWithoutItsNamespaceAreRead() {
        Draft rdf = only("""
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
                  xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="http://mill.example/"><dc:language>de</dc:language></channel>
                 <item rdf:about="http://mill.example/1"><title>H</title><link>http://mill.example/1?x</link>
                  <dc:date>2026-03-03T10:00+01:00</dc:date></item></rdf:RDF>""");
        assertThat(rdf.uri()).isEqualTo("http://mill.example/1");
        assertThat(rdf.language()).isEqualTo("de");
        assertThat(rdf.versionCreated()).isEqualTo(Instant.parse("2026-03-03T09:00:00Z"));
        assertThat(only("<feed><entry><id>urn:e</id><title>H</title></entry></feed>")
                        .uri())
                .isEqualTo("urn:e");
    }

    @Test
    void aTombstoneKillsEvenWithoutATime() {
        String kill = "<at:deleted-entry ref='urn:e' when='%s'><at:comment>Wrong mill.</at:comment></at:deleted-entry>";
        Draft draft = only(ATOM.formatted(kill.formatted("2026-03-03T10:00:00Z")));
        assertThat(draft.uri()).isEqualTo("urn:e");
        assertThat(draft.pubStatus()).isEqualTo(PubStatus.CANCELED);
        assertThat(draft.versionCreated()).isEqualTo(Instant.parse("2026-03-03T10:00:00Z"));
        assertThat(draft.edNote()).isEqualTo("Wrong mill.");
        assertThat(only(ATOM.formatted(kill.formatted("once"))).warnings()).hasSize(1);
        assertThat(reason(ATOM.formatted("<at:deleted-entry/>")).pointer()).isEqualTo("/feed/at:deleted-entry/@ref");
    }

    @Test
    void aDraftIsWithheld() {
        Draft draft = only(ATOM.formatted(
                "<entry><id>urn:e</id><title>H</title><app:control><app:draft>yes</app:draft></app:control></entry>"));
        assertThat(draft.pubStatus()).isEqualTo(PubStatus.WITHHELD);
    }

    @Test
    void oneImpossibleDateCostsOneEntry() {
        List<Read> reads = FeedReader.read(document(RSS.formatted("""
                <item><guid>1</guid><title>One</title></item>
                <item><guid>2</guid><title>Two</title><pubDate>Tue, 31 Feb 2026 09:30:00 GMT</pubDate></item>
                <item><guid>3</guid><title>Three</title></item>""")));
        assertThat(reads).hasSize(3);
        assertThat(reads.get(0)).isInstanceOf(Read.Accepted.class);
        assertThat(reads.get(1)).isInstanceOfSatisfying(Read.Refused.class, refused -> {
            assertThat(refused.reason().pointer()).isEqualTo("/rss/channel/item[2]/pubDate");
            assertThat(refused.reason().detail()).contains("31 Feb 2026");
        });
        assertThat(reads.get(2)).isInstanceOf(Read.Accepted.class);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-04T06:00:00Z,2026-03-04T06:00:00Z,0",
        "2026-03-04,2026-03-04T12:00:00Z,1",
        "'',,1",
        "soon,,1",
        "2026-02-30T00:00:00Z,,1"
    })
    void anEmbargoHoldsUntilItsTimeAndForeverWhenItHasNone(String written, Instant until, int warnings) {
        Draft draft = only(RSS.formatted(
                "<item><guid>1</guid><title>H</title><prism:embargoDate>" + written + "</prism:embargoDate></item>"));
        assertThat(draft.embargo()).isEqualTo(until == null ? new Embargo.Indefinite() : new Embargo.Until(until));
        assertThat(draft.warnings()).hasSize(warnings);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    <guid>12 at http://mill.example</guid><link>http://x</link> | 12%20at%20http://mill.example
                    <guid/><link>http://mill.example/1</link>                   | http://mill.example/1
                    <atom:link rel='self' href='http://x'/><atom:link href='http://mill.example/1'/> | http://mill.example/1
                    """)
    void theGuidElseTheLinkSaysWhichArticleItIs(String elements, String uri) {
        assertThat(only(RSS.formatted("<item><title>H</title>" + elements + "</item>"))
                        .uri())
                .isEqualTo(uri);
    }

    @Test
    void anEntryThatNothingTellsFromOthersIsRefused() {
        assertThat(reason(RSS.formatted("<item><title>H</title></item>")).detail())
                .isEqualTo("/rss/channel/item has neither a guid nor a link");
        assertThat(reason(ATOM.formatted("<entry><title>H</title></entry>")).pointer())
                .isEqualTo("/feed/entry");
    }

    @Test
    void theDescriptionServesWhereThereIsNoContent() {
        assertThat(only(RSS.formatted("<item><guid>1</guid><content:encoded> </content:encoded>"
                                + "<description>&lt;p&gt;Short.&lt;/p&gt;</description></item>"))
                        .body())
                .containsExactly(new Block(Hint.PARAGRAPH, List.of("Short.")));
        assertThat(only(RSS.formatted(
                                "<item><guid>1</guid><description>It costs 1 &amp;euro; &lt; 2.</description></item>"))
                        .body())
                .containsExactly(new Block(Hint.NONE, List.of("It costs 1 € < 2.")));
    }

    @Test
    void contentThatIsElsewhereIsNotFetchedAndSaidSo() {
        Draft draft = only(
                ATOM.formatted(
                        "<entry><id>urn:e</id><title>H</title><content src='http://never.invalid/' type='text/html'/></entry>"));
        assertThat(draft.body()).isEmpty();
        assertThat(draft.warnings()).singleElement().asString().contains("/feed/entry/content is elsewhere");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    <author>desk@mill.example (Hester Quill)</author>          | Hester Quill
                    <author>Hester Quill &lt;desk@mill.example&gt;</author>    | Hester Quill
                    <author>Hester Quill</author>                              | Hester Quill
                    <itunes:author>Hester Quill</itunes:author>                | Hester Quill
                    <dc:creator>Hester Quill</dc:creator><author>x</author>    | Hester Quill
                    """)
    void aBylineIsANameWithoutItsAddress(String author, String byline) {
        assertThat(only(RSS.formatted("<item><guid>1</guid><title>H</title>" + author + "</item>"))
                        .byline())
                .isEqualTo(byline);
    }

    @Test
    void anAtomEntryInheritsItsAuthor() {
        assertThat(only(ATOM.formatted("<entry><id>urn:e</id><title>H</title></entry>"))
                        .byline())
                .isEqualTo("The Desk");
        assertThat(only(ATOM.formatted("<entry><id>urn:e</id><title>H</title>"
                                + "<source><author><name>Other</name></author></source></entry>"))
                        .byline())
                .isEqualTo("Other");
    }

    @Test
    void anEmptyFeedSaysThatItIsEmpty() {
        for (String feed : List.of(RSS.formatted(""), ATOM.formatted(""))) {
            Reason reason = reason(feed);
            assertThat(reason.kind()).isEqualTo(Kind.EMPTY);
            assertThat(reason.detail()).contains("without an entry");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html/>",
                "<feed/>",
                "<item/>",
                "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description/></rdf:RDF>"
            })
    void whatIsNoFeedIsNone(String xml) {
        assertThat(FeedReader.isFeed(document(xml).getDocumentElement())).isFalse();
        assertThat(reason(xml).kind()).isEqualTo(Kind.INVALID);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    <feed xmlns='http://www.w3.org/2005/Atom' xml:base='http://mill.example/a/'><entry xml:base='b/'><link href='c'/><title>H</title></entry></feed> | http://mill.example/a/b/c
                    <rss xml:base='http://mill.example/'><channel><item><link>/c?d</link><title>H</title></item></channel></rss>     | http://mill.example/c?d
                    <rss xml:base='http://mill example/'><channel><item><link>/c</link><title>H</title></item></channel></rss>      | /c
                    <rss xml:base='http://mill.example/'><channel><item><guid>c</guid><title>H</title></item></channel></rss>        | c
                    """)
    void aLinkIsAnsweredFromItsBaseAndAnIdIsNone(String feed, String uri) {
        assertThat(only(feed).uri()).isEqualTo(uri);
    }

    private static Draft only(String xml) {
        List<Read> reads = FeedReader.read(document(xml));
        assertThat(reads).singleElement().isInstanceOf(Read.Accepted.class);
        return ((Read.Accepted) reads.getFirst()).draft();
    }

    private static Reason reason(String xml) {
        List<Read> reads = FeedReader.read(document(xml));
        assertThat(reads).singleElement().isInstanceOf(Read.Refused.class);
        return ((Read.Refused) reads.getFirst()).reason();
    }

    private static Document document(String xml) {
        try {
            return DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        } catch (Exception problem) {
            throw new AssertionError(problem);
        }
    }
}
