package wiredesk.enrich.tagging;

import java.util.ArrayList;
import java.util.List;
import wiredesk.enrich.text.Forms;
import wiredesk.enrich.text.Reading;
import wiredesk.enrich.text.Stemmer;
import wiredesk.enrich.text.Zone;

/** One thread's working memory for one program: it is used for article after article and forgets each. */
final class Session {

    /** The most matches of one rule that count. */
    static final int COUNTED = 3;

    private final Program program;
    private final Forms forms;
    private final Reading reading = new Reading();
    private final Hits hits;
    private final Matching matching;
    private final Spans spans = new Spans();
    private final IntRow candidates = new IntRow();
    private final int[] called;
    private int article;

    /** One whose words are filed by this salt, see {@link Forms}. */
    Session(Program program, long salt) {
        this.program = program;
        Stemmer stemmer = program.stemmer();
        Lexicon lexicon = program.lexicon();
        forms = new Forms(word -> lexicon.atoms().of(word, stemmer), salt);
        hits = new Hits(lexicon.terms(), lexicon.concepts().size());
        matching = new Matching(program.code(), reading, hits);
        called = new int[program.rules().size()];
    }

    /** What the rules find in an article, in the rules' order; only rules that found something. */
    List<Match> read(List<Zone> zones, boolean indexed) {
        reading.read(zones, forms);
        hits.find(reading, forms);
        candidates.clear();
        if (indexed) {
            call();
        } else {
            for (int rule = 0; rule < called.length; rule++) {
                candidates.add(rule);
            }
        }
        if (candidates.size() == 0) {
            return List.of();
        }
        List<Match> matches = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            int rule = candidates.get(i);
            Spans found = run(rule);
            if (found.size() > 0) {
                matches.add(count(rule, found));
            }
        }
        return matches;
    }

    /** All of one rule's matches in the article that was read last; the caller's until the next call. */
    Spans run(int rule) {
        return matching.run(program.rules().starts()[rule], program.rules().zones()[rule]);
    }

    /** The article's words, until the next article is read. */
    Reading reading() {
        return reading;
    }

    /** The rules that the article's concepts call for: those whose rarest group and guard it has. */
    private void call() {
        article++;
        Program.Index index = program.index();
        IntRow present = hits.present();
        for (int i = 0; i < present.size(); i++) {
            int concept = present.get(i);
            for (int p = index.from()[concept]; p < index.from()[concept + 1]; p++) {
                int guard = index.guards()[p];
                int rule = index.rules()[p];
                if ((guard < 0 || hits.has(guard)) && called[rule] != article) {
                    called[rule] = article;
                    candidates.add(rule);
                }
            }
        }
        candidates.sort();
    }

    /** The three most prominent matches, of equally prominent ones the earlier; each is one more reason to be sure. */
    private Match count(int rule, Spans found) {
        double floor = program.rules().floors()[rule];
        int count = Math.min(COUNTED, found.size());
        int[] best = new int[count];
        int filled = 0;
        for (int i = 0; i < found.size(); i++) {
            double worth = prominence(found.first(i), floor);
            int at = filled;
            while (at > 0 && prominence(found.first(best[at - 1]), floor) < worth) {
                at--;
            }
            if (at < count) {
                filled = Math.min(count, filled + 1);
                System.arraycopy(best, at, best, at + 1, filled - at - 1);
                best[at] = i;
            }
        }
        double doubt = 1;
        int[] first = new int[count];
        int[] last = new int[count];
        for (int i = 0; i < count; i++) {
            first[i] = found.first(best[i]);
            last[i] = found.last(best[i]);
            doubt *= 1 - prominence(first[i], floor);
        }
        return new Match(program.rules().tags()[rule], rule, 1 - doubt, first, last);
    }

    private double prominence(int word, double floor) {
        return Prominence.of(reading.kind(word), word, floor);
    }

    double weight(Match match) {
        return program.rules().weights()[match.rule()];
    }

    String id(Match match) {
        return program.rules().ids()[match.rule()];
    }

    /** The words of a match of the article that was read last. */
    List<Evidence> evidence(Match match) {
        List<Evidence> evidence = new ArrayList<>();
        for (int i = 0; i < match.first().length; i++) {
            evidence.add(quote(id(match), match.first()[i], match.last()[i]));
        }
        return evidence;
    }

    /** The places that the article names, by code, with the first of their names. */
    List<NamedPlace> places() {
        List<NamedPlace> places = new ArrayList<>();
        String[] codes = program.places().codes();
        for (int i = 0; i < codes.length; i++) {
            int concept = program.places().concepts()[i];
            if (hits.has(concept)) {
                List<Evidence> names = names("place-" + codes[i], concept);
                if (!names.isEmpty()) {
                    places.add(new NamedPlace(codes[i], names));
                }
            }
        }
        return places;
    }

    private List<Evidence> names(String rule, int concept) {
        spans.cut(0);
        hits.push(concept, spans);
        List<Evidence> names = new ArrayList<>();
        for (int i = 0; i < Math.min(COUNTED, spans.size()); i++) {
            names.add(quote(rule, spans.first(i), spans.last(i)));
        }
        return names;
    }

    private Evidence quote(String rule, int first, int last) {
        return new Evidence(
                rule, reading.zone(first), reading.begin(first), reading.end(last), reading.quote(first, last));
    }
}
