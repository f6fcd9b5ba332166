package wiredesk.enrich.tagging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import wiredesk.enrich.rule.RuleBook;
import wiredesk.enrich.text.Zone;
import wiredesk.enrich.text.ZoneKind;

/**
 * No text may make tagging slower than its length: a quadratic reader or matcher would take minutes where these take a
 * second.
 */
class HostileTextTest {

    /** Of a processor's time, so that a busy machine breaks nothing. */
    private static final Duration BOUND = Duration.ofSeconds(10);

    /** Who does not end by then is not waited for. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final int MANY = 100_000;

    private static final String RULES = """
            - {id: one, weight: 0.5, match: opens}
            - {id: same, weight: 0.5, match: {near: {words: 80, of: [opens, opens, opens]}}}
            - id: nested
              weight: 0.5
              match: {near: {words: 80, of: [{near: {words: 40, of: [opens, place]}}, {sentence: [place, site]}]}}
            - {id: ordered, weight: 0.5, match: {near: {words: 80, ordered: true, of: [opens, place, opens, site]}}}
            - {id: some, weight: 0.5, match: {near: {words: 80, least: 2, of: [opens, place, site, sport]}}}
            - {id: far, weight: 0.5, match: {all: [opens, {paragraph: [place, site]}]}}
            - id: dropped
              weight: 0.5
              match: {any: [opens, place]}
              unless: {match: {sentence: [site, sport]}, sentence: sport, paragraph: {near: {words: 2, of: [site, site]}}}
            """;

    /** A text that is made only when it is its turn. */
    record Text(String what, Supplier<String> text) {
        @Override
        public String toString() {
            return what;
        }
    }

    static final List<Text> LONG = List.of(
            new Text("5 MB of news", () -> news(5_000_000)),
            new Text("800,000 distinct words", () -> words(800_000)),
            new Text("800,000 distinct sentences", () -> words(800_000).replace(" ", ". ")),
            new Text("words of 100,000 letters", () -> longWords("a")),
            new Text("words of 100,000 letters with accents", () -> longWords("é")),
            new Text("words of 100,000 letters of two chars", () -> longWords("𝒜")),
            new Text("a letter with 100,000 marks", () -> "e" + "\u0301\u0323".repeat(MANY / 2)),
            new Text("an acronym of 100,000 letters", () -> "A.".repeat(MANY)),
            new Text("an acronym of 100,000 letters that is none", () -> "A.".repeat(MANY) + "AB"),
            new Text("100,000 words of one hash", HostileTextTest::wordsOfOneHash),
            new Text("a gap of a million signs", () -> "opens" + ".,\n • ".repeat(200_000) + "Munich"),
            new Text("a sentence of 500,000 words", () -> "opens word office, ".repeat(MANY) + "Munich football"));

