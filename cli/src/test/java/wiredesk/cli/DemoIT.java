package wiredesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code wiredesk demo} as a newcomer runs it. */
final class DemoIT {

    private static final Set<String> EARN_NOTHING = Set.of("box", "credit", "source");

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    private Path folder;

    private record Ran(int status, String out) {}

    @Test
    void itsJsonHasEachExampleOnceAndTheFrenchOneWithItsThreeTags() throws Exception {
        // When
        Ran demo = run("demo", "--json");
        // Then
        assertThat(demo.status()).isZero();
        List<JsonNode> records = new ArrayList<>();
        for (String line : demo.out().lines().toList()) {
            records.add(new JsonMapper().readTree(line));
        }
        assertThat(records).hasSize(7);
        assertThat(records).extracting(record -> record.path("uri").asText()).doesNotHaveDuplicates();
        List<JsonNode> french = records.stream().filter(DemoIT::isFrenchExample).toList();
        assertThat(french).hasSize(1);
        assertThat(codes(french.getFirst()))
                .containsExactly("wiredesk:data-residency", "wiredesk:europe-expansion", "wiredesk:regulation");
        assertThat(records).anyMatch(record -> record.path("tags").isEmpty());
        records.forEach(DemoIT::evidenceStands);
    }

    @Test
    void itTellsPeopleEachArticlesWay() throws Exception {
        // When
        Ran demo = run("demo");
        // Then
        assertThat(demo.status()).isZero();
        assertThat(demo.out())
                .contains("cormelle-leipzig.fr.txt", "accepted", "ingested", "tagged", "wiredesk:regulation", "“")
                .contains("published  all, europe, policy")
                .contains("not at all");
    }

    private Ran run(String... arguments) throws Exception {
        Path out = folder.resolve("out");
        Process process = Packaged.command(List.of(arguments))
                .redirectOutput(out.toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
        boolean ended = process.waitFor(60, TimeUnit.SECONDS);
        assertThat(ended).as("ends by itself in 60 s").isTrue();
        return new Ran(process.exitValue(), Files.readString(out));
    }

    private static boolean isFrenchExample(JsonNode record) {
        return record.path("language").asText().equals("fr")
                && record.path("tags").size() == 3;
    }

    private static List<String> codes(JsonNode record) {
        return new ArrayList<>(new TreeSet<>(record.path("tags").findValuesAsText("code")));
    }

    private static void evidenceStands(JsonNode record) {
        for (JsonNode tag : record.path("tags")) {
            assertThat(tag.path("evidence")).isNotEmpty();
            for (JsonNode evidence : tag.path("evidence")) {
                JsonNode zone = record.path("zones").path(evidence.path("zone").asInt());
                String text = zone.path("text").asText();
                int begin = text.offsetByCodePoints(0, evidence.path("begin").asInt());
                int end = text.offsetByCodePoints(0, evidence.path("end").asInt());
                assertThat(text.substring(begin, end))
                        .isEqualTo(evidence.path("text").asText());
                assertThat(EARN_NOTHING).doesNotContain(zone.path("kind").asText());
            }
        }
    }
}
