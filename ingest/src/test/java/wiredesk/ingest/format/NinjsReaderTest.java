package wiredesk.ingest.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wiredesk.ingest.copy.Block;
import wiredesk.ingest.copy.Block.Hint;

class NinjsReaderTest {

    @Test
    void version1AndVersion3OfTheSameItemReadAlike() {
        Draft one = accepted("""
                {"uri":"urn:a","version":"7","versioncreated":"2026-03-01T10:00:00+01:00","pubstatus":"withheld",
                 "headline":"Mill to reopen","byline":"H. Quill","slugline":"mill","language":"en","urgency":3,
                 "embargoed":"2026-03-02T00:00:00Z","usageterms":"Free","ednote":"Corrects the date",
                 "body_xhtml":"<p>In May.</p>","subject":[{"scheme":"http://cv.iptc.org/x","code":"1","name":"mills"}],
                 "place":[{"name":"Porto"}]}""");
        Draft three = accepted("""
                {"uri":"urn:a","version":"7","versionCreated":"2026-03-01T09:00:00Z","pubStatus":"withheld",
                 "headlines":[{"value":"no"},{"role":"main","value":"Mill to reopen"}],"by":"H. Quill",
                 "slugline":"mill","language":"en","urgency":3,"embargoedUntil":"2026-03-02T01:00:00+01:00",
                 "usageTerms":"Free","edNote":"Corrects the date",
                 "bodies":[{"contentType":"text/plain","value":"In May."},
                           {"contentType":"text/html","value":"<p>In May.</p>"}],
                 "subjects":[{"uri":"http://cv.iptc.org/x/1","name":"mills"}],"places":[{"name":"Porto"}]}""");

        assertThat(one).isEqualTo(three);
        assertThat(one.pubStatus()).isEqualTo(PubStatus.WITHHELD);
        assertThat(one.embargo()).isEqualTo(new Embargo.Until(Instant.parse("2026-03-02T00:00:00Z")));
        assertThat(one.body()).containsExactly(new Block(Hint.PARAGRAPH, List.of("In May.")));
        assertThat(one.subjects()).containsExactly(new Subject("http://cv.iptc.org/x/1", "mills"));
    }

    @ParameterizedTest
    @CsvSource({
        "usable,USABLE",
        "withheld,WITHHELD",
        "canceled,CANCELED",
        "Cancelled,CANCELED",
        "stat:canceled,CANCELED"
    })
    void aStatusIsReadLeniently(String written, PubStatus status) {
        assertThat(accepted("{\"headline\":\"H\",\"pubStatus\":\"%s\"}".formatted(written))
                        .pubStatus())
                .isEqualTo(status);
    }

    @Test
    void aKillNeedsOnlyItsUri() {
        Draft kill = accepted("{\"uri\":\"urn:a\",\"pubstatus\":\"canceled\"}");
        assertThat(kill.pubStatus()).isEqualTo(PubStatus.CANCELED);
        assertThat(kill.body()).isEmpty();
    }

