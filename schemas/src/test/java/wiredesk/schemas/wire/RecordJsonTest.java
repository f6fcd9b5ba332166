package wiredesk.schemas.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wiredesk.schemas.record.StandingRevision;
import wiredesk.schemas.record.Submission;
import wiredesk.schemas.wire.Samples.Sample;

class RecordJsonTest {

    @Test
    void aRecordIsItsFieldsAsPeopleAndScriptsReadThem() throws JsonProcessingException {
        JsonNode json = RecordJson.of(Samples.published());

        assertThat(json).isEqualTo(new ObjectMapper().readTree("""
            {
              "uri": "urn:example:harbour-1",
              "version": "3",
              "versionCreated": "2026-03-01T08:59:00Z",
              "firstCreated": "1970-01-01T00:00:00Z",
              "delivery": "correct",
              "why": "Corrects the second paragraph",
              "publishedAt": "2026-03-01T09:00:00.123Z",
              "headline": "Harbour office opens in Łódź 🚢",
              "slugline": "harbour-office",
              "byline": "A. Writer",
              "language": "en",
              "urgency": 4,
              "evolvedFrom": "urn:example:harbour-0",
              "subjects": [{"uri": "medtop:20000124", "name": "regulations"}],
              "places": [{"uri": "urn:example:lodz", "name": "Łódź"}],
              "rightsInfo": "Not for resale",
              "zones": [{"kind": "lede", "text": "An office opens."}],
              "tags": [{
                "code": "wiredesk:europe-expansion",
                "names": {"pl": "Ekspansja w Europie"},
                "broader": ["medtop:20000192"],
                "score": 0.75,
                "bookVersion": "book-7",
                "evidence": [{"rule": "open-office", "zone": 0, "begin": 24, "end": 28, "text": "Łódź"}]
              }],
              "nearDuplicateOf": "urn:example:agency-1"
            }
            """));
    }

    @ParameterizedTest
    @MethodSource("wiredesk.schemas.wire.Samples#all")
    void theFieldsAreTheSchemasInTheSchemasOrder(Sample<?> sample) {
        List<String> fields = sample.topic().schema().getFields().stream()
                .map(Schema.Field::name)
                .toList();

        assertThat(RecordJson.of(sample.value()).fieldNames()).toIterable().containsExactlyElementsOf(fields);
    }

    @Test
    void whatIsNotSetIsNullAndAnswersYesAndNo() {
        JsonNode json = RecordJson.of(StandingRevision.newBuilder()
                .setVersion("1")
                .setContentHash("00")
                .setKilled(false)
                .build());

        assertThat(json.path("versionCreated").isNull()).isTrue();
        assertThat(json.path("killed").isBoolean()).isTrue();
        assertThat(json.path("killed").booleanValue()).isFalse();
    }

    @Test
    void bytesAreInBase64AndAreStillThereAfterwards() {
        ByteBuffer payload = ByteBuffer.wrap(new byte[] {9, 9, 0, -1, 127, 9}, 2, 3);
        Submission submission = new Submission("cms", "text/plain", payload, Instant.EPOCH);

        assertThat(RecordJson.of(submission).path("payload").textValue()).isEqualTo("AP9/");
        assertThat(RecordJson.of(submission).path("payload").textValue()).isEqualTo("AP9/");
    }
}
