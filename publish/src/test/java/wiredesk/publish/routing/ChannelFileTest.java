package wiredesk.publish.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelFileTest {

    private static final String FILE = "channels/oslo.yaml";

    @Test
    void aGoodFileIsReadWhole() {
        assertThat(ChannelFile.read(FILE, """
                # For the site in Oslo.
                name: oslo
                title: Oslo and around
                tags: [wiredesk:europe-expansion, wiredesk:regulation]
                minimumScore: 0.6
                languages: [no, en]
                sources:
                  - agency
                notNews: true
                """))
                .isEqualTo(new ChannelFile.Read.Good(new ChannelQuery(
                        "oslo",
                        "Oslo and around",
                        Set.of("wiredesk:europe-expansion", "wiredesk:regulation"),
                        0.6,
                        Set.of("no", "en"),
                        Set.of("agency"),
                        true)));
    }

    @Test
    void aNameAndATitleAreEnough() {
        assertThat(ChannelFile.read(FILE, "name: all\ntitle: Everything\ntags:\n"))
                .isEqualTo(new ChannelFile.Read.Good(
                        new ChannelQuery("all", "Everything", Set.of(), 0, Set.of(), Set.of(), false)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "0.0", "1.0"})
    void theEndsOfTheScoresRangeAreInIt(String score) {
        assertThat(ChannelFile.read(FILE, "name: a\ntitle: A\nminimumScore: " + score))
                .isInstanceOf(ChannelFile.Read.Good.class);
    }

    /** A file with one thing wrong, and what has to be said of it. */
    record Wrong(String what, String yaml, String where, List<String> says) {
        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Wrong> wrong() {
        String good = "name: oslo\ntitle: Oslo\n";
        return Stream.of(
                wrong("no name", "title: Oslo\n", FILE + ": ", "name is missing", "topic"),
                wrong("a blank name", "name: ' '\ntitle: Oslo\n", FILE + ": ", "name is missing"),
                wrong("no title", "name: oslo\n", FILE + ": ", "title is missing", "for people"),
                wrong("a score above 1", good + "minimumScore: 1.5\n", FILE, "minimumScore is 1.5", "from 0 to 1"),
                wrong("a score below 0", good + "minimumScore: -0.1\n", FILE, "minimumScore is -0.1", "from 0 to 1"),
                wrong(
                        "an unknown field",
                        good + "langauges: [no]\n",
                        FILE + ":",
                        "no langauges",
                        "languages, minimumScore, name, notNews, sources, tags, title"),
                wrong("no YAML", good + "tags: [a, b\n", FILE + ":", "]"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong")
    void whatIsWrongIsSaidWithTheFileAndWhatToWrite(Wrong wrong) {
        assertThat(problems(wrong.yaml()))
                .singleElement()
                .asString()
                .startsWith(wrong.where())
                .contains(wrong.says());
    }

    static Stream<Wrong> wrongInOneLine() {
        String good = "name: oslo\ntitle: Oslo\n";
        return Stream.of(
                wrong("nothing", "", FILE, "empty", "name", "title"),
                wrong("only a comment", "# nothing\n", FILE, "empty", "name", "title"),
                wrong("an unknown field", good + "langauges: [no]\n", FILE + ":3:", "no langauges", "languages"),
                wrong("a score in words", good + "minimumScore: high\n", FILE + ":3:", "minimumScore", "from 0 to 1"),
                wrong("a score that is none", good + "minimumScore: .nan\n", FILE + ":3:", "minimumScore", "0 to 1"),
                wrong("one tag instead of a list", good + "tags: wiredesk:one\n", FILE + ":3:", "tags", "list"),
                wrong("a list instead of a name", "title: Oslo\nname: [oslo]\n", FILE + ":2:", "name", "text"),
                wrong("a list instead of fields", "- name: oslo\n", FILE + ":1:", "name"),
                wrong("an empty item", good + "tags:\n  - wiredesk:one\n  -\n", FILE, "tags"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongInOneLine")
    void whatIsWrongInOneLineIsSaidWithThatLineAndInWordsForPeople(Wrong wrong) {
        assertThat(problems(wrong.yaml()))
                .singleElement()
                .asString()
                .startsWith(wrong.where())
                .contains(wrong.says())
                .as("no names of classes")
                .doesNotContain("java.", "wiredesk.publish");
    }

    private static Wrong wrong(String what, String yaml, String where, String... says) {
        return new Wrong(what, yaml, where, List.of(says));
    }

    @Test
    void allThatIsMissingIsSaidAtOnce() {
        assertThat(problems("minimumScore: 2")).hasSize(3);
    }

    private static List<String> problems(String yaml) {
        return switch (ChannelFile.read(FILE, yaml)) {
            case ChannelFile.Read.Bad(List<String> problems) -> problems;
            case ChannelFile.Read.Good(ChannelQuery channel) -> throw new AssertionError("taken: " + channel);
        };
    }
}
