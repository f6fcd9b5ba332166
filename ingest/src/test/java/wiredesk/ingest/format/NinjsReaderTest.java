package wiredesk.ingest.format;

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
                    {"uri":"urn:a"}                                      | ''
                    {"uri":"urn:a","headline":" ","body_text":"\\n"}      | ''
                    []                                                   | ''
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
                    {"headline":"H"                       | line 1
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
        Read read = NinjsReader.read(json);
        assertThat(read).isInstanceOf(Read.Accepted.class);
        return ((Read.Accepted) read).draft();
    }

    private static Reason refused(String json) {
        Read read = NinjsReader.read(json);
        assertThat(read).isInstanceOf(Read.Refused.class);
        return ((Read.Refused) read).reason();
    }
}
