package wiredesk.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FormsTest {

    /** What the resolver was asked, in order. */
    private final List<String> asked = new ArrayList<>();

    private final Forms forms = new Forms(this::resolve, 0);
    private final Reading reading = new Reading();

    /** From none to four atoms, and others for another word. */
    private int[] resolve(String word) {
        asked.add(word);
        return IntStream.range(0, word.hashCode() & 3)
                .map(i -> word.hashCode() + i)
                .toArray();
    }

    @Test
    void aWordIsResolvedAsItIsWrittenAndWithoutItsDots() {
        // When
        read("L’UE, l'ue: le R.G.P.D. et le e\u0301te\u0301 data\u00ADcenter");

        // Then
        assertThat(asked).containsExactly("L", "UE", "l", "ue", "le", "RGPD", "et", "été", "datacenter");
    }

    @Test
    void ofEachSpellingTheFirstWordAloneIsResolved() {
        // When
        read(words(0, 10_000));
        read(words(0, 10_000));

        // Then
        assertThat(asked.size()).isEqualTo(10_000);
    }

    @Test
    void wordsOfOneSpellingHaveOneNumberAndOthersOthers() {
        // When
        read(words(0, 10_000) + words(0, 10_000));

        // Then
        Map<Integer, Integer> firstOf = new HashMap<>();
        for (int word = 0; word < reading.size(); word++) {
            int first = firstOf.computeIfAbsent(reading.form(word), _ -> firstOf.size());
            assertThat(first).as("word %d", word).isEqualTo(word % 10_000);
        }
    }

    @Test
    void everyWordKeepsItsOwnAtoms() {
        // When
        read(words(0, 10_000));
        read(words(5_000, 15_000));

        // Then
        assertAtoms();
    }

    @Test
    void betweenTwoArticlesItForgetsWhenItHoldsTooManyWords() {
        // Given
        read(words(0, Forms.MOST));
        read("once upon");
        int known = asked.size();

        // When
        read("once upon");

        // Then
        assertThat(asked.subList(known, asked.size())).containsExactly("once", "upon");
        assertAtoms();
    }

    @Test
    void itKeepsTheWordsOfManyArticlesThatAreNotTooMany() {
        // Given
        read(words(0, Forms.MOST));
        int known = asked.size();

        // When
        read(words(0, Forms.MOST));

        // Then
        assertThat(asked.size()).isEqualTo(known);
    }

    private void read(String text) {
        reading.read(List.of(new Zone(ZoneKind.PARAGRAPH, text)), forms);
    }

    private void assertAtoms() {
        for (int word = 0; word < reading.size(); word++) {
            int form = reading.form(word);
            int[] atoms = Arrays.copyOfRange(forms.atoms(), forms.atomsFrom(form), forms.atomsTo(form));
            String text = reading.quote(word, word);
            assertThat(atoms).as(text).isEqualTo(resolve(text));
        }
    }

    private static String words(int from, int to) {
        return Stream.iterate(from, i -> i < to, i -> i + 1)
                .map(i -> "w" + i + " ")
                .collect(Collectors.joining());
    }
}
