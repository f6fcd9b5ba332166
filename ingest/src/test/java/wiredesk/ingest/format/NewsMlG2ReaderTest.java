package wiredesk.ingest.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wiredesk.ingest.copy.Block;
import wiredesk.ingest.copy.Block.Hint;

class NewsMlG2ReaderTest {

    private static final String MEDTOP = "http://cv.iptc.org/newscodes/mediatopic/";

    private static final String WHOLE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" standard="NewsML-G2" standardversion="2.34"
                guid="urn:newsml:mill.example:20260301:7" version="3" xml:lang="en">
              <catalog><scheme alias="medtop" uri="http://cv.iptc.org/newscodes/mediatopic/"/></catalog>
              <rightsInfo><copyrightNotice>© Mill Wire</copyrightNotice><usageTerms>Not for archives</usageTerms></rightsInfo>
              <itemMeta>
                <itemClass qcode="ninat:text"/><provider literal="Mill Wire"/>
                <versionCreated>2026-03-01T10:00:00+01:00</versionCreated>
                <firstCreated>2026-03-01T09:30:00+01:00</firstCreated>
                <embargoed>2026-03-02T00:00:00Z</embargoed>
                <pubStatus qcode="stat:withheld"/>
                <edNote>Corrects the date</edNote>
                <signal qcode="sig:correction"/>
                <link rel="irel:seeAlso" href="http://mill.example/"/>
                <link rel="irel:evolvedFrom" residref="urn:newsml:mill.example:20260228:2"/>
              </itemMeta>
              <contentMeta>
                <urgency>4</urgency>
                <contentCreated>2026-03-01</contentCreated>
                <by>H. Quill</by>
                <language tag="pt"/>
                <subject type="cpnat:abstract" qcode="medtop:20000523"><name xml:lang="en">mills</name>
                  <name xml:lang="pt">moinhos</name></subject>
                <subject qcode="mill:9"/>
                <subject type="cpnat:geoArea" qcode="geo:7"><name>Porto</name></subject>
                <slugline>mill-porto</slugline>
                <headline>Moinho<br/>reabre &amp; mói</headline>
              </contentMeta>
              <contentSet>
                <inlineXML contenttype="application/xhtml+xml">
                  <html xmlns="http://www.w3.org/1999/xhtml"><head><title>no</title></head>
                    <body><h2>Porquê</h2><p>Em maio &lt;se chover&gt;.</p><p/><ul><li>roda</li></ul></body></html>
                </inlineXML>
              </contentSet>
            </newsItem>""";

    @Test
    void aWholeItemIsRead() {
        Draft draft = accepted(WHOLE);

        assertThat(draft.uri()).isEqualTo("urn:newsml:mill.example:20260301:7");
        assertThat(draft.version()).isEqualTo("3");
        assertThat(draft.versionCreated()).isEqualTo(Instant.parse("2026-03-01T09:00:00Z"));
        assertThat(draft.firstCreated()).isEqualTo(Instant.parse("2026-03-01T08:30:00Z"));
        assertThat(draft.headline()).isEqualTo("Moinho reabre & mói");
        assertThat(draft.slugline()).isEqualTo("mill-porto");
        assertThat(draft.byline()).isEqualTo("H. Quill");
        assertThat(draft.language()).isEqualTo("pt");
        assertThat(draft.urgency()).isEqualTo(4);
        assertThat(draft.pubStatus()).isEqualTo(PubStatus.WITHHELD);
        assertThat(draft.embargo()).isEqualTo(new Embargo.Until(Instant.parse("2026-03-02T00:00:00Z")));
        assertThat(draft.evolvedFrom()).isEqualTo("urn:newsml:mill.example:20260228:2");
        assertThat(draft.subjects())
                .containsExactly(new Subject(MEDTOP + "20000523", "moinhos"), new Subject("mill:9", null));
        assertThat(draft.places()).containsExactly(new Place("geo:7", "Porto"));
        assertThat(draft.rightsInfo()).isEqualTo("Not for archives");
        assertThat(draft.edNote()).isEqualTo("Corrects the date");
        assertThat(draft.warnings()).isEmpty();
        assertThat(draft.body())
                .containsExactly(
                        new Block(Hint.HEADING, List.of("Porquê")),
                        new Block(Hint.PARAGRAPH, List.of("Em maio <se chover>.")),
                        new Block(Hint.LIST_ITEM, List.of("roda")));
    }

    @Test
    void aPrefixChangesNothing() {
        String prefixed = WHOLE.replaceAll("<(/?)(?!(?:html|head|title|body|h2|p|ul|li)\\b)([a-zA-Z])", "<$1nar:$2")
                .replace("xmlns=\"http://iptc", "xmlns:nar=\"http://iptc");
        assertThat(prefixed).contains("<nar:newsItem ", "</nar:headline>", "<html ", "</html>");
        assertThat(accepted(prefixed)).isEqualTo(accepted(WHOLE));
    }

    @ParameterizedTest
    @CsvSource({
        "qcode='stat:usable',USABLE",
        "qcode='stat:canceled',CANCELED",
        "qcode='pubst:Withheld',WITHHELD",
        "uri='http://cv.iptc.org/newscodes/pubstatusg2/canceled',CANCELED",
        "uri='http://cv.iptc.org/newscodes/pubstatusg2/withheld/',WITHHELD",
        "literal='cancelled',CANCELED"
    })
    void aStatusIsReadHoweverItIsNamed(String attribute, PubStatus status) {
        assertThat(accepted(item("<pubStatus " + attribute + "/>", "<headline>H</headline>", ""))
                        .pubStatus())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "qcode='sig:kill',CANCELED",
        "uri='http://cv.iptc.org/newscodes/signal/kill',CANCELED",
        "qcode='sig:withhold',WITHHELD",
        "qcode='sig:update',USABLE",
        "qcode='sig:correction',USABLE"
    })
    void aSignalMayKill(String attribute, PubStatus status) {
        String meta = "<pubStatus qcode='stat:usable'/><signal " + attribute + "/>";
        assertThat(accepted(item(meta, "<headline>H</headline>", "")).pubStatus())
                .isEqualTo(status);
    }

    @Test
    void ofTheAssociatedPressIsAStatusThatIsAnEmbargo() {
        String status = "<pubStatus qcode='apstat:embargoed'/>";
        Draft endless = accepted(item(status, "<headline>H</headline>", ""));
        assertThat(endless.pubStatus()).isEqualTo(PubStatus.USABLE);
        assertThat(endless.embargo()).isEqualTo(new Embargo.Indefinite());
        assertThat(endless.warnings()).singleElement().asString().contains("until when");

        String until = "<embargoed>2026-03-02T00:00:00Z</embargoed>";
        assertThat(accepted(item(status + until, "<headline>H</headline>", "")).embargo())
                .isEqualTo(new Embargo.Until(Instant.parse("2026-03-02T00:00:00Z")));
    }

    @Test
    void aKeywordIsASubjectAndADatelineRunsInWithTheFirstParagraph() {
        String meta =
                "<subject literal='m'><name>mills</name></subject><keyword>mills</keyword><keyword>Porto</keyword>"
                        + "<dateline>PORTO, March 1 (Mill Wire)</dateline>";
        String content = "<inlineXML><html><body><h2>Why</h2><p>%sIn May it turns.</p></body></html></inlineXML>";
        Draft draft = accepted(item("", meta, content.formatted("")));
        assertThat(draft.subjects()).containsExactly(new Subject(null, "mills"), new Subject(null, "Porto"));
        assertThat(draft.body().getLast().lines()).containsExactly("PORTO, March 1 (Mill Wire) — In May it turns.");
        assertThat(accepted(item("", meta, content.formatted("Porto (Mill Wire) – ")))
                        .body()
                        .getLast()
                        .lines())
                .containsExactly("Porto (Mill Wire) – In May it turns.");
    }

    @Test
    void theIptcsOwnCatalogIsKnownWithoutFetchingIt() {
        String item = item("", "<headline>H</headline><subject qcode='medtop:20000523'/>", "");
        String reference =
                "<catalogRef href='http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_38.xml'/><itemMeta>";
        assertThat(accepted(item.replace("<itemMeta>", reference)).subjects())
                .containsExactly(new Subject(MEDTOP + "20000523", null));
        assertThat(accepted(item).subjects()).containsExactly(new Subject("medtop:20000523", null));
    }

    @Test
    void aKillNeedsOnlyItsGuidAndItsOtherFaultsAreForgiven() {
        String faulty = "<versionCreated>2026-02-30T00:00:00Z</versionCreated><pubStatus qcode='stat:canceled'/>";
        Draft kill = accepted(item(faulty, "<urgency>often</urgency>", ""));
        assertThat(kill.pubStatus()).isEqualTo(PubStatus.CANCELED);
        assertThat(kill.warnings()).hasSize(2).anyMatch(warning -> warning.contains("versionCreated"));

        String badGuid = item(faulty, "", "").replace("guid='urn:a'", "guid='urn a'");
        assertThat(refused(badGuid).detail()).contains("/newsItem/@guid");
    }

    @ParameterizedTest
    @CsvSource({
        "<versionCreated>2026-02-30T00:00:00Z</versionCreated>,'',/newsItem/itemMeta/versionCreated",
        "<firstCreated>2026-03-01T25:00:00</firstCreated>,'',/newsItem/itemMeta/firstCreated",
        "<pubStatus qcode='stat:lost'/>,'',/newsItem/itemMeta/pubStatus",
        "<pubStatus/>,'',/newsItem/itemMeta/pubStatus",
        "'',<urgency>0</urgency>,/newsItem/contentMeta/urgency",
        "'',<contentCreated>2026-13-01T00:00:00Z</contentCreated>,/newsItem/contentMeta/contentCreated",
    })
    void anImpossibleFieldIsRefusedByItsPath(String itemMeta, String contentMeta, String path) {
        Reason reason = refused(item(itemMeta, contentMeta + "<headline>H</headline>", ""));
        assertThat(reason.kind()).isEqualTo(Kind.INVALID);
        assertThat(reason.detail()).startsWith(path + " ");
        assertThat(reason.pointer()).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<embargoed/>", "<embargoed>  </embargoed>", "<embargoed>Friday noon</embargoed>"})
    void anEmbargoWithoutAReadableEndHolds(String embargoed) {
        Draft draft = accepted(item(embargoed, "<headline>H</headline>", ""));
        assertThat(draft.embargo()).isEqualTo(new Embargo.Indefinite());
        assertThat(draft.warnings()).singleElement().asString().contains("/newsItem/itemMeta/embargoed");
    }

    @ParameterizedTest
    @CsvSource({"Ana Moleiro,Ana Moleiro", "amo,", "ana.moleiro,"})
    void aCreatorIsTheBylineIfItIsAName(String creator, @Nullable String byline) {
        String meta = "<creator qcode='p:7'><name>" + creator + "</name></creator><headline>H</headline>";
        assertThat(accepted(item("", meta, "")).byline()).isEqualTo(byline);
    }

    @Test
    void theMainHeadlineInTheArticlesLanguageIsTheHeadline() {
        String headlines = """
                <language tag="fr-FR"/><headline role="hr:short" xml:lang="fr">Court</headline>
                <headline xml:lang="en">Mill</headline><headline role="hr:short">Bref</headline>
                <headline xml:lang="fr">Moulin</headline><headline xml:lang="en" role="hr:main">The mill</headline>""";
        assertThat(accepted(item("", headlines, "")).headline()).isEqualTo("Moulin");
        assertThat(accepted(item("", headlines.replace("fr-FR", "en"), "")).headline())
                .isEqualTo("The mill");
    }

    @Test
    void withoutAHeadlineTheTitleIsTakenAndToldOf() {
        Draft draft = accepted(item("<title>Mill</title>", "", "<inlineData>In May.</inlineData>"));
        assertThat(draft.headline()).isEqualTo("Mill");
        assertThat(draft.warnings()).singleElement().asString().contains("title");
    }

    @Test
    void nitfInsideGivesItsBodyAndWhereNeededItsHeadlineAndByline() {
        Draft draft = accepted(item("", "<creator><name>Mill Wire</name></creator>", """
                <inlineXML contenttype="application/nitf+xml"><nitf xmlns="http://iptc.org/std/NITF/2006-10-18/">
                <head><title>no</title></head><body><body.head><hedline><hl1>Mill to <em>reopen</em></hl1></hedline>
                <byline>By H. Quill</byline></body.head><body.content><p>In May.</p><hl2>Why</hl2><p>Rain.</p>
                </body.content></body></nitf></inlineXML>"""));
        assertThat(draft.headline()).isEqualTo("Mill to reopen");
        assertThat(draft.byline()).isEqualTo("By H. Quill");
        assertThat(draft.body())
                .containsExactly(
                        new Block(Hint.PARAGRAPH, List.of("In May.")),
                        new Block(Hint.HEADING, List.of("Why")),
                        new Block(Hint.PARAGRAPH, List.of("Rain.")));
    }

    @Test
    void nitfWithoutAHeadlineHasItsTitleForOne() {
        String nitf = "<inlineXML><nitf><head><title>Mill</title></head><body><body.head/></body></nitf></inlineXML>";
        assertThat(accepted(item("", "", nitf)).headline()).isEqualTo("Mill");
        assertThat(accepted(item(
                                "",
                                "",
                                nitf.replace("head/>", "head><hedline><hl1>Big mill</hl1></hedline></body.head>")))
                        .headline())
                .isEqualTo("Big mill");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<inlineXML><p xmlns='http://www.w3.org/1999/xhtml'>In May.</p></inlineXML>",
                "<inlineXML><html><body><p>In May.</p></body></html></inlineXML>",
                "<inlineXML><![CDATA[<p>In May.</p>]]></inlineXML>",
                "<inlineData contenttype='text/html'>&lt;p>In May.&lt;/p></inlineData>",
                "<inlineData contenttype='text/plain'>&lt;p>In May.&lt;/p></inlineData>",
                "<inlineXML><html><header><ul><li>Porto</li></ul><time>1.3.</time><p>In May.</p></header></html></inlineXML>",
                "<inlineData><![CDATA[<div><p>In May.</p></div>]]></inlineData>",
                "<inlineData contenttype='text/plain'>No</inlineData><inlineXML><div><p>In May.</p></div></inlineXML>",
                "<inlineXML xml:lang='fr'><p>En mai.</p></inlineXML><inlineXML xml:lang='en-GB'><p>In May.</p></inlineXML>"
            })
    void theBestTextOfTheContentSetIsRead(String contents) {
        Draft draft = accepted(item("", "<language tag='en'/><headline>H</headline>", contents));
        assertThat(draft.body()).containsExactly(new Block(Hint.PARAGRAPH, List.of("In May.")));
    }

    @Test
    void plainTextKeepsItsLines() {
        String content =
                "<inlineData contenttype='text/plain'>In May.\n\n  • wheel &lt;b&gt;\n    and stone</inlineData>";
        assertThat(accepted(item("", "<headline>H</headline>", content)).body())
                .containsExactly(
                        new Block(Hint.NONE, List.of("In May.")),
                        new Block(Hint.NONE, List.of("  • wheel <b>", "    and stone")));
    }

    @Test
    void ofAPictureItsCaptionIsReadAndNothingIsFetched() {
        String picture = "<remoteContent href='http://127.0.0.1:1/mill.jpg' contenttype='image/jpeg'/>";
        String caption = "<headline>Mill</headline><description role='drol:caption'>The mill\n   in May.</description>";
        assertThat(accepted(item("", caption, picture)).body())
                .containsExactly(new Block(Hint.CAPTION, List.of("The mill", "in May.")));
        assertThat(accepted(item("", "<headline>Mill</headline>", picture)).body())
                .isEmpty();
        assertThat(refused(item("", "", picture)).detail())
                .contains("nothing to publish", "remoteContent of image/jpeg");
    }

    @Test
    void whatAnItemAssertsOfAConceptNamesIt() {
        String xml = item("", "<headline>H</headline><subject qcode='p:7'/>", "")
                .replace("<contentSet>", "<assert qcode='p:7'><name>Ana Moleiro</name></assert><contentSet>");
        assertThat(accepted(xml).subjects()).containsExactly(new Subject("p:7", "Ana Moleiro"));
    }

    @Test
    void aMessageGivesOneAnswerForEachItemInOrder() {
        List<Read> reads = read("""
                <newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sent>2026-03-01T10:00:00Z</sent>
                <catalog><scheme alias="m" uri="urn:m:"/></catalog></header><itemSet>
                <packageItem guid="urn:p"/>
                <newsItem guid="urn:a"><contentMeta><subject qcode="m:1"/><headline>A</headline></contentMeta></newsItem>
                <newsItem guid="urn:b"><contentMeta><urgency>x</urgency><headline>B</headline></contentMeta></newsItem>
                <newsItem guid="urn:c"><contentMeta><headline>C</headline></contentMeta></newsItem>
                </itemSet></newsMessage>""");

        assertThat(reads).hasSize(4);
        assertThat(reason(reads.get(0)).detail()).startsWith("/newsMessage/itemSet/packageItem ");
        assertThat(draft(reads.get(1)).subjects()).containsExactly(new Subject("urn:m:1", null));
        assertThat(reason(reads.get(2)).detail()).startsWith("/newsMessage/itemSet/newsItem[2]/contentMeta/urgency ");
        assertThat(draft(reads.get(3)).uri()).isEqualTo("urn:c");
    }

    @ParameterizedTest
    @CsvSource({
        "packageItem,a package",
        "conceptItem,a concept",
        "knowledgeItem,concepts",
        "planningItem,the plan",
        "contentSet,no item",
        "newsMessage,no item in",
        "NewsML,NewsML 1"
    })
    void whatIsNoNewsItemIsRefusedForThat(String root, String why) {
        assertThat(refused("<" + root + " xmlns='http://iptc.org/std/nar/2006-10-01/'/>")
                        .detail())
                .contains(why);
    }

    @Test
    void anotherNamespaceIsRefusedByName() {
        assertThat(refused("<newsItem xmlns='urn:rivers'/>").detail()).contains("urn:rivers");
    }

    @Test
    void theStrictestOfSeveralStatusesHolds() {
        String meta = "<pubStatus qcode='stat:canceled'/><pubStatus qcode='stat:usable'/><signal qcode='sig:hold'/>";
        assertThat(accepted(item(meta, "", "")).pubStatus()).isEqualTo(PubStatus.CANCELED);
    }

    @Test
    void aTitleIsNotTakenWhereTheTextHasAHeadline() {
        Draft draft = accepted(item("<title>X-7</title>", "", "<inlineXML><h1>Mill</h1><p>In May.</p></inlineXML>"));
        assertThat(draft.headline()).isNull();
        assertThat(draft.body()).contains(new Block(Hint.HEADLINE, List.of("Mill")));
    }

    @ParameterizedTest
    @CsvSource({
        "<language tag='nl-BE'/>,<inlineXML xml:lang='fr'><p>x</p></inlineXML>,nl-BE",
        "'',<inlineXML xml:lang='fr'><p>x</p></inlineXML>,fr",
        "'',<inlineXML><html lang='de'><p>x</p></html></inlineXML>,de",
        "'',<inlineData>x</inlineData>,pt"
    })
    void theLanguageIsTheNearestDeclaredOne(String contentMeta, String contents, String language) {
        String xml = item("", contentMeta, contents).replace("guid=", "xml:lang='pt' guid=");
        assertThat(accepted(xml).language()).isEqualTo(language);
        String message = "<newsMessage xmlns='http://iptc.org/std/nar/2006-10-01/' xml:lang='pt'><itemSet>"
                + item("", contentMeta, contents) + "</itemSet></newsMessage>";
        assertThat(accepted(message).language()).isEqualTo(language);
    }

    @Test
    void aTextInBase64IsDecoded() {
        String content = "<inlineData contenttype='text/plain;charset=iso-8859-1' encoding='encd:base64'>"
                + "SW0gTWFp\n IG38aGx0IHNpZS4=</inlineData>";
        assertThat(accepted(item("", "<headline>H</headline>", content)).body())
                .containsExactly(new Block(Hint.NONE, List.of("Im Mai mühlt sie.")));
    }

    @ParameterizedTest
    @CsvSource({
        "image/png,encd:base64,iVBORw0KGgo=",
        "text/plain,encd:base64,SW4gTWF5Lg=",
        "text/plain,encd:base64,/////w==",
        "text/plain,encd:base64,AAAAAA==",
        "text/plain,encd:uuencode,SW4gTWF5Lg=="
    })
    void aContentInAnEncodingThatIsNoTextIsNotTakenForOne(String type, String encoding, String data) {
        String content = "<inlineData contenttype='%s' encoding='%s'>%s</inlineData>".formatted(type, encoding, data);
        assertThat(accepted(item("", "<headline>H</headline>", content)).body()).isEmpty();
        assertThat(refused(item("", "", content)).detail()).contains(encoding);
    }

    @Test
    void randomMutationsNeverThrow() {
        byte[] whole = WHOLE.getBytes(UTF_8);
        for (long seed = 0; seed < 3_000; seed++) {
            Random random = new Random(seed);
            byte[] mutated = whole.clone();
            for (int i = random.nextInt(3); i >= 0; i--) {
                // Mostly letters, so that it mostly stays XML.
                int at = random.nextInt(mutated.length);
                mutated[at] = (byte) (Character.isLetterOrDigit(mutated[at]) ? '0' + random.nextInt(75) : mutated[at]);
            }
            assertThatCode(() -> readAll(mutated)).as("seed %d", seed).doesNotThrowAnyException();
        }
    }

    private static void readAll(byte[] xml) {
        if (Xml.parse(xml, null) instanceof Xml.Tree(var document)) {
            assertThat(NewsMlG2Reader.read(document)).isNotEmpty();
        }
    }

    private static String item(String itemMeta, String contentMeta, String contents) {
        return """
                <newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='urn:a' version='1'><itemMeta>%s</itemMeta>
                <contentMeta>%s</contentMeta><contentSet>%s</contentSet></newsItem>""".formatted(itemMeta, contentMeta, contents);
    }

    private static Draft accepted(String xml) {
        return draft(only(xml));
    }

    private static Reason refused(String xml) {
        return reason(only(xml));
    }

    private static Read only(String xml) {
        List<Read> reads = read(xml);
        assertThat(reads).hasSize(1);
        return reads.getFirst();
    }

    private static List<Read> read(String xml) {
        return switch (Xml.parse(xml.getBytes(UTF_8), null)) {
            case Xml.Tree(var document) -> NewsMlG2Reader.read(document);
            case Xml.Failed(Reason reason) -> throw new AssertionError(reason);
        };
    }

    private static Draft draft(Read read) {
        return switch (read) {
            case Read.Accepted(Draft draft) -> draft;
            case Read.Refused(Reason reason) -> throw new AssertionError(reason);
        };
    }

    private static Reason reason(Read read) {
        return switch (read) {
            case Read.Refused(Reason reason) -> reason;
            case Read.Accepted(Draft draft) -> throw new AssertionError(draft);
        };
    }
}
