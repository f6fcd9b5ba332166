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

class NitfReaderTest {

    private static final String WHOLE = """
            <nitf xml:lang="en-GB" version="-//IPTC//DTD NITF 3.4//EN"><head><title>Mill</title>
             <tobject tobject.type="news"><tobject.subject tobject.subject.refnum="04000000"
               tobject.subject.type="economy" tobject.subject.matter="milling"/></tobject>
             <docdata management-status="usable"><doc-id regsrc="Quill" id-string="urn:quill:7"/>
              <urgency ed-urg="3"/><date.issue norm="20260301T093000+0100"/>
              <date.release norm="20260302T060000Z"/><doc.copyright year="2026" holder="Quill Wire"/>
              <evloc iso-cc="PT" city="Porto"/><ed-msg info="Adds the miller's words."/>
              <du-key key="MILL-PORTO" version="4" generation="2"/><series series.name="Old mills"/>
              <key-list><keyword key="flour"/></key-list>
              <identified-content><classifier type="theme" value="m1" idsrc="http://quill.example/themes">mills</classifier>
               <location>Gaia</location></identified-content></docdata></head>
             <body><body.head><hedline><hl1>Mill to <em>reopen</em></hl1><hl2>Bread for all</hl2></hedline>
              <byline>By <person>Hester Quill</person><byttl>Mill writer</byttl></byline>
              <dateline><location>PORTO</location>, <story.date>March 1</story.date></dateline>
              <abstract><p>Short.</p></abstract></body.head>
             <body.content><p>The mill will reopen on <chron norm="20260501">1 May</chron>.</p><hl2>Why now</hl2>
              <block><p>One.</p><ol><li>flour</li><li><p>bran</p></li></ol><dl><dt>Rye</dt><dd>dark</dd></dl></block>
              <media media-type="image"><media-reference source="http://never.invalid/w.jpg">w</media-reference>
               <media-metadata name="x" value="y"/><media-caption><p>The wheel.</p></media-caption>
               <media-producer>Photo: R. Salgado</media-producer></media>
              <table><caption>Prices</caption><tr><th>Flour</th><th><p>Price</p></th></tr><tr><td>Rye</td><td>2</td></tr></table>
              <bq><block><p>It turns.</p></block><credit>The miller</credit></bq><hr/><pre>a 1
            b 2</pre><note noteclass="editorsnote"><body.content><p>Not for print.</p></body.content></note>
              <p>Half: <frac><frac-num>1</frac-num>/<frac-den>2</frac-den></frac>.<br/>End.</p></body.content>
             <body.end><tagline>Reporting by Ann Lee.</tagline></body.end></body></nitf>""";

    @Test
    void aWholeDocumentIsRead() {
        Draft draft = accepted(WHOLE);

        assertThat(draft.uri()).isEqualTo("urn:quill:7");
        assertThat(draft.version()).isEqualTo("4");
        assertThat(draft.versionCreated()).isEqualTo(Instant.parse("2026-03-01T08:30:00Z"));
        assertThat(draft.embargo()).isEqualTo(new Embargo.Until(Instant.parse("2026-03-02T06:00:00Z")));
        assertThat(draft.headline()).isEqualTo("Mill to reopen");
        assertThat(draft.slugline()).isEqualTo("MILL-PORTO");
        assertThat(draft.byline()).isEqualTo("By Hester Quill, Mill writer");
        assertThat(draft.language()).isEqualTo("en-GB");
        assertThat(draft.urgency()).isEqualTo(3);
        assertThat(draft.rightsInfo()).isEqualTo("© 2026 Quill Wire");
        assertThat(draft.edNote()).isEqualTo("Adds the miller's words. Not for print.");
        assertThat(draft.subjects())
                .containsExactly(
                        new Subject("http://cv.iptc.org/newscodes/subjectcode/04000000", "milling"),
                        new Subject("http://quill.example/themes/m1", "mills"),
                        new Subject(null, "flour"));
        assertThat(draft.places()).containsExactly(new Place(null, "Porto, PT"), new Place(null, "Gaia"));
        assertThat(draft.warnings()).isEmpty();
    }

