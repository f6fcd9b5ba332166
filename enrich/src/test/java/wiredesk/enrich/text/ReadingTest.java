package wiredesk.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The one pass over an article against a regular expression and a count of code points, over seeded random texts. */
class ReadingTest {

    /** A dotted acronym, or a run of letters and digits with the marks and invisible characters inside it. */
    private static final Pattern WORD =
            Pattern.compile("[\\p{L}&&[\\x{0}-\\x{FFFF}]](?:\\.\\p{L})++(?![\\p{L}\\p{Nd}\\p{M}\\p{Cf}])"
                    + "|[\\p{L}\\p{Nd}][\\p{L}\\p{Nd}\\p{M}\\p{Cf}]*");

    private static final String[] PIECES = {
        "a", "B", "é", "e\u0301", "ß", "7", "word", "Ł", "中", "я", "𝒜", "🚀", " ", " ", " ", ".", ". ", ", ", "-",
        "\u2011", "'", "’", "\u00AD", "\u200B", "\n", "\n\n", "\u2022", "\u00A0", "!", "?", "…", "\uD83D", "\uDE00",
        "A.B.", "&", "+"
    };

    private static final ZoneKind[] KINDS = ZoneKind.values();

    private record Found(int zone, int begin, int end, String text) {}

    @Test
    void anArticleIsCutIntoTheObviousWords() {
        Reading reading = new Reading();
        Forms forms = new Forms(_ -> new int[0], 0);
        for (int seed = 0; seed < 20_000; seed++) {
            // Given
            List<Zone> article = article(new Random(seed));

            // When
            reading.read(article, forms);

            // Then
            assertThat(found(reading)).as("seed %d: %s", seed, article).isEqualTo(obvious(article));
        }
    }

    @Test
    void sentencesAreNumberedThroughTheArticleAndEndWithTheirZone() {
        Reading reading = new Reading();
        for (int seed = 0; seed < 5_000; seed++) {
            // Given
            List<Zone> article = article(new Random(seed));

            // When
            reading.read(article, new Forms(_ -> new int[0], 0));

            // Then
            int sentence = -1;
            for (int word = 0; word < reading.size(); word++) {
                boolean first = word == 0 || reading.zone(word) != reading.zone(word - 1);
                sentence += first || reading.before(word) == Gap.SENTENCE ? 1 : 0;
                assertThat(reading.sentence(word))
                        .as("seed %d, word %d", seed, word)
                        .isEqualTo(sentence);
                assertThat(reading.kind(word))
                        .isEqualTo(article.get(reading.zone(word)).kind());
            }
        }
    }

    @Test
    void aLongArticleLeavesNothingToTheShortOneAfterIt() {
        // Given
        Reading used = new Reading();
        Forms forms = new Forms(_ -> new int[0], 0);
        List<Zone> shortOne = List.of(new Zone(ZoneKind.LEDE, "It opens. Soon"));
        used.read(List.of(new Zone(ZoneKind.BOX, "x"), new Zone(ZoneKind.LIST, "word. Word, ".repeat(30_000))), forms);

        // When
        used.read(shortOne, forms);

        // Then
        assertThat(found(used)).isEqualTo(obvious(shortOne));
        assertThat(used.sentence(2)).isEqualTo(1);
        assertThat(used.quote(0, 2)).isEqualTo("It opens. Soon");
    }

    private static List<Found> found(Reading reading) {
        List<Found> found = new ArrayList<>();
        for (int word = 0; word < reading.size(); word++) {
            found.add(new Found(reading.zone(word), reading.begin(word), reading.end(word), reading.quote(word, word)));
        }
        return found;
    }

    private static List<Found> obvious(List<Zone> article) {
        List<Found> found = new ArrayList<>();
        for (int zone = 0; zone < article.size(); zone++) {
            if (article.get(zone).kind().earns()) {
                String text = article.get(zone).text();
                for (MatchResult match : WORD.matcher(text).results().toList()) {
                    found.add(new Found(
                            zone,
                            text.codePointCount(0, match.start()),
                            text.codePointCount(0, match.end()),
                            match.group()));
                }
            }
        }
        return found;
    }

    private static List<Zone> article(Random random) {
        List<Zone> article = new ArrayList<>();
        for (int z = random.nextInt(4); z > 0; z--) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(25); i > 0; i--) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
            article.add(new Zone(KINDS[random.nextInt(KINDS.length)], text.toString()));
        }
        return article;
    }
}
