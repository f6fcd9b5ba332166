package wiredesk.enrich.tagging;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import wiredesk.enrich.rule.Languages;
import wiredesk.enrich.rule.RuleBook;
import wiredesk.enrich.text.Zone;

/** Gives articles the tags of one rule book. Immutable: one tagger serves all threads. */
public final class Tagger {

    private final RuleBook book;
    private final Map<String, Lexicon> lexicons = new HashMap<>();

    public Tagger(RuleBook book) {
        this.book = book;
        book.languages().forEach(language -> lexicons.put(language, new Lexicon(book.tags(), language)));
    }

    /** The book whose tags it gives. */
    public RuleBook book() {
        return book;
    }

    /**
     * The tags that an article earned, by code.
     *
     * @param language a BCP 47 tag, of which the language alone counts; one that the book does not cover earns nothing
     * @param zones the article's text in reading order; evidence names a zone by its index here
     */
    public List<Tag> tag(String language, List<Zone> zones) {
        return verdicts(language, zones).stream()
                .filter(Verdict::earned)
                .map(verdict -> verdict.tag(book.version()))
                .toList();
    }

    /** What each tag scored, the threshold apart. */
    List<Verdict> verdicts(String language, List<Zone> zones) {
        Lexicon lexicon = lexicons.get(Languages.primary(language));
        if (lexicon == null) {
            return List.of();
        }
        Reading reading = new Reading(zones);
        Map<ConceptId, Spans> places = lexicon.find(reading);
        return book.tags().stream()
                .map(tag -> Weighing.weigh(tag, reading, new Matching(reading, places, tag.code())))
                .toList();
    }
}
