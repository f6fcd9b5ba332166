package wiredesk.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ParseCommandTest {

    private static final String STORY = """
            {"uri":"urn:mill:1","version":"3","versioncreated":"2026-03-01T10:00:00+01:00","headline":"Mill to reopen",
             "byline":"H. Quill","language":"en-GB","urgency":3,"pubstatus":"withheld","embargoed":"2026-03-02T00:00:00Z",
             "subject":[{"scheme":"http://cv.example/","code":"7","name":"mills"}],"place":[{"name":"Porto"}],
             "body_html":"<p>It opens in May.</p><h2>The owner</h2><p>She paid for it.</p>"}""";

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    private Path folder;

    private record Ran(int status, String out, String err) {}

    @Test
    void anArticleIsToldToScriptsWithItsFieldsAndZones() throws Exception {
        Ran ran = run("parse", "--json", file("story.json", STORY));

        assertThat(ran.status()).isEqualTo(ExitCode.DONE);
        JsonNode line = new JsonMapper().readTree(ran.out());
        assertThat(line.path("file").asText()).endsWith("story.json");
        assertThat(line.has("reasons")).isFalse();
        JsonNode article = line.path("articles").path(0);
        assertThat(article.path("uri").asText()).isEqualTo("urn:mill:1");
        assertThat(article.path("versionCreated").asText()).isEqualTo("2026-03-01T09:00:00Z");
        assertThat(article.path("firstCreated").isNull()).isTrue();
        assertThat(article.path("language").asText()).isEqualTo("en");
        assertThat(article.path("declaredLanguage").asText()).isEqualTo("en-GB");
        assertThat(article.path("urgency").asInt()).isEqualTo(3);
        assertThat(article.path("pubStatus").asText()).isEqualTo("withheld");
        assertThat(article.path("embargoedUntil").asText()).isEqualTo("2026-03-02T00:00:00Z");
        assertThat(article.path("embargoedIndefinitely").asBoolean()).isFalse();
        assertThat(article.at("/subjects/0/uri").asText()).isEqualTo("http://cv.example/7");
        assertThat(article.at("/places/0/name").asText()).isEqualTo("Porto");
        assertThat(article.path("warnings")).isEmpty();
        assertThat(article.path("zones").findValuesAsText("kind"))
                .containsExactly("headline", "lede", "heading", "paragraph");
        assertThat(article.at("/zones/2/text").asText()).isEqualTo("The owner");
    }

    @Test
    void aRefusalIsToldWithItsPlaceAndCounts() throws Exception {
        Ran ran = run("parse", "--json", file("bad.json", "{\"headline\":\"H\",\"urgency\":0}"), file("good.txt", "H"));

        assertThat(ran.status()).isEqualTo(ExitCode.REFUSED);
        List<String> lines = ran.out().lines().toList();
        assertThat(lines).hasSize(2);
        JsonNode reason = new JsonMapper().readTree(lines.getFirst()).at("/reasons/0");
        assertThat(reason.path("kind").asText()).isEqualTo("invalid");
        assertThat(reason.path("pointer").asText()).isEqualTo("/urgency");
        assertThat(reason.path("detail").asText()).contains("1 to 9");
        assertThat(lines.getLast()).contains("\"articles\"");
    }

    @Test
    void peopleReadTheSame() throws Exception {
        Ran ran = run(
                "parse", file("story.json", STORY), folder.resolve("absent.txt").toString());

        assertThat(ran.status()).isEqualTo(ExitCode.REFUSED);
        assertThat(ran.out())
                .contains("withheld, embargoed until 2026-03-02T00:00:00Z")
                .containsPattern("subject +mills +<http://cv.example/7>")
                .containsPattern("heading +The owner")
                .contains("absent.txt\n  REFUSED, unreadable: there is no such file")
                .contains("2 files, 1 of them with something refused");
    }

    @Test
    void aTypeThatIsGivenWinsOverTheName() throws Exception {
        String named = file("story.txt", STORY);
        assertThat(run("parse", named).out()).doesNotContain("urn:mill:1\n");
        assertThat(run("parse", "--type", "application/ninjs+json", named).out())
                .containsPattern("uri +urn:mill:1\n");
    }

    @Test
    void standardInputIsLookedAt() {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(STORY.getBytes(UTF_8)));
        try {
            assertThat(run("parse", "--json", "-").out())
                    .startsWith("{\"file\":\"-\"")
                    .contains("\"uri\":\"urn:mill:1\"");
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void withoutAFileItIsWrongUsage() {
        assertThat(run("parse").status()).isEqualTo(ExitCode.USAGE);
    }

    private String file(String name, String content) throws Exception {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    private static Ran run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commandLine =
                Wiredesk.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        int status = commandLine.execute(arguments);
        return new Ran(status, out.toString(), err.toString());
    }
}
