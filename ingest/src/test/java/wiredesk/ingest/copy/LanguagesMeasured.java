package wiredesk.ingest.copy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.pemistahl.lingua.api.Language;
import com.github.pemistahl.lingua.api.LanguageDetector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Measures how declarations fare against detection, over articles of one's own: JSON Lines of {@code language},
 * {@code headline}, {@code body}. Not run by itself:
 *
 * <pre>mvn test -pl ingest -am -Dtest=LanguagesMeasured -Dsurefire.failIfNoSpecifiedTests=false -Darticles=FILE,FILE</pre>
 */
@EnabledIfSystemProperty(named = "articles", matches = ".+")
class LanguagesMeasured {

    private static final List<String> EIGHT = List.of("de", "en", "es", "fr", "it", "nl", "pl", "pt");

    private record Item(String language, String headline, String body) {

        List<Zone> whole() {
            return Stream.of(headlineAlone(), bodyAlone()).flatMap(List::stream).toList();
        }

        List<Zone> headlineAlone() {
            return headline.isBlank() ? List.of() : List.of(new Zone(ZoneKind.HEADLINE, headline));
        }

        List<Zone> bodyAlone() {
            return body.isBlank() ? List.of() : List.of(new Zone(ZoneKind.LEDE, body));
        }
    }

    @Test
    void declarationsThatAreRightStandAndThoseThatLieAreCaught() throws IOException {
        List<Item> items = items();
        int overruled = declarations(
                "headline and body", items.stream().map(Item::whole).toList(), items);
        overruled +=
                declarations("body alone", items.stream().map(Item::bodyAlone).toList(), items);
        overruled += declarations(
                "headline alone", items.stream().map(Item::headlineAlone).toList(), items);
        assertThat(overruled).as("right declarations that were overruled").isZero();
    }

    private static int declarations(String part, List<List<Zone>> articles, List<Item> items) {
        int overruled = 0;
        int lies = 0;
        int caught = 0;
        int stand = 0;
        int read = 0;
        long nanos = 0;
        for (int i = 0; i < items.size(); i++) {
            String right = items.get(i).language();
            if (articles.get(i).isEmpty()) {
                continue;
            }
            read++;
            for (String declared : EIGHT) {
                long start = System.nanoTime();
                Languages.Found found = Languages.of(declared, articles.get(i));
                if (declared.equals(right)) {
                    nanos += System.nanoTime() - start;
                    overruled += found.overruled() == null ? 0 : 1;
                } else {
                    lies++;
                    caught += found.language().equals(right) ? 1 : 0;
                    stand += found.overruled() == null ? 1 : 0;
                }
            }
        }
        print("%-18s %5d right: %d overruled, %.2f ms each; %6d lies: %d caught, %d stand, %d wrongly overruled"
                .formatted(part, read, overruled, nanos / 1e6 / read, lies, caught, stand, lies - caught - stand));
        return overruled;
    }

    /** To be run alone ({@code -Dtest=LanguagesMeasured#theModesOfLingua}): models stay loaded. */
    @Test
    void theModesOfLingua() throws IOException {
        List<Item> items = items();
        for (boolean low : new boolean[] {true, false}) {
            long before = heap();
            long start = System.nanoTime();
            var builder = Languages.known().withMinimumRelativeDistance(Languages.SURENESS);
            LanguageDetector detector = (low ? builder.withLowAccuracyMode() : builder)
                    .withPreloadedLanguageModels()
                    .build();
            String load = "%.1f s to load, %d MB".formatted((System.nanoTime() - start) / 1e9, (heap() - before) >> 20);
            print((low ? "low accuracy: " : "high accuracy: ") + load);
            detections("body", items.stream().map(Item::body).toList(), items, detector);
            detections("headline", items.stream().map(Item::headline).toList(), items, detector);
        }
    }

    private static void detections(String part, List<String> texts, List<Item> items, LanguageDetector detector) {
        int right = 0;
        int unknown = 0;
        int read = 0;
        long start = System.nanoTime();
        for (int i = 0; i < items.size(); i++) {
            String text = texts.get(i).substring(0, Math.min(2_000, texts.get(i).length()));
            if (text.codePoints().filter(Character::isLetter).count() < 20) {
                continue;
            }
            read++;
            Language found = detector.detectLanguageOf(text);
            unknown += found == Language.UNKNOWN ? 1 : 0;
            right += found.getIsoCode639_1().name().toLowerCase(Locale.ROOT).equals(items.get(i).language) ? 1 : 0;
        }
        double each = (System.nanoTime() - start) / 1e6 / read;
        print("  %-9s %5d: %d right, %d undetermined, %d wrong, %.2f ms each"
                .formatted(part, read, right, unknown, read - right - unknown, each));
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static List<Item> items() throws IOException {
        JsonMapper mapper = new JsonMapper();
        Set<Item> items = new LinkedHashSet<>();
        for (String file : System.getProperty("articles", "").split(",", -1)) {
            for (String line : Files.readAllLines(Path.of(file))) {
                JsonNode item = mapper.readTree(line);
                items.add(new Item(
                        item.path("language").asText(),
                        item.path("headline").asText(),
                        item.path("body").asText()));
            }
        }
        return new ArrayList<>(items);
    }

    private static void print(String line) {
        System.out.println(line);
    }
}
