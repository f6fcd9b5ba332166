package wiredesk.cli;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import wiredesk.cli.NodeProject.Ran;
import wiredesk.schemas.record.DeliveryKind;
import wiredesk.schemas.record.PublishedArticle;
import wiredesk.schemas.wire.RecordJson;
import wiredesk.standalone.Desk;
import wiredesk.standalone.EmbeddedDesk;
import wiredesk.standalone.Newsroom;
import wiredesk.standalone.Site;

/** What a site in another language gets is what a site in Java gets. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class NodeReaderIT {

    private static final String URI = "urn:example:node-reader";

    private static final String FIRST = "urn:example:plain";

    private static final String KILL = """
            {"uri":"urn:example:node-reader","version":"2","pubStatus":"canceled","type":"text","language":"en"}""";

    private static final List<String> INSTANTS = List.of("versionCreated", "firstCreated", "publishedAt");

    /** JSON has one kind of number: JavaScript writes 1.0 as 1. */
    private static final Comparator<JsonNode> AS_NUMBERS =
            (a, b) -> a.isNumber() && b.isNumber() ? a.decimalValue().compareTo(b.decimalValue()) : a.equals(b) ? 0 : 1;

    private static final NodeProject READER = NodeProject.of("node");

    private @Nullable EmbeddedDesk desk;

    @BeforeAll
    void start(@TempDir Path data) throws Exception {
        ContainersIT.skipUnless(
                READER.canRun(),
                "WIREDESK_NODE",
                "There is no Node (node and npm on the PATH): no reader in another language than Java was tested.");
        READER.install();
        desk = new EmbeddedDesk(data);
    }

    @AfterAll
    void stop() {
        if (desk != null) {
            desk.close();
        }
    }

    @Test
    void everyFieldOfEveryRecordIsTheSameInNodeAsInJava() throws Exception {
        // Given
        Newsroom newsroom = new Newsroom(desk());
        String story = Files.readString(Path.of("..", "examples", "cormelle-leipzig.fr.txt"));
        newsroom.sendText(FIRST, story);
        List<PublishedArticle> inJava = new ArrayList<>();
        try (Site<PublishedArticle> europe = Site.ofChannel(desk(), "europe")) {
            europe.await("the plain one", known -> known.key().equals(FIRST));
            newsroom.sendNinjs(article(story));
            newsroom.sendNinjs(KILL);
            europe.await("the kill", known -> known.value().getDelivery() == DeliveryKind.kill);
            inJava.addAll(europe.all(FIRST));
            inJava.addAll(europe.all(URI));
        }
        List<JsonNode> expected = sorted(inJava.stream().map(RecordJson::of).toList());
        // When
        Ran node = read(desk(), "--max", "3", "europe");
        // Then
        assertThat(node.status()).as(node.err()).isZero();
        List<JsonNode> inNode = sorted(records(node.out()));
        assertThat(inNode)
                .extracting(NodeReaderIT::place)
                .containsExactlyElementsOf(
                        expected.stream().map(NodeReaderIT::place).toList());
        for (int i = 0; i < expected.size(); i++) {
            assertThat(expected.get(i).equals(AS_NUMBERS, inNode.get(i)))
                    .as("in Java %s%nin Node %s", expected.get(i), inNode.get(i))
                    .isTrue();
        }
        assertThat(inNode)
                .extracting(record -> record.path("delivery").asText())
                .containsExactly("publish", "kill", "publish");
        assertThat(inNode.getFirst().properties())
                .as("fields that nobody filled prove little")
                .noneMatch(field -> field.getValue().isNull()
                        || (field.getValue().isContainerNode()
                                && field.getValue().isEmpty()));
    }

    @Test
    void aReaderThatCannotBeServedSaysSoByItsStatus() throws Exception {
        // When
        Ran wrong = read(desk(), "--max", "none", "europe");
        Ran nowhere = read(desk(), "nosuch");
        Ran help = read(desk(), "--help");
        // Then
        assertThat(wrong.status()).isEqualTo(ExitCode.USAGE);
        assertThat(nowhere.status()).isEqualTo(ExitCode.PLATFORM);
        assertThat(help.status()).isZero();
        assertThat(help.out()).contains("--max N", "--bootstrap");
        assertThat(wrong.out() + nowhere.out()).isEmpty();
    }

    private static Ran read(Desk desk, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of("node", "reader.js", "--bootstrap", desk.bootstrap(), "--registry", desk.registryUrl()));
        command.addAll(List.of(arguments));
        return READER.run(NodeProject.RUNS_WITHIN_SECONDS, Map.of(), command.toArray(String[]::new));
    }

    /**
     * With every field that a newsroom can give, characters of one, two, three and four bytes, and a text that tells
     * another's story.
     */
    private static String article(String story) throws JsonProcessingException {
        return """
            {"uri":"urn:example:node-reader","standard":{"name":"ninjs","version":"3.1"},"type":"text","version":"1",
             "firstCreated":"2026-03-01T08:00:00Z","versionCreated":"2026-03-01T09:30:00.250Z","pubStatus":"usable",
             "urgency":3,"language":"fr","by":"Zoë Åkerström","slugline":"quaybell-porto",
             "evolvedFrom":"urn:example:earlier","usageTerms":"Free to use.","edNote":"First take.",
             "subjects":[{"uri":"medtop:20000198","name":"economic globalisation"}],"places":[{"name":"Porto"}],
             "headlines":[{"role":"main","value":"Quaybell picks Porto for its first European office"}],
             "bodies":[{"role":"main","contentType":"text/plain","value":%s}]}""".formatted(new JsonMapper().writeValueAsString("⚓🚢 14 M€\n\n" + story));
    }

    private EmbeddedDesk desk() {
        if (desk == null) {
            throw new IllegalStateException("not started");
        }
        return desk;
    }

    /** The lines, with instants as Java writes them: JavaScript always writes milliseconds. */
    private static List<JsonNode> records(String lines) throws JsonProcessingException {
        List<JsonNode> records = new ArrayList<>();
        for (String line : lines.lines().toList()) {
            ObjectNode record = (ObjectNode) new JsonMapper().readTree(line);
            for (String instant : INSTANTS) {
                if (record.path(instant).isTextual()) {
                    record.put(
                            instant,
                            Instant.parse(record.path(instant).asText()).toString());
                }
            }
            records.add(record);
        }
        return records;
    }

    private static String place(JsonNode record) {
        return record.path("uri").asText() + " " + record.path("version").asText();
    }

    private static List<JsonNode> sorted(List<? extends JsonNode> records) {
        List<JsonNode> sorted = new ArrayList<>(records);
        sorted.sort(comparing(NodeReaderIT::place));
        return sorted;
    }
}
