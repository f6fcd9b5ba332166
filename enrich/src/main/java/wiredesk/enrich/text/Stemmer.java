package wiredesk.enrich.text;

import java.util.Locale;
import org.apache.lucene.analysis.pl.PolishAnalyzer;
import org.apache.lucene.analysis.stempel.StempelStemmer;
import org.jspecify.annotations.Nullable;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.DutchStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.FrenchStemmer;
import org.tartarus.snowball.ext.GermanStemmer;
import org.tartarus.snowball.ext.ItalianStemmer;
import org.tartarus.snowball.ext.PortugueseStemmer;
import org.tartarus.snowball.ext.SpanishStemmer;

/**
 * What the regular forms of a word have in common, by Snowball's stemmers (M. F. Porter) and for Polish by Stempel's
 * table (A. Białecki). Verbs that change their stem, and a noun beside its verb, have different ones. Not for two
 * threads at once.
 */
public final class Stemmer {

    /** Stempel's table makes one ending of some words that have nothing in common; those are left as they are. */
    private static final int SHORTEST = 3;

    private final @Nullable SnowballStemmer snowball;
    private final @Nullable StempelStemmer stempel;

    private Stemmer(@Nullable SnowballStemmer snowball, @Nullable StempelStemmer stempel) {
        this.snowball = snowball;
        this.stempel = stempel;
    }

    /** The language's stemmer; one that leaves words as they are for a language without. */
    public static Stemmer of(String language) {
        return switch (language) {
            case "de" -> new Stemmer(new GermanStemmer(), null);
            case "en" -> new Stemmer(new EnglishStemmer(), null);
            case "es" -> new Stemmer(new SpanishStemmer(), null);
            case "fr" -> new Stemmer(new FrenchStemmer(), null);
            case "it" -> new Stemmer(new ItalianStemmer(), null);
            case "nl" -> new Stemmer(new DutchStemmer(), null);
            case "pl" -> new Stemmer(null, new StempelStemmer(PolishAnalyzer.getDefaultTable()));
            case "pt" -> new Stemmer(new PortugueseStemmer(), null);
            default -> new Stemmer(null, null);
        };
    }

    /** The folded stem of a word, in whatever case it is written. */
    public String stem(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (snowball != null) {
            snowball.setCurrent(lower);
            snowball.stem();
            return Folding.fold(snowball.getCurrent());
        }
        StringBuilder stem = stempel == null ? null : stempel.stem(lower);
        return Folding.fold(stem == null || stem.length() < SHORTEST ? lower : stem.toString());
    }
}