    @ParameterizedTest
    @FieldSource("LONG")
    void aLongTextIsReadInTheTimeOfItsLength(Text text) {
        // Given
        Tagger tagger = SmallBook.tagger(RULES);
        List<Zone> zones = List.of(new Zone(ZoneKind.PARAGRAPH, text.text().get()));

        // When, Then
        assertReadInTime(tagger, zones);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "opens ",
                "set ",
                "set up ",
                "open source ",
                "opens Munich ",
                "opens Munich office ",
                "opens Munich office football ",
                "opens. Munich. ",
                "a",
                "A.",
                "• ",
                "é\n\n"
            })
    void aWordRepeatedAHundredThousandTimesIsRead(String word) {
        // Given
        Tagger tagger = SmallBook.tagger(RULES);
        List<Zone> zones = List.of(new Zone(ZoneKind.PARAGRAPH, word.repeat(MANY)));

        // When, Then
        assertReadInTime(tagger, zones);
    }

    @Test
    void aHundredThousandZonesAreRead() {
        // Given
        Tagger tagger = SmallBook.tagger(RULES);
        List<Zone> zones = Collections.nCopies(MANY, new Zone(ZoneKind.PARAGRAPH, "opens an office in Munich"));

        // When, Then
        assertReadInTime(tagger, zones);
    }

    @Test
    void nearsWithinNearsCostTheirSumAndNotTheirProduct() {
        // Given
        String nested = "opens";
        for (int depth = 0; depth < 20; depth++) {
            nested = "{near: {words: 80, least: 2, of: [place, " + nested + ", site, opens]}}";
        }
        Tagger tagger = SmallBook.tagger("- {id: deep, weight: 5, match: " + nested + "}");
        List<Zone> zones = List.of(new Zone(ZoneKind.PARAGRAPH, "opens Munich word office ".repeat(MANY)));

        // When, Then
        assertReadInTime(tagger, zones);
    }

    @Test
    void aTermOfOneWordEightTimesIsLookedUpAlongALongRepetition() {
        // Given
        String rule =
                "rules: [{id: r, weight: 1, match: r}]\nconcepts: {r: {en: [a a a a a a a a, a-a-a-a, '!a a']}}\n";
        Tagger tagger = new Tagger(RuleBook.of(List.of(SmallBook.parsed("""
                tag: wiredesk:small
                names: {de: a, en: b, es: c, fr: d, it: e, nl: f, pl: g, pt: h}
                threshold: 0.5
                """ + rule))));
        List<Zone> zones = List.of(new Zone(ZoneKind.PARAGRAPH, "a ".repeat(5 * MANY)));

        // When, Then
        assertReadInTime(tagger, zones);
    }

    @Test
    void evidenceStaysShortHoweverLongTheText() {
        // Given
        String text = "opens " + "word ".repeat(50_000) + "office Munich";

        // When
        List<Evidence> evidence =
                SmallBook.tagger(RULES)
                        .verdicts("en", List.of(new Zone(ZoneKind.HEADLINE, text)))
                        .getFirst()
                        .findings()
                        .stream()
                        .flatMap(finding -> finding.evidence().stream())
                        .toList();

        // Then
        assertThat(evidence).isNotEmpty().allMatch(e -> e.text().length() < 1_000);
    }

    @Test
    void brokenSurrogatesAreOnlyCharacters() {
        // Given
        String text = "\uD83D opens \uDE00 in Munich \uD83D".repeat(1_000);

        // When, Then
        assertThatCode(() -> SmallBook.tagger(RULES).tag("en", List.of(new Zone(ZoneKind.LIST, text))))
                .doesNotThrowAnyException();
    }

    private static void assertReadInTime(Tagger tagger, List<Zone> zones) {
        Duration spent = assertTimeoutPreemptively(PATIENCE, () -> {
            ThreadMXBean threads = ManagementFactory.getThreadMXBean();
            long before = threads.getCurrentThreadCpuTime();
            tagger.tag("en", zones);
            return Duration.ofNanos(threads.getCurrentThreadCpuTime() - before);
        });
        assertThat(spent).isLessThan(BOUND);
    }

    /** Sentences of words of many lengths, in which those of the rules are some of many. */
    private static String news(int length) {
        Random random = new Random(1);
        String[] known = {"opens", "Munich", "office", "football", "EU", "set up", "data-centre"};
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            text.append(
                            random.nextInt(20) == 0
                                    ? known[random.nextInt(known.length)]
                                    : "w" + Integer.toString(random.nextInt(100_000), 36))
                    .append(random.nextInt(15) == 0 ? ". " : " ");
        }
        return text.toString();
    }

    private static String words(int count) {
        return IntStream.range(0, count).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));
    }

    private static String longWords(String letter) {
        return IntStream.range(0, 20).mapToObj(i -> letter.repeat(MANY) + i).collect(Collectors.joining(" "));
    }

    /** {@code Aa} and {@code BB} have one hash, and so have all words of as many of them. */
    private static String wordsOfOneHash() {
        return IntStream.range(0, MANY)
                .mapToObj(i -> Stream.iterate(i, n -> n >> 1)
                        .limit(17)
                        .map(n -> (n & 1) == 0 ? "Aa" : "BB")
                        .collect(Collectors.joining()))
                .collect(Collectors.joining(" "));
    }
}
