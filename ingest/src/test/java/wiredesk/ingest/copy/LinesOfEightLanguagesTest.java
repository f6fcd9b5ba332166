package wiredesk.ingest.copy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Credits, sources and boxes as newsrooms write them, and body text that begins alike. */
class LinesOfEightLanguagesTest {

    private static final Block LEDE = block("The mill will reopen in May, the council said.");
    private static final Block NEXT = block("Nobody knows who owns the wheel, or who will pay for it.");

    record Written(String language, String kind, String line) {}

    @ParameterizedTest
    @MethodSource("written")
    void eachLineIsInItsZone(Written written) {
        List<Zone> zones = Zoning.zones("H", List.of(LEDE, block(written.line), NEXT));
        assertThat(zones.get(2).text()).isEqualTo(written.line);
        assertThat(zones.get(2).kind()).isEqualTo(kind(written));
        assertThat(zones.get(3))
                .isEqualTo(new Zone(ZoneKind.PARAGRAPH, NEXT.lines().getFirst()));
    }

    @Test
    void asideLinesStandApartFromTheProseOfTheirBlock() {
        Block mixed = block("The wheel turned all night.", "Lees ook: Het rad draait weer", "Nobody slept.");
        assertThat(Zoning.zones("H", List.of(LEDE, mixed)))
                .extracting(Zone::kind)
                .containsExactly(
                        ZoneKind.HEADLINE, ZoneKind.LEDE, ZoneKind.PARAGRAPH, ZoneKind.BOX, ZoneKind.PARAGRAPH);
    }

    private static ZoneKind kind(Written written) {
        return written.kind.equals("PROSE") ? ZoneKind.PARAGRAPH : ZoneKind.valueOf(written.kind);
    }

    static Stream<Written> written() throws IOException {
        InputStream file = LinesOfEightLanguagesTest.class.getResourceAsStream("lines.txt");
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(Objects.requireNonNull(file), UTF_8))) {
            return reader
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" \\| ", 3))
                    .map(parts -> new Written(parts[0], parts[1], parts[2]))
                    .toList()
                    .stream();
        }
    }

    private static Block block(String... lines) {
        return new Block(Block.Hint.NONE, List.of(lines));
    }
}
