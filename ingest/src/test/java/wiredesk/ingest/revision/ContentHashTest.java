package wiredesk.ingest.revision;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wiredesk.ingest.copy.Zoning;
import wiredesk.ingest.format.Draft;
import wiredesk.ingest.format.Formats;
import wiredesk.ingest.format.Read;

class ContentHashTest {

    private static final String PLAIN = hash("{\"headline\":\"Été\",\"body_text\":\"In May.\"}");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"body_text\":\" In  May.\\n\",\"headline\":\"Été\"}",
                "{\"headline\":\"E\\u0301te\\u0301\",\"body_text\":\"In May.\"}",
                "{\"headline\":\"Été\",\"body_text\":\"In May.\",\"uri\":\"urn:b\",\"version\":\"9\"}",
                "{\"headline\":\"Été\",\"body_text\":\"In May.\",\"versionCreated\":\"2026-03-01T10:00:00Z\"}",
                "{\"headlines\":[{\"value\":\"Été\"}],\"bodies\":[{\"value\":\"In May.\"}],\"pubStatus\":\"usable\"}"
            })
    void theSameContentHasTheSameHash(String json) {
        assertThat(hash(json)).isEqualTo(PLAIN).hasSize(64);
    }

    @Test
    void eachFieldCounts() {
        Set<String> hashes = new HashSet<>(Set.of(PLAIN));
        List<String> fields = List.of(
                "\"urgency\":1",
                "\"pubStatus\":\"withheld\"",
                "\"embargoed\":\"\"",
                "\"slugline\":\"a\"",
                "\"byline\":\"a\"",
                "\"language\":\"fr\"",
                "\"evolvedFrom\":\"a\"",
                "\"subject\":[{\"name\":\"a\"}]",
                "\"place\":[{\"name\":\"a\"}]",
                "\"usageterms\":\"a\"",
                "\"ednote\":\"a\"",
                "\"embargoed\":\"2026-03-01T10:00:00Z\"");
        for (String field : fields) {
            String json = "{\"headline\":\"Été\",\"body_text\":\"In May.\"," + field + "}";
            assertThat(hashes.add(hash(json))).as(field).isTrue();
        }
        assertThat(hashes.add(hash("{\"headline\":\"Été\",\"body_text\":\"In June.\"}")))
                .isTrue();
    }

    private static String hash(String json) {
        Read read = Formats.read(json.getBytes(UTF_8), "application/json");
        assertThat(read).isInstanceOf(Read.Accepted.class);
        Draft draft = ((Read.Accepted) read).draft();
        return ContentHash.of(draft, Zoning.zones(draft.headline(), draft.body()));
    }
}