    @Test
    void itsElementsSayWhatItsBlocksAre() {
        assertThat(accepted(WHOLE).body())
                .containsExactly(
                        new Block(Hint.HEADING, List.of("Bread for all")),
                        new Block(Hint.PARAGRAPH, List.of("PORTO, March 1 — The mill will reopen on 1 May.")),
                        new Block(Hint.HEADING, List.of("Why now")),
                        new Block(Hint.PARAGRAPH, List.of("One.")),
                        new Block(Hint.LIST_ITEM, List.of("flour")),
                        new Block(Hint.LIST_ITEM, List.of("bran")),
                        new Block(Hint.LIST_ITEM, List.of("Rye")),
                        new Block(Hint.LIST_ITEM, List.of("dark")),
                        new Block(Hint.CAPTION, List.of("The wheel.")),
                        new Block(Hint.CAPTION, List.of("Photo: R. Salgado")),
                        new Block(Hint.CAPTION, List.of("Prices")),
                        new Block(Hint.LIST_ITEM, List.of("Flour | Price")),
                        new Block(Hint.LIST_ITEM, List.of("Rye | 2")),
                        new Block(Hint.PARAGRAPH, List.of("It turns.")),
                        new Block(Hint.PARAGRAPH, List.of("The miller")),
                        new Block(Hint.NONE, List.of("a 1", "b 2")),
                        new Block(Hint.PARAGRAPH, List.of("Half: 1/2.", "End.")),
                        new Block(Hint.PARAGRAPH, List.of("Reporting by Ann Lee.")));
    }

