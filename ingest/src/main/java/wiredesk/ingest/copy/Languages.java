package wiredesk.ingest.copy;

import com.github.pemistahl.lingua.api.Language;
import com.github.pemistahl.lingua.api.LanguageDetector;
import com.github.pemistahl.lingua.api.LanguageDetectorBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which language an article is in: as it declares, unless its text is surely in another, or else as it reads.
 *
 * <p>Content management systems declare their default language when nobody chose one, so a declaration of one of the
 * eight is checked, and overruled where a text of at least {@link #ENOUGH_LETTERS} letters reads as another language by
 * a lead of {@link #OVERRULING}. Of 1,302 news items in the eight, six in ten of them a headline and a lead, no right
 * declaration was overruled; of the 9,114 wrong ones that they could have, 7,691 were caught and the others stood, for
 * want of letters. A headline alone seldom has enough: in 60 letters, names made two of 1,220 look foreign. A
 * declaration beyond the eight stands, since Lingua is built here for the eight and some neighbours only, and would call
 * a Galician text Portuguese. The check takes some 1 ms of an item of news, for 400 characters mostly confirm.
 *
 * <p>Lingua runs in its low-accuracy mode (trigrams only). Of 1,068 bodies it calls 1,062 rightly and 6
 * undetermined with {@link #SURENESS}, in 3 ms each; the high-accuracy mode calls 1,063 rightly, in 22 ms each, and holds
 * some 600 MB of models where the low one holds some 30. Only for headlines alone is it much better: 1,169 right and 10
 * wrong of 1,209, against 1,077 right, 87 undetermined and 45 wrong.
 *
 * <p>The test {@code LanguagesMeasured} prints these numbers over articles of one's own, and says how it is run.
 */
public final class Languages {

    /** What is said when nobody can tell (ISO 639-2). */
    public static final String UNDETERMINED = "und";

    /** Those that Wiredesk tags. A declaration of another is not checked. */
    private static final Set<String> CHECKED = Set.of("de", "en", "es", "fr", "it", "nl", "pl", "pt");

    /** Characters. More only takes longer. */
    private static final int SAMPLE = 2_000;

    /** Characters that confirm a declaration, as they nearly always do; only where they do not is more read. */
    private static final int GLANCE = 400;

    /** Letters. In less, names alone may sway it. */
    private static final int FEWEST_LETTERS = 20;

    /** Letters. In less, as in a headline, a text may read as another language by its names and borrowed words. */
    private static final int ENOUGH_LETTERS = 100;

    /** By how much the likeliest language must lead, of 1. */
    static final double SURENESS = 0.03;

    /** By how much another language must lead the declared one, of 1. A quotation does not get so far. */
    private static final double OVERRULING = 0.08;

    private Languages() {}

    /**
     * An article's language.
     *
     * @param language the primary language subtag, in lower case, or {@link #UNDETERMINED}
     * @param overruled the primary subtag that was declared, where the text is surely in another language; else null
     */
    public record Found(String language, @Nullable String overruled) {

        /** For whoever sent it; null when there is nothing to tell. */
        public @Nullable String notice() {
            return overruled == null
                    ? null
                    : "declared to be in '%s', but its text is in '%s', and is read as that"
                            .formatted(overruled, language);
        }
    }

    /**
     * The language of an article.
     *
     * @param declared a BCP 47 tag; where it is none, the zones are read
     */
    public static Found of(@Nullable String declared, List<Zone> zones) {
        String valid = declared == null ? null : DeclaredLanguage.primary(declared);
        String sample = sample(zones);
        if (valid == null) {
            return new Found(detect(sample), null);
        }
        String other = CHECKED.contains(valid) ? contradiction(sample, valid) : null;
        return other == null ? new Found(valid, null) : new Found(other, valid);
    }

    /** Loads the models now, so that the first article does not wait for them. */
    public static void load() {
        detect("x".repeat(FEWEST_LETTERS));
    }

    private static String detect(String sample) {
        if (!hasLetters(sample, FEWEST_LETTERS)) {
            return UNDETERMINED;
        }
        Language language = Loaded.DETECTOR.detectLanguageOf(sample);
        return language == Language.UNKNOWN ? UNDETERMINED : code(language);
    }

    /** The language that a text is in for sure instead of the declared one, or null. */
    private static @Nullable String contradiction(String sample, String declared) {
        if (!hasLetters(sample, ENOUGH_LETTERS)) {
            return null;
        }
        String glance = sample.substring(0, Math.min(GLANCE, sample.length()));
        String other = hasLetters(glance, ENOUGH_LETTERS) ? leader(glance, declared) : leader(sample, declared);
        if (other == null || sample.length() <= GLANCE) {
            return other;
        }
        return other.equals(leader(sample, declared)) ? other : null;
    }

    /** The language that leads the declared one by far, or null. */
    private static @Nullable String leader(String text, String declared) {
        Map<String, Double> sureness = new TreeMap<>();
        String likeliest = null;
        for (var entry : Loaded.DETECTOR.computeLanguageConfidenceValues(text).entrySet()) {
            likeliest = likeliest == null ? code(entry.getKey()) : likeliest;
            sureness.put(code(entry.getKey()), entry.getValue());
        }
        if (likeliest == null || likeliest.equals(declared)) {
            return null;
        }
        double lead = sureness.getOrDefault(likeliest, 0.0) - sureness.getOrDefault(declared, 0.0);
        return lead >= OVERRULING ? likeliest : null;
    }

    private static boolean hasLetters(String text, int least) {
        return text.codePoints().filter(Character::isLetter).limit(least).count() >= least;
    }

    private static String code(Language language) {
        return language.getIsoCode639_1().name().toLowerCase(Locale.ROOT);
    }

    /** Body text first: a headline has few words, and many of them names. */
    private static String sample(List<Zone> zones) {
        StringBuilder sample = new StringBuilder();
        for (boolean headlines : new boolean[] {false, true}) {
            for (Zone zone : zones) {
                if (sample.length() < SAMPLE && isSampled(zone.kind(), headlines)) {
                    sample.append(zone.text(), 0, Math.min(zone.text().length(), SAMPLE))
                            .append('\n');
                }
            }
        }
        return sample.substring(0, Math.min(sample.length(), SAMPLE));
    }

    private static boolean isSampled(ZoneKind kind, boolean headlines) {
        return switch (kind) {
            case LEDE, PARAGRAPH, LIST, CAPTION -> !headlines;
            case HEADLINE, HEADING -> headlines;
            case CREDIT, BOX, SOURCE -> false;
        };
    }

    /** The eight, and neighbours, so that a Danish or a Slovak text is not called one of the eight. */
    static LanguageDetectorBuilder known() {
        return LanguageDetectorBuilder.fromLanguages(
                Language.FRENCH,
                Language.ENGLISH,
                Language.GERMAN,
                Language.SPANISH,
                Language.ITALIAN,
                Language.DUTCH,
                Language.POLISH,
                Language.PORTUGUESE,
                Language.BOKMAL,
                Language.CATALAN,
                Language.CROATIAN,
                Language.CZECH,
                Language.DANISH,
                Language.FINNISH,
                Language.HUNGARIAN,
                Language.ROMANIAN,
                Language.SLOVAK,
                Language.SWEDISH,
                Language.TURKISH);
    }

    /** Loaded when first asked, once; the detector may be shared by threads. */
    private static final class Loaded {

        static final LanguageDetector DETECTOR = known().withLowAccuracyMode()
                .withMinimumRelativeDistance(SURENESS)
                .build();

        private Loaded() {}
    }
}
