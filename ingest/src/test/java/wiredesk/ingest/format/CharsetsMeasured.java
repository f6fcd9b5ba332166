package wiredesk.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Measures how often texts of one's own (JSON Lines of {@code language}, {@code headline}, {@code body}) are read as
 * what they are, in sets of one byte a character, undeclared and under declarations right and wrong. Not run by itself:
 *
 * <pre>mvn test -pl ingest -am -Dtest=CharsetsMeasured -Dsurefire.failIfNoSpecifiedTests=false -Darticles=FILE,FILE</pre>
 */
@EnabledIfSystemProperty(named = "articles", matches = ".+")
class CharsetsMeasured {

    private static final List<String> WEST = List.of("windows-1252", "ISO-8859-15", "x-MacRoman", "IBM850");
    private static final List<String> POLISH = List.of("windows-1250", "ISO-8859-2", "x-MacCentralEurope", "IBM852");
    private static final int PIECES = 100;

    private record Counts(int read, int undeclared, int wrong, int spoilt, int underUtf8, int underLatin) {}

    @Test
    void whatIsDeclaredRightlyIsHardlyEverSpoilt() throws IOException {
        Map<String, String> texts = texts();
        int spoilt = 0;
        int read = 0;
        for (int length : new int[] {100, 300, 1_000, 3_000}) {
            System.out.printf("%d bytes, in percent: undeclared right, wrong; declared utf-8, latin-1 right%n", length);
            for (boolean polish : new boolean[] {true, false}) {
                for (String name : polish ? POLISH : WEST) {
                    Counts counts = count(texts, polish, Charset.forName(name), length);
                    System.out.printf(
                            "  %-18s %4d pieces: %5.1f %5.1f; %5.1f %5.1f; %d spoilt where rightly declared%n",
                            name,
                            counts.read,
                            100.0 * counts.undeclared / counts.read,
                            100.0 * counts.wrong / counts.read,
                            100.0 * counts.underUtf8 / counts.read,
                            100.0 * counts.underLatin / counts.read,
                            counts.spoilt);
                    spoilt += counts.spoilt;
                    read += counts.read;
                }
            }
        }
        assertThat(spoilt).as("of %d", read).isLessThanOrEqualTo(read / 5_000);
    }

    private static Counts count(Map<String, String> texts, boolean polish, Charset charset, int length) {
        int read = 0;
        int undeclared = 0;
        int wrong = 0;
        int spoilt = 0;
        int utf8 = 0;
        int latin = 0;
        for (Map.Entry<String, String> language : texts.entrySet()) {
            int step = (language.getValue().length() - length) / PIECES;
            for (int i = 0; i < PIECES && step > 0 && language.getKey().equals("pl") == polish; i++) {
                String piece = encodable(language.getValue().substring(i * step, i * step + length), charset);
                byte[] bytes = piece.getBytes(charset);
                if (piece.chars().allMatch(c -> c < 0x80)) {
                    continue;
                }
                read++;
                undeclared += isRead(bytes, null, piece) ? 1 : 0;
                wrong += !isRead(bytes, null, piece) && Decoding.ofText(bytes, null) instanceof Decoding.Text ? 1 : 0;
                spoilt += isRead(bytes, charset.name(), piece) ? 0 : 1;
                utf8 += isRead(bytes, "utf-8", piece) ? 1 : 0;
                latin += isRead(bytes, "iso-8859-1", piece) ? 1 : 0;
            }
        }
        return new Counts(read, undeclared, wrong, spoilt, utf8, latin);
    }

    private static boolean isRead(byte[] bytes, @Nullable String declared, String text) {
        return Decoding.ofText(bytes, declared) instanceof Decoding.Text(String found, var _) && found.equals(text);
    }

    private static String encodable(String text, Charset charset) {
        CharsetEncoder encoder = charset.newEncoder();
        StringBuilder encodable = new StringBuilder();
        text.chars().filter(c -> encoder.canEncode((char) c)).forEach(c -> encodable.append((char) c));
        return encodable.toString();
    }

    private static Map<String, String> texts() throws IOException {
        JsonMapper mapper = new JsonMapper();
        Map<String, StringBuilder> texts = new TreeMap<>();
        for (String file : System.getProperty("articles", "").split(",", -1)) {
            for (String line : Files.readAllLines(Path.of(file))) {
                JsonNode item = mapper.readTree(line);
                texts.computeIfAbsent(item.path("language").asText(), _ -> new StringBuilder())
                        .append(item.path("headline").asText())
                        .append('\n')
                        .append(item.path("body").asText())
                        .append('\n');
            }
        }
        Map<String, String> whole = new TreeMap<>();
        texts.forEach((language, text) -> whole.put(language, text.toString()));
        return whole;
    }
}
