package wiredesk.ingest.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NinjsConformanceTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "type":"novel"                                            | /type                         | one of text, audio
                    "representationType":"half"                               | /representationType           | one of complete
                    "profile":4                                               | /profile                      | a text, not a number
                    "copyrightholder":["A","B"]                               | /copyrightholder              | a text, not an array
                    "contentCreated":{"from":"2026"}                          | /contentCreated               | a text, not an object
                    "usageterms":{"until":"2027"}                             | /usageterms                   | not an object
                    "genre":"Opinion"                                         | /genre                        | an array, not a text
                    "people":["H. Quill"]                                     | /people/0                     | an object, not a text
                    "infosources":[{"name":"Q","uri":{"id":1}}]               | /infosources/0/uri            | a text
                    "subjects":[{"name":"mills","confidence":101}]            | /subjects/0/confidence        | 0 to 100
                    "altids":"a-1"                                            | /altids                       | an object
                    "renditions":[{"name":"big","width":"wide"}]              | /renditions/0/width           | a number
                    "renditions":{"big":{"width":1e999}}                      | /renditions/big/width         | out of range
                    "mine":{"deep":[1,-1e999]}                                | /mine/deep/1                  | out of range
                    "digitalSourceType":"camera"                              | /digitalSourceType            | an object
                    "standard":"ninjs 3.1"                                    | /standard                     | an object
                    "rightsinfo":{"linkedrights":"a:b","encodedrights":"c"}   | /rightsinfo/encodedrights     | one or the other
                    "places":[{"name":"Porto","geojson":{"type":"Blob"}}]     | /places/0/geojson/type        | Point
                    "places":[{"name":"Porto","geojson":{"coordinates":[]}}]  | /places/0/geojson             | no type
                    "associations":[{"uri":"urn:b"}]                          | /associations/0               | no name
                    "associations":[{"name":"photo"}]                         | /associations/0               | no uri
                    "associations":{"a":{"associations":{"b":{"title":1}}}}   | /associations/a/associations/b/title | a text
                    "plannedCoverage":[{"urgency":12}]                        | /plannedCoverage/0/urgency    | 1 to 9
                    "eventDetails":{"dates":{"expectedStartDate":"in May"}}   | /eventDetails/dates/expectedStartDate | no date
                    "eventDetails":{"dates":{"endDate":"x","expectedEndDate":"2026"}} | /eventDetails/dates/expectedEndDate | beside
                    "headline_":"no name"                                     | /headline_                    | no name
                    "body_é":"no name"                                        | /body_é                       | no name
                    "Headline":"another"                                      | /Headline                     | something else than /headline
                    """)
    void whatBreaksWithTheStandardIsRefusedAtItsPlace(String field, String pointer, String problem) {
        Reason reason = refused("{\"headline\":\"Mill to reopen\"," + field + "}");
        assertThat(reason.kind()).isEqualTo(Kind.INVALID);
        assertThat(reason.pointer()).isEqualTo(pointer);
        assertThat(reason.detail()).startsWith(pointer + " ").contains(problem);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"type\":\"Text\"",
                "\"type\":\"component\",\"infosource\":[{\"name\":\"Q\"}]",
                "\"profile\":null,\"genre\":null,\"place\":[null,{\"name\":\"Porto\",\"qcode\":\"P\",\"scheme\":null}]",
                "\"associations\":{\"lead\":null,\"side\":{\"guid\":\"b\",\"priority\":3,\"type\":\"picture\"}}",
                "\"associations\":[{\"name\":\"photo\",\"uri\":\"urn:b\",\"note\":\"own field\"}]",
                "\"priority\":6,\"service\":[{\"code\":\"a\"}],\"extra\":{\"desk\":7},\"ID\":1,\"id\":2",
                "\"altids\":{\"item\":\"1\",\"etag\":7}",
                "\"altids\":[{\"role\":\"item\",\"value\":\"1\"}]",
                "\"renditions\":{\"big\":{\"width\":\"640\",\"height\":480.5,\"poi\":{\"x\":1,\"y\":2}}}",
                "\"person\":{\"name\":\"H. Quill\"}",
                "\"eventDetails\":{\"dates\":{\"expectedStartDate\":\"2026-05\",\"endDate\":\"2026-06-01T00:00:00Z\"}}",
                "\"standard\":{\"name\":\"ninjs\",\"version\":\"2.2\"},\"plannedCoverage\":[{\"urgency\":9}]",
                "\"standard\":{\"name\":\"ninjs\",\"version\":\"4.0\"},\"mood\":\"blue\"",
                "\"$standard\":{\"name\":\"ninjs\",\"version\":\"1.4\",\"schema\":\"https://wire.example/ours.json\"},\"mood\":1",
            })
    void whatIsValidOrADialectsOwnPasses(String field) {
        Read read = Formats.readAll(
                        ("{\"headline\":\"Mill to reopen\"," + field + "}").getBytes(UTF_8), "application/json")
                .getFirst();
        assertThat(read).isInstanceOf(Read.Accepted.class);
        assertThat(((Read.Accepted) read).draft().warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "$schema":"http://www.iptc.org/std/ninjs/ninjs-schema_2.0.json#"
                    "standard":{"name":"ninjs","version":"3.1"}
                    "$standard":{"name":"ninjs","version":"1.3","schema":"http://www.iptc.org/std/ninjs/ninjs-schema_1.3.json"}
                    """)
    void whoDeclaresTheStandardsSchemaHasNoFieldsBesideIt(String declaration) {
        String item = "{" + declaration + ",\"headline\":\"H\",%s}";
        assertThat(refused(item.formatted("\"mood\":\"blue\"")).pointer()).isEqualTo("/mood");
        assertThat(refused(item.formatted("\"associations\":{\"a\":{\"x/y\":1}}"))
                        .pointer())
                .isEqualTo("/associations/a/x~1y");
        assertThat(Formats.readAll(item.formatted("\"title\":\"T\"").getBytes(UTF_8), "application/json")
                        .getFirst())
                .isInstanceOf(Read.Accepted.class);
    }

    @Test
    void aKillIsReadWhateverElseBreaksWithTheStandard() {
        Read read = Formats.readAll("""
                {"uri":"urn:a","pubstatus":"canceled","type":"novel","profile":4,"renditions":{"a":{"width":1e999}},
                 "standard":{"name":"ninjs","version":"3.1"},"mood":"blue","headline":7}""".getBytes(UTF_8), "application/json").getFirst();
        assertThat(read).isInstanceOf(Read.Accepted.class);
        Draft kill = ((Read.Accepted) read).draft();
        assertThat(kill.pubStatus()).isEqualTo(PubStatus.CANCELED);
        assertThat(kill.warnings()).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void ofTwoSpellingsOfTheStatusTheGravestHoldsAndAUriHasOne() {
        for (String both : List.of(
                "\"pubstatus\":\"usable\",\"pubStatus\":\"canceled\"",
                "\"pubStatus\":\"canceled\",\"pubstatus\":\"usable\"")) {
            Read read = Formats.readAll(("{\"uri\":\"urn:a\"," + both + "}").getBytes(UTF_8), "application/json")
                    .getFirst();
            assertThat(((Read.Accepted) read).draft().pubStatus()).isEqualTo(PubStatus.CANCELED);
        }
        assertThat(refused("{\"uri\":\"urn:a\",\"URI\":\"urn:b\",\"pubstatus\":\"canceled\"}")
                        .pointer())
                .isEqualTo("/URI");
        assertThat(refused("{\"headline\":\"H\",\"pubstatus\":\"usable\",\"pubStatus\":\"withheld\"}")
                        .pointer())
                .isEqualTo("/pubStatus");
    }

    private static Reason refused(String json) {
        Read read = Formats.readAll(json.getBytes(UTF_8), "application/json").getFirst();
        assertThat(read).as(json).isInstanceOf(Read.Refused.class);
        return ((Read.Refused) read).reason();
    }
}
