package wiredesk.enrich.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wiredesk.enrich.rule.RuleBook;
import wiredesk.enrich.rule.TagRules;
import wiredesk.enrich.text.Zone;
import wiredesk.enrich.text.ZoneKind;

/** One book after another: what is kept of the old one changes nothing in what the new one gives. */
class NextBookTest {

    private static final String RULES = """
            - {id: near, weight: 8, match: {near: {words: 5, of: [opens, place]}}}
            - {id: sport, weight: -3, match: sport}""";
    private static final TagRules SMALL = SmallBook.rules(RULES);
    private static final List<Zone> TEXT = List.of(
            new Zone(ZoneKind.HEADLINE, "Acme opens an office in Munich"),
            new Zone(ZoneKind.LEDE, "Acme launches open source football in the EU; bureau à Munich, on ouvre l'UE."));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "another rule         | id: near                 | id: nearer",
                "another weight       | weight: 8                | weight: 4",
                "another pattern      | of: [opens, place]       | of: [place, site]",
                "a concept more       | match: sport             | match: site",
                "another word         | opens: {en: [opens       | opens: {en: [launches, opens",
                "a word in one        | fr: [ouvr*]              | fr: [ouvr*, bureau]",
                "a word less          | munich, =EU] | munich]"
            })
    void aChangedTagIsGivenAsFromNothing(String change, String before, String after) {
        // Given
        RuleBook first = RuleBook.of(List.of(SMALL));
        TagRules changed = SmallBook.changed(RULES, before, after);

        // When
        RuleBook next = first.next(List.of(changed));

        // Then
        assertAsFromNothing(new Tagger(first).next(next), next, List.of(changed));
    }

    @Test
    void aTagMoreAndATagLessAreGivenAsFromNothing() {
        // Given
        TagRules earlier = SmallBook.changed(RULES, "wiredesk:small", "wiredesk:earlier");
        RuleBook one = RuleBook.of(List.of(SMALL));

        // When
        RuleBook two = one.next(List.of(SMALL, earlier));
        Tagger tagger = new Tagger(one).next(two);
        RuleBook oneAgain = two.next(List.of(earlier));

        // Then
        assertAsFromNothing(tagger, two, List.of(SMALL, earlier));
        assertAsFromNothing(tagger.next(oneAgain), oneAgain, List.of(earlier));
        assertThat(two.next(List.of(SMALL)).version()).isEqualTo(one.version());
    }

    @Test
    void whatDidNotChangeIsKept() {
        // Given
        List<TagRules> before = List.of(SMALL);
        Program first = Compiler.compile(before, "fr", null);

        // When
        Program weighed = Compiler.compile(List.of(SmallBook.changed(RULES, "weight: 8", "weight: 4")), "fr", first);
        Program english =
                Compiler.compile(List.of(SmallBook.changed(RULES, "en: [football]", "en: [tennis]")), "fr", first);
        Program french =
                Compiler.compile(List.of(SmallBook.changed(RULES, "fr: [football]", "fr: [tennis]")), "fr", first);

        // Then
        assertThat(weighed.lexicon()).isSameAs(first.lexicon());
        assertThat(english.lexicon()).isSameAs(first.lexicon());
        assertThat(french.lexicon()).isNotSameAs(first.lexicon());
    }

    private static void assertAsFromNothing(Tagger tagger, RuleBook book, List<TagRules> rules) {
        RuleBook anew = RuleBook.of(rules);
        assertThat(book.version()).isEqualTo(anew.version());
        assertThat(tagger.version()).isEqualTo(anew.version());
        for (String language : List.of("en", "fr", "de")) {
            assertThat(tagger.covers(language)).isEqualTo(new Tagger(anew).covers(language));
            assertThat(tagger.tag(language, TEXT)).isEqualTo(new Tagger(anew).tag(language, TEXT));
            assertThat(tagger.verdicts(language, TEXT)).isEqualTo(new Tagger(anew).verdicts(language, TEXT));
        }
    }
}
