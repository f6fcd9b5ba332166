package wiredesk.enrich.tagging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import wiredesk.enrich.rule.Languages;
import wiredesk.enrich.rule.RuleBook;
import wiredesk.enrich.rule.TagRules;
import wiredesk.enrich.text.Zone;

/**
 * Gives articles the tags of one rule book. Immutable to its callers: one tagger serves all threads.
 *
 * <p>A tag's score is the logistic function of the logarithm of its prior odds plus each rule's weight times its
 * strength, and a rule's strength is {@code 1 - Π (1 - prominence)} over its three most prominent matches.
 */
public final class Tagger {

    private static final double PRECISION = 10_000;

    private final String version;
    private final List<TagHead> tags;
    private final Map<String, Desk> desks = new HashMap<>();
    private final boolean indexed;
    private final long salt;

    /** What a tag is, without its rules: those are in the programs. */
    private record TagHead(
            String code, Map<String, String> names, List<String> broader, double priorLogit, double threshold) {}

    /** One for texts whose writers mean no harm. */
    public Tagger(RuleBook book) {
        this(book, 0);
    }

    /**
     * One for any text.
     *
     * @param salt any number that the texts' writers do not know: they cannot make it slow then; the tags do not depend on
     *     it
     */
    public Tagger(RuleBook book, long salt) {
        this(book, salt, true, Map.of());
    }

    /** One that looks at every rule for every article when it is not indexed; it gives the same answer. */
    Tagger(RuleBook book, boolean indexed) {
        this(book, 0, indexed, Map.of());
    }

    private Tagger(RuleBook book, long salt, boolean indexed, Map<String, Desk> before) {
        this.indexed = indexed;
        this.salt = salt;
        version = book.version();
        tags = book.tags().stream().map(Tagger::head).toList();
        for (String language : book.languages()) {
            Desk old = before.get(language);
            Program program = Compiler.compile(book.tags(), language, old == null ? null : old.program());
            desks.put(language, new Desk(program, salt, new ConcurrentLinkedQueue<>()));
        }
    }

    /** The tagger of the book that follows this one's, sooner there than from nothing: what did not change is kept. */
    public Tagger next(RuleBook book) {
        return new Tagger(book, salt, indexed, desks);
    }

    /** One language's rules, and the working memories that no thread is using. */
    private record Desk(Program program, long salt, Queue<Session> idle) {
        Session session() {
            Session session = idle.poll();
            return session == null ? new Session(program, salt) : session;
        }
    }

    private static TagHead head(TagRules tag) {
        double priorLogit = Math.log(tag.prior() / (1 - tag.prior()));
        return new TagHead(tag.code(), tag.names(), tag.broader(), priorLogit, tag.threshold());
    }

    /** The version of the book whose tags it gives. */
    public String version() {
        return version;
    }

    /** Whether articles in this language can earn a tag; a BCP 47 tag, of which the language alone counts. */
    public boolean covers(String language) {
        return desks.containsKey(Languages.primary(language));
    }

    /**
     * What an article earned.
     *
     * @param language a BCP 47 tag, of which the language alone counts; one that the book does not cover earns nothing
     * @param zones the article's text in reading order; evidence names a zone by its index here
     */
    public Findings tag(String language, List<Zone> zones) {
        Desk desk = desks.get(Languages.primary(language));
        if (desk == null) {
            return Findings.NOTHING;
        }
        Session session = desk.session();
        List<Match> matches = session.read(zones, indexed);
        List<Tag> earned = new ArrayList<>();
        for (int from = 0; from < matches.size(); ) {
            int to = from;
            int tag = matches.get(from).tag();
            while (to < matches.size() && matches.get(to).tag() == tag) {
                to++;
            }
            List<Match> own = matches.subList(from, to);
            TagHead head = tags.get(tag);
            double score = score(head, own, session);
            if (score >= head.threshold()) {
                earned.add(tag(head, score, own, session));
            }
            from = to;
        }
        Findings findings = new Findings(earned, session.places());
        desk.idle().add(session);
        return findings;
    }

    /** What each tag of the book scored and by what, whether earned or not; none for a language without rules. */
    public List<Verdict> verdicts(String language, List<Zone> zones) {
        Desk desk = desks.get(Languages.primary(language));
        if (desk == null) {
            return List.of();
        }
        Session session = desk.session();
        List<Match> matches = session.read(zones, indexed);
        List<Verdict> verdicts = new ArrayList<>();
        for (int tag = 0; tag < tags.size(); tag++) {
            int number = tag;
            List<Match> own =
                    matches.stream().filter(match -> match.tag() == number).toList();
            TagHead head = tags.get(tag);
            double score = score(head, own, session);
            List<Verdict.Finding> findings =
                    own.stream().map(match -> finding(match, session)).toList();
            verdicts.add(new Verdict(head.code(), score, score >= head.threshold(), findings));
        }
        desk.idle().add(session);
        return verdicts;
    }

    private static double score(TagHead head, List<Match> matches, Session session) {
        double logit = head.priorLogit();
        for (Match match : matches) {
            logit += session.weight(match) * match.strength();
        }
        return Math.rint(PRECISION / (1 + Math.exp(-logit))) / PRECISION;
    }

    private Tag tag(TagHead head, double score, List<Match> matches, Session session) {
        List<Evidence> evidence = matches.stream()
                .filter(match -> session.weight(match) > 0)
                .flatMap(match -> session.evidence(match).stream())
                .sorted(Evidence.ORDER)
                .toList();
        return new Tag(head.code(), head.names(), head.broader(), score, version, evidence);
    }

    private static Verdict.Finding finding(Match match, Session session) {
        List<Evidence> evidence =
                session.evidence(match).stream().sorted(Evidence.ORDER).toList();
        return new Verdict.Finding(session.id(match), session.weight(match), match.strength(), evidence);
    }
}
