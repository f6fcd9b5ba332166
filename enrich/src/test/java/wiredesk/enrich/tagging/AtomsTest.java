package wiredesk.enrich.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wiredesk.enrich.rule.Term;
import wiredesk.enrich.text.Stemmer;

class AtomsTest {

    @ParameterizedTest
    @CsvSource({
        "de, Gesetz, gesetze",
        "en, open, Opening",
        "es, empresa, EMPRESAS",
        "fr, ouvrir, ouvrira",
        "it, legge, leggi",
        "nl, wet, wetten",
        "pl, przepis, przepisów",
        "pt, regra, regras",
        "pt, regulação, REGULACAO",
        "pt, regulacao, regulação",
        "xx, word, WORD",
    })
    void aStemIsThatOfTheWordsRegularForms(String language, String term, String word) {
        assertThat(matches(language, Term.Kind.STEM, term, word)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "STEM, régulé, régulés, true",
        "STEM, régulé, REGULES, true",
        "STEM, regule, régulé, true",
        "STEM, régulé, regain, false",
        "FORM, opens, OPENS, true",
        "FORM, opens, open, false",
        "FORM, régulé, RÉGULÉ, true",
        "FORM, régulé, regule, false",
        "CASED, DORA, DORA, true",
        "CASED, DORA, Dora, false",
        "CASED, DORA, DORAS, false",
        "CASED, Łódź, Lodz, false",
        "PREFIX, datenschutz, Datenschutzgesetz, true",
        "PREFIX, datenschutz, datenschutz, true",
        "PREFIX, datenschutz, DATENSCHÜTZER, true",
        "PREFIX, datenschutz, Datenschu, false",
        "PREFIX, datenschutz, Kundendatenschutz, false",
        "SUFFIX, gesetz, Bundesgesetz, true",
        "SUFFIX, gesetz, gesetz, true",
        "SUFFIX, gesetz, Gesetze, false",
        "INFIX, daten, Kundendatenbank, true",
        "INFIX, daten, Daten, true",
        "INFIX, daten, Zapfdäten, true",
        "INFIX, daten, Dateien, false",
    })
    void aPartComparesAWordByItsKind(Term.Kind kind, String term, String word, boolean same) {
        assertThat(matches("fr", kind, term, word)).isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource({"en, opened", "fr, données", "de, Gesetzes", "pl, ustawie"})
    void aWordWithoutPartsOfItsOwnHasNoAtoms(String language, String word) {
        // Given
        Atoms atoms = new Atoms(language);
        Stemmer stemmer = Stemmer.of(language);
        atoms.add(new Term.Part(Term.Kind.STEM, "another"), stemmer);

        // When, Then
        assertThat(atoms.of(word, stemmer)).isEmpty();
    }

    @Test
    void aWordHasTheAtomsOfAllPartsThatItFitsInTheirOrder() {
        // Given
        Atoms atoms = new Atoms("de");
        Stemmer stemmer = Stemmer.of("de");
        List<Term.Part> parts = List.of(
                new Term.Part(Term.Kind.INFIX, "enge"),
                new Term.Part(Term.Kind.CASED, "Datengesetz"),
                new Term.Part(Term.Kind.PREFIX, "dat"),
                new Term.Part(Term.Kind.PREFIX, "daten"),
                new Term.Part(Term.Kind.SUFFIX, "gesetz"),
                new Term.Part(Term.Kind.FORM, "datengesetz"),
                new Term.Part(Term.Kind.STEM, "datengesetze"));
        int[] added = parts.stream()
                .flatMapToInt(part -> Arrays.stream(atoms.add(part, stemmer)))
                .toArray();

        // When
        int[] found = atoms.of("Datengesetz", stemmer);

        // Then
        assertThat(added).isEqualTo(IntStream.range(0, 7).toArray());
        assertThat(found).isEqualTo(added);
        assertThat(atoms.size()).isEqualTo(7);
    }

    @Test
    void aPartThatIsAddedTwiceIsOne() {
        // Given
        Atoms atoms = new Atoms("fr");
        Stemmer stemmer = Stemmer.of("fr");
        Term.Part part = new Term.Part(Term.Kind.STEM, "élevé");

        // When
        int[] first = atoms.add(part, stemmer);
        int[] second = atoms.add(part, stemmer);

        // Then
        assertThat(second).isEqualTo(first);
    }

    @Test
    void aWordThatIsLongerThanAnyHasNoAtoms() {
        // Given
        Atoms atoms = new Atoms("en");
        Stemmer stemmer = Stemmer.of("en");
        atoms.add(new Term.Part(Term.Kind.PREFIX, "aaa"), stemmer);

        // When, Then
        assertThat(atoms.of("a".repeat(Atoms.LONGEST_WORD), stemmer)).hasSize(1);
        assertThat(atoms.of("a".repeat(Atoms.LONGEST_WORD + 1), stemmer)).isEmpty();
    }

    private static boolean matches(String language, Term.Kind kind, String term, String word) {
        Atoms atoms = new Atoms(language);
        Stemmer stemmer = Stemmer.of(language);
        int[] own = atoms.add(new Term.Part(kind, term), stemmer);
        return Arrays.stream(atoms.of(word, stemmer))
                .anyMatch(atom -> Arrays.stream(own).anyMatch(o -> o == atom));
    }
}