    @Test
    void itReadsTheSameWithANamespaceAPrefixOrADoctype() {
        Draft plain = accepted(WHOLE);
        String uri = "http://iptc.org/std/NITF/2006-10-18/";
        assertThat(accepted(WHOLE.replaceFirst("<nitf", "<nitf xmlns='" + uri + "'")))
                .isEqualTo(plain);
        String prefixed = WHOLE.replaceAll("<(/?)([a-z])", "<$1n:$2");
        assertThat(accepted(prefixed.replaceFirst("<n:nitf", "<n:nitf xmlns:n='" + uri + "'")))
                .isEqualTo(plain);
        assertThat(accepted(
                        "<!DOCTYPE nitf PUBLIC '-//IPTC//DTD NITF 3.4//EN' 'http://never.invalid/nitf.dtd'>" + WHOLE))
                .isEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource({
        "usable,USABLE",
        "Corrected,USABLE",
        "embargo lifted,USABLE",
        "withheld,WITHHELD",
        "On-Hold,WITHHELD",
        "not usable,WITHHELD",
        "canceled,CANCELED",
        "cancelled,CANCELED",
        "Killed,CANCELED",
        "MANDATORY KILL,CANCELED",
        "withdrawn,CANCELED"
    })
    void aStatusIsKnownByItsStem(String written, PubStatus status) {
        Draft draft = accepted(withDocdata("management-status='" + written + "'", ""));
        assertThat(draft.pubStatus()).isEqualTo(status);
        assertThat(draft.warnings()).isEmpty();
    }

    @Test
    void aStatusThatIsNoWordKnownHereHolds() {
        Draft draft = accepted(withDocdata("management-status='gesperrt'", ""));
        assertThat(draft.pubStatus()).isEqualTo(PubStatus.WITHHELD);
        assertThat(draft.warnings()).singleElement().asString().contains("'gesperrt'");
    }

    @Test
    void embargoedWithoutATimeHoldsAndWarns() {
        Draft draft = accepted(withDocdata("management-status='embargoed'", ""));
        assertThat(draft.pubStatus()).isEqualTo(PubStatus.USABLE);
        assertThat(draft.embargo()).isEqualTo(new Embargo.Indefinite());
        assertThat(draft.warnings()).singleElement().asString().contains("/nitf/head/docdata/@management-status");
        assertThat(accepted(withDocdata("management-status='embargoed'", "<date.release norm='20260302T060000Z'/>"))
                        .embargo())
                .isEqualTo(new Embargo.Until(Instant.parse("2026-03-02T06:00:00Z")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"norm=''", "", "norm=' '", "norm='soon'", "norm='20260230T100000Z'", "norm='2026'"})
    void aReleaseThatCannotBeReadHoldsAndWarns(String norm) {
        Draft draft = accepted(withDocdata("", "<date.release " + norm + "/>"));
        assertThat(draft.embargo()).isEqualTo(new Embargo.Indefinite());
        assertThat(draft.warnings()).singleElement().asString().contains("/nitf/head/docdata/date.release/@norm");
    }

    @ParameterizedTest
    @CsvSource({"20260302,2026-03-02T12:00:00Z", "20260302T060000,2026-03-02T18:00:00Z"})
    void aReleaseWithoutAnOffsetHoldsUntilItHasComeEverywhere(String norm, Instant until) {
        Draft draft = accepted(withDocdata("", "<date.release norm='" + norm + "'/>"));
        assertThat(draft.embargo()).isEqualTo(new Embargo.Until(until));
        assertThat(draft.warnings()).singleElement().asString().contains("no offset");
    }

    @Test
    void aReleaseThatIsTheIssueIsNoEmbargo() {
        String both = "<date.issue norm='20260301T060000'/><date.release norm='%s'/>";
        assertThat(accepted(withDocdata("", both.formatted("2026-03-01T06:00:00")))
                        .embargo())
                .isEqualTo(new Embargo.None());
        assertThat(accepted(withDocdata("", both.formatted("20260301T060001"))).embargo())
                .isEqualTo(new Embargo.Until(Instant.parse("2026-03-01T18:00:01Z")));
        assertThat(accepted(withDocdata("", both.replace("00'", "00Z'").formatted("20260301T060000Z")))
                        .embargo())
                .isEqualTo(new Embargo.Until(Instant.parse("2026-03-01T06:00:00Z")));
    }

    @Test
    void ofTwoReleasesTheStricterHolds() {
        assertThat(accepted(withDocdata("", "<date.release norm='20260302T060000Z'/><date.release norm=''/>"))
                        .embargo())
                .isEqualTo(new Embargo.Indefinite());
    }

    @Test
    void theRevisionHistorySaysWhenItWasMadeAndChanged() {
        Draft draft = accepted("""
                <nitf><head><docdata><date.issue norm="20260301T120000Z"/></docdata>
                <revision-history norm="20260301T080000Z" function="writer-author"/>
                <revision-history norm="20260301T130000Z" function="editor"/></head>
                <body><body.head><hedline><hl1>H</hl1></hedline></body.head></body></nitf>""");
        assertThat(draft.firstCreated()).isEqualTo(Instant.parse("2026-03-01T08:00:00Z"));
        assertThat(draft.versionCreated()).isEqualTo(Instant.parse("2026-03-01T13:00:00Z"));
    }

    @Test
    void aKillNeedsOnlyItsId() {
        String kill = "<nitf><head><docdata management-status='killed'>%s</docdata></head></nitf>";
        assertThat(accepted(kill.formatted("<doc-id id-string='a'/>")).pubStatus())
                .isEqualTo(PubStatus.CANCELED);
        Draft faulty = accepted(kill.formatted(
                "<doc-id id-string='a'/><urgency ed-urg='x'/><date.issue norm='20261301'/><date.expire norm='no'/>"));
        assertThat(faulty.warnings()).hasSize(3);
    }

    @Test
    void aNoticeThatAnotherDocumentIsKilledKillsThatOne() {
        Draft kill = accepted("""
                <nitf><head><docdata management-status="usable" management-doc-idref="urn:old"
                  management-idref-status="canceled"><doc-id id-string="urn:notice"/><du-key version="1"/></docdata></head>
                <body><body.head><hedline><hl1>Mill story is killed</hl1></hedline></body.head></body></nitf>""");
        assertThat(kill.uri()).isEqualTo("urn:old");
        assertThat(kill.pubStatus()).isEqualTo(PubStatus.CANCELED);
        assertThat(kill.version()).isNull();
        assertThat(kill.edNote()).isEqualTo("Mill story is killed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"management-doc-idref='urn:a'", "management-doc-idref='urn:a:3'", ""})
    void aDocumentMayKillItself(String idref) {
        Draft kill = accepted(withDocdata(idref + " management-idref-status='killed'", "<doc-id id-string='urn:a'/>"));
        assertThat(kill.uri()).isEqualTo("urn:a");
        assertThat(kill.pubStatus()).isEqualTo(PubStatus.CANCELED);
        assertThat(kill.evolvedFrom()).isNull();
    }

    @Test
    void whatReplacesAnotherDocumentEvolvedFromIt() {
        Draft draft = accepted(withDocdata(
                "management-doc-idref='urn:old' management-idref-status='replaced'", "<doc-id id-string='urn:new'/>"));
        assertThat(draft.uri()).isEqualTo("urn:new");
        assertThat(draft.evolvedFrom()).isEqualTo("urn:old");
    }

    @Test
    void anIdWithSpacesIsWrittenAsAUriWritesThem() {
        assertThat(accepted(withDocdata("", "<doc-id id-string='QW-03-01 0930 GMT'/>"))
                        .uri())
                .isEqualTo("QW-03-01%200930%20GMT");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    <urgency ed-urg='0'/>                     | /nitf/head/docdata/urgency/@ed-urg
                    <urgency ed-urg='high'/>                  | /nitf/head/docdata/urgency/@ed-urg
                    <date.issue norm='20260230'/>             | /nitf/head/docdata/date.issue/@norm
                    <date.issue norm='20260301T0930+25'/>     | /nitf/head/docdata/date.issue/@norm
                    <date.issue norm='00000101T000000Z'/>     | /nitf/head/docdata/date.issue/@norm
                    <date.expire norm='yesterday'/>           | /nitf/head/docdata/date.expire/@norm
                    """)
    void whatIsWrongIsNamedByItsPath(String docdata, String path) {
        Reason reason = refused(withDocdata("", docdata));
        assertThat(reason.kind()).isEqualTo(Kind.INVALID);
        assertThat(reason.pointer()).isEqualTo(path);
        assertThat(reason.detail()).startsWith(path);
    }

    @Test
    void aDocumentThatSaysNothingOrIsAnotherIsRefused() {
        assertThat(refused("<nitf><head/><body/></nitf>").pointer()).isEqualTo("/nitf");
        assertThat(refused("<html/>").detail()).contains("html");
    }

    @Test
    void anAbstractServesWhereThereIsNoBody() {
        Draft draft = accepted("<nitf><body><body.head><abstract><p>Short.</p></abstract></body.head></body></nitf>");
        assertThat(draft.body()).containsExactly(new Block(Hint.PARAGRAPH, List.of("Short.")));
    }

    @Test
    void escapedMarkupAndPlainTextInAContainerAreRead() {
        assertThat(NitfReader.body(root("<body.content><![CDATA[<p>One.</p><p>Two.</p>]]></body.content>")))
                .containsExactly(
                        new Block(Hint.PARAGRAPH, List.of("One.")), new Block(Hint.PARAGRAPH, List.of("Two.")));
        assertThat(NitfReader.body(root("<body.content>One.\n\nTwo.</body.content>")))
                .extracting(Block::lines)
                .containsExactly(List.of("One."), List.of("Two."));
    }

    @Test
    void aDatelineThatTheTextRepeatsIsNotPutBeforeIt() {
        String nitf = """
                <nitf><body><body.head><dateline><location>Porto</location></dateline></body.head>
                <body.content><p>%s</p></body.content></body></nitf>""";
        assertThat(NitfReader.body(root(nitf.formatted("PORTO (QW) - It turns.")))
                        .getFirst()
                        .lines())
                .containsExactly("PORTO (QW) - It turns.");
        assertThat(NitfReader.body(root(nitf.formatted("It turns."))).getFirst().lines())
                .containsExactly("Porto — It turns.");
    }

    @Test
    void aDatelineForMachinesIsNotPrinted() {
        String nitf = """
                <nitf><body><body.head><dateline>%s<story.date>20260301T093000+0000</story.date></dateline></body.head>
                <body.content><p>It turns.</p></body.content></body></nitf>""";
        assertThat(NitfReader.body(root(nitf.formatted(""))).getFirst().lines()).containsExactly("It turns.");
        assertThat(NitfReader.body(root(nitf.formatted("<location>Porto</location>")))
                        .getFirst()
                        .lines())
                .containsExactly("Porto — It turns.");
    }

    @Test
    void noDepthOfNestingEndsTheStack() {
        Document document = document("<nitf><body><body.content/></body></nitf>");
        var at = document.getElementsByTagName("body.content").item(0);
        for (int i = 0; i < 20_000; i++) {
            at = at.appendChild(document.createElement("block"));
        }
        at.appendChild(document.createTextNode("Deep."));
        assertThat(NitfReader.read(document)).isInstanceOf(Read.Accepted.class);
    }

    private static String withDocdata(String attributes, String docdata) {
        return "<nitf><head><docdata %s>%s</docdata></head><body><body.head><hedline><hl1>H</hl1></hedline></body.head></body></nitf>"
                .formatted(attributes, docdata);
    }

    private static Draft accepted(String xml) {
        Read read = NitfReader.read(document(xml));
        assertThat(read).isInstanceOf(Read.Accepted.class);
        return ((Read.Accepted) read).draft();
    }

    private static Reason refused(String xml) {
        Read read = NitfReader.read(document(xml));
        assertThat(read).isInstanceOf(Read.Refused.class);
        return ((Read.Refused) read).reason();
    }

    private static org.w3c.dom.Element root(String xml) {
        return document(xml).getDocumentElement();
    }

    static Document document(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        } catch (Exception problem) {
            throw new AssertionError(problem);
        }
    }
}
