package wiredesk.ingest.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wiredesk.runtime.PlatformException;

class KeysTest {

    private static final String HASH =
            HexFormat.of().formatHex(Sha256.of("open sesame".getBytes(StandardCharsets.UTF_8)));

    @TempDir
    private Path folder;

    private Instant now = Instant.EPOCH;

    private Keys read(String yaml) throws IOException {
        return Keys.read(Files.writeString(folder.resolve("keys.yaml"), yaml), () -> now);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            Bearer open sesame, true
            bearer open sesame, true
            Bearer open sesam, false
            Bearer, false
            Basic open sesame, false
            open sesame, false
            '', false
            """)
    void aSenderIsKnownByItsKey(String authorization, boolean known) throws IOException {
        Keys keys = read("[{name: wire, sha256: %s, sources: [a, b]}]".formatted(HASH));
        assertThat(keys.sender(authorization).isPresent()).isEqualTo(known);
        assertThat(keys.sender(null)).isEmpty();
    }

    @Test
    void aKeyMayNotKillUnlessItSaysSo() throws IOException {
        Sender meek = read("[{name: w, sha256: %s, sources: [a]}]".formatted(HASH))
                .sender("Bearer open sesame")
                .orElseThrow();
        Sender bold = read("[{name: w, sha256: %s, sources: [a], kill: true}]".formatted(HASH))
                .sender("Bearer open sesame")
                .orElseThrow();
        assertThat(meek.refusesKill()).isNotNull();
        assertThat(bold.refusesKill()).isNull();
    }

    @Test
    void aRateFillsUpAsTimePasses() throws IOException {
        Sender sender = read("[{name: w, sha256: %s, sources: [a], per-second: 2}]".formatted(HASH))
                .sender("Bearer open sesame")
                .orElseThrow();
        assertThat(sender.refusesRate()).isNull();
        assertThat(sender.refusesRate()).isNull();
        assertThat(sender.refusesRate()).isNotNull();
        now = now.plusMillis(500);
        assertThat(sender.refusesRate()).isNull();
        assertThat(sender.refusesRate()).isNotNull();
        now = now.plusSeconds(60);
        assertThat(sender.refusesRate())
                .as("no more than a second's worth is saved up")
                .isNull();
        assertThat(sender.refusesRate()).isNull();
        assertThat(sender.refusesRate()).isNotNull();
    }

    @Test
    void everythingThatIsWrongWithAFileIsSaid() {
        assertThatThrownBy(() -> read("""
                - {name: 'a b', sha256: 12, sources: []}
                - {name: w, sha256: %1$s, sources: [a], per-second: 0}
                - {name: x, sha256: %1$s, sources: [a]}
                - {name: x, sha256: %1$s, sources: [a]}
                """.formatted(HASH)))
                .isInstanceOf(PlatformException.class)
                .hasMessageContainingAll(
                        "key 1: name", "key 1: sha256", "key 1: sources", "key 2: per-second", "the name x is taken")
                .hasMessageNotContaining(HASH);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            '- {name: w, sha: 7}'; sha
            'name: w'; no file of keys
            '- {name: w'; no file of keys
            ''; no file of keys
            '[]'; one key at least
            """, delimiter = ';')
    void whatIsNoFileOfKeysIsSaidToBeNone(String yaml, String said) {
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining(said);
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        Path missing = folder.resolve("missing.yaml");
        assertThatThrownBy(() -> Keys.read(missing, () -> now)).hasMessageContaining("missing.yaml");
    }
}
