package wiredesk.enrich.tagging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import wiredesk.enrich.rule.Concept;
import wiredesk.enrich.rule.TagRules;
import wiredesk.enrich.rule.Term;
import wiredesk.enrich.text.Word;

/** All terms of a book in one language, found by their first word: one look-up per word of a text serves every rule. */
final class Lexicon {

    private record Posting(ConceptId concept, Term term) {}

    private final Map<String, List<Posting>> whole = new HashMap<>();
    private final Map<String, List<Posting>> prefixes = new HashMap<>();
    private final int[] prefixLengths;

    Lexicon(List<TagRules> tags, String language) {
        for (TagRules tag : tags) {
            for (Concept concept : tag.concepts().values()) {
                ConceptId id = new ConceptId(tag.code(), concept.name());
                concept.terms().getOrDefault(language, List.of()).forEach(term -> post(id, term));
            }
        }
        TreeSet<Integer> lengths = new TreeSet<>();
        prefixes.keySet().forEach(prefix -> lengths.add(prefix.length()));
        prefixLengths = lengths.stream().mapToInt(Integer::intValue).toArray();
    }

    private void post(ConceptId concept, Term term) {
        Map<String, List<Posting>> index = term.parts().getFirst().prefix() ? prefixes : whole;
        index.computeIfAbsent(term.anchor(), _ -> new ArrayList<>()).add(new Posting(concept, term));
    }

    /** Where the concepts stand that the text has at all. */
    Map<ConceptId, Spans> find(Reading reading) {
        Map<ConceptId, Spans.Collector> found = new HashMap<>();
        List<Word> words = reading.words();
        for (int at = 0; at < words.size(); at++) {
            String folded = words.get(at).folded();
            take(whole.getOrDefault(folded, List.of()), words, at, found);
            for (int length : prefixLengths) {
                if (length > folded.length()) {
                    break;
                }
                take(prefixes.getOrDefault(folded.substring(0, length), List.of()), words, at, found);
            }
        }
        Map<ConceptId, Spans> spans = new HashMap<>();
        found.forEach((concept, collector) -> spans.put(concept, collector.minimal()));
        return spans;
    }

    private static void take(List<Posting> postings, List<Word> words, int at, Map<ConceptId, Spans.Collector> found) {
        for (Posting posting : postings) {
            if (posting.term().standsAt(words, at)) {
                found.computeIfAbsent(posting.concept(), _ -> new Spans.Collector())
                        .add(at, at + posting.term().parts().size() - 1);
            }
        }
    }
}