    @Test
    void aKillIsNotLostForAFieldThatDoesNotMatter() {
        Draft kill = accepted("{\"uri\":\"urn:a\",\"pubstatus\":\"canceled\",\"urgency\":0,\"headline\":7}");
        assertThat(kill.pubStatus()).isEqualTo(PubStatus.CANCELED);
        assertThat(kill.warnings()).hasSize(2);
        assertThat(refused("{\"uri\":7,\"pubstatus\":\"canceled\"}").pointer()).isEqualTo("/uri");
        assertThat(refused("{\"uri\":\"urn:a\",\"Version\":{},\"pubstatus\":\"canceled\"}")
                        .pointer())
                .isEqualTo("/Version");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\" \"", "\"soon\"", "\"2026-02-30T10:00:00Z\"", "true", "12", "{}"})
    void anEmbargoThatCannotBeReadHoldsAndWarns(String written) {
        for (String name : List.of("embargoed", "embargoedUntil")) {
            Draft draft = accepted("{\"headline\":\"H\",\"%s\":%s}".formatted(name, written));
            assertThat(draft.embargo()).isEqualTo(new Embargo.Indefinite());
            assertThat(draft.warnings()).singleElement().asString().contains("/" + name);
        }
    }

    @ParameterizedTest
    @CsvSource({"usable,USABLE", "withhold,WITHHELD", "Withheld,WITHHELD", "cancelled,CANCELED", "embargoed,USABLE"})
    void theStatusIsReadInTheDialectsOfSuperdeskAndTheAssociatedPress(String written, PubStatus status) {
        Draft draft = accepted("{\"uri\":\"urn:a\",\"headline\":\"H\",\"pubstatus\":\"" + written + "\"}");
        assertThat(draft.pubStatus()).isEqualTo(status);
        assertThat(draft.embargo())
                .isEqualTo(written.equals("embargoed") ? new Embargo.Indefinite() : new Embargo.None());
    }

    @Test
    void ofTwoEmbargoesTheStricterHolds() {
        String both = "{\"headline\":\"H\",\"embargoed\":%s,\"embargoedUntil\":\"2026-03-02T00:00:00Z\"}";
        assertThat(accepted(both.formatted("\"\"")).embargo()).isEqualTo(new Embargo.Indefinite());
        assertThat(accepted(both.formatted("\"2026-03-01T00:00:00Z\"")).embargo())
                .isEqualTo(new Embargo.Until(Instant.parse("2026-03-02T00:00:00Z")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"headline":5}                                       | /headline
                    {"headline":"H","urgency":0}                         | /urgency
                    {"headline":"H","urgency":"5"}                       | /urgency
                    {"headline":"H","urgency":99999999999999999999}      | /urgency
                    {"headline":"H","pubStatus":"published"}             | /pubStatus
                    {"headline":"H","pubStatus":""}                      | /pubStatus
                    {"headline":"H","versionCreated":"2026-03-01"}       | /versionCreated
                    {"headline":"H","versioncreated":"0000-01-01T00:00:00Z"} | /versioncreated
                    {"headline":"H","firstCreated":"2026-13-01T00:00:00Z"} | /firstCreated
                    {"headline":"H","uri":"urn:a b"}                     | /uri
                    {"headline":"H","version":1.5}                       | /version
                    {"headlines":[{"value":"H"},7]}                      | /headlines/1
                    {"headlines":[{"value":["H"]}]}                      | /headlines/0/value
                    {"headline":"H","subjects":[{"name":3}]}             | /subjects/0/name
                    {"headline":"H","places":"Porto"}                    | /places
                    {}                                                   | ''
                    {"version":"1","type":"text"}                        | ''
                    {"uri":"urn:a","titel":"H"}                          | /titel
                    {"uri":"urn:a","headline":" ","body_text":"\\n"}      | ''
                    7                                                    | ''
                    """)
    void whatIsWrongIsNamedByItsPointer(String json, String pointer) {
        Reason reason = refused(json);
        assertThat(reason.kind()).isEqualTo(Kind.INVALID);
        assertThat(reason.pointer()).isEqualTo(pointer);
        assertThat(reason.detail()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"headline":"H"} 7                    | after the end
                    {"headline":"H","headline":"I"}       | Duplicate field 'headline'
                    {"headline":"H"                       | Object (start marker at line 1, column 1) (line 1, column
                    {"headline":"\\uD83D"}                 | half a character
                    {"\\uDE00":"H"}                        | surrogate
                    {"headline":"a\\u0000b"}               | NUL
                    {"headline":NaN}                      | NaN
                    """)
    void whatIsNoJsonIsMalformed(String json, String detail) {
        Reason reason = refused(json);
        assertThat(reason.kind()).isEqualTo(Kind.MALFORMED);
        assertThat(reason.detail()).contains(detail);
    }

    @Test
    void whatIsMalformedIsNamedByItsPointer() {
        assertThat(refused("{\"headline\":\"H\",\"mine\":[{\"a\":1},{\"b\":1,\"b\":2}]}")
                        .pointer())
                .isEqualTo("/mine/1/b");
        assertThat(refused("{\"headline\":\"H\",\"urgency\":" + "9".repeat(200) + "}"))
                .isEqualTo(new Reason(
                        Kind.MALFORMED,
                        "beyond what is read here: Number value length (200) exceeds the maximum allowed (100, from"
                                + " `StreamReadConstraints.getMaxNumberLength()`)",
                        "/urgency"));
        Reason deep = refused("{\"headline\":\"H\",\"mine\":" + "[".repeat(200) + "]".repeat(200) + "}");
        assertThat(deep.detail()).contains("nesting depth");
        assertThat(deep.pointer()).startsWith("/mine/0/0");
    }

    @Test
    void anItemMayHaveNoWordsWhereAllElseIsNinjs() {
        for (String json : List.of(
                "{\"uri\":\"urn:a\",\"type\":\"picture\",\"renditions\":{\"a\":{\"href\":\"http://a.example/a\"}}}",
                "{\"uri\":\"urn:a\",\"body_text\":\"...\"}",
                "{\"guid\":\"urn:a\",\"pubstatus\":\"withheld\",\"priority\":3,\"headline\":\"\"}")) {
            Draft draft = accepted(json);
            assertThat(draft.uri()).isEqualTo("urn:a");
            assertThat(draft.warnings()).singleElement().asString().contains("without words");
        }
    }

    @Test
    void aTitleServesWhereThereIsNoHeadline() {
        assertThat(accepted("{\"uri\":\"urn:a\",\"title\":\"Mill fete\",\"type\":\"event\"}")
                        .headline())
                .isEqualTo("Mill fete");
        assertThat(accepted("{\"title\":\"mill\",\"headlines\":[{\"value\":\"Mill to reopen\"}]}")
                        .headline())
                .isEqualTo("Mill to reopen");
    }

    @Test
    void aGuidServesWhereThereIsNoUri() {
        assertThat(accepted("{\"guid\":\"urn:g\",\"headline\":\"H\"}").uri()).isEqualTo("urn:g");
        assertThat(accepted("{\"guid\":\"urn:g\",\"uri\":\"urn:a\",\"headline\":\"H\"}")
                        .uri())
                .isEqualTo("urn:a");
        assertThat(refused("{\"guid\":\"urn g\",\"pubstatus\":\"canceled\"}").pointer())
                .isEqualTo("/guid");
    }

    @Test
    void termsOfUseMayBeSeveralTexts() {
        assertThat(accepted("{\"headline\":\"H\",\"usageterms\":[\"Not in print.\",\"Credit us.\"]}")
                        .rightsInfo())
                .isEqualTo("Not in print. Credit us.");
    }

    @Test
    void anArrayIsReadItemByItemAndEachFaultKeepsItsPlace() {
        List<Read> reads = Formats.readAll("""
                [{"headline":"H"},{"headline":"I","urgency":0},{"uri":"urn:a","pubstatus":"canceled","urgency":0},7,
                 {"uri":7,"pubstatus":"canceled"}]""".getBytes(UTF_8), "application/json");
        assertThat(reads).hasSize(5);
        assertThat(reads.get(0)).isInstanceOf(Read.Accepted.class);
        assertThat(reads.get(1))
                .isInstanceOfSatisfying(
                        Read.Refused.class,
                        refused -> assertThat(refused.reason().pointer()).isEqualTo("/1/urgency"));
        assertThat(reads.get(2)).isInstanceOf(Read.Accepted.class);
        assertThat(reads.get(3))
                .isInstanceOfSatisfying(
                        Read.Refused.class,
                        refused -> assertThat(refused.reason().pointer()).isEqualTo("/3"));
        assertThat(reads.get(4))
                .isInstanceOfSatisfying(
                        Read.Refused.class,
                        refused -> assertThat(refused.reason().pointer()).isEqualTo("/4/uri"));
        assertThat(Formats.readAll("[]".getBytes(UTF_8), "application/json"))
                .singleElement()
                .isInstanceOf(Read.Refused.class);
        assertThat(Formats.readAll("{\"headline\":\"H\"}".getBytes(UTF_8), "application/json"))
                .singleElement()
                .isInstanceOf(Read.Accepted.class);
    }

    @Test
    void aNumberIsTakenForTheVersionThatItIs() {
        assertThat(accepted("{\"headline\":\"H\",\"version\":12345678901234567890}")
                        .version())
                .isEqualTo("12345678901234567890");
    }

    @Test
    void aDescriptionServesWhereThereIsNoBody() {
        assertThat(accepted("{\"headline\":\"H\",\"description_text\":\"In May.\"}")
                        .body())
                .hasSize(1);
    }

    private static Draft accepted(String json) {
        Read read = Formats.readAll(json.getBytes(UTF_8), "application/json").getFirst();
        assertThat(read).isInstanceOf(Read.Accepted.class);
        return ((Read.Accepted) read).draft();
    }

    private static Reason refused(String json) {
        Read read = Formats.readAll(json.getBytes(UTF_8), "application/json").getFirst();
        assertThat(read).isInstanceOf(Read.Refused.class);
        return ((Read.Refused) read).reason();
    }
}
