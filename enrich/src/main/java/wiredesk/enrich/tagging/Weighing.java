package wiredesk.enrich.tagging;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import wiredesk.enrich.rule.Rule;
import wiredesk.enrich.rule.TagRules;

/**
 * Turns the matches of one tag's rules into a score: {@code 1 - Π (1 - weight × prominence)} over the matches that
 * count, a noisy or, as if each match were an independent witness.
 *
 * <p>Of each rule the {@value #COUNTED} best matches count, the more prominent before the earlier, so that a word
 * repeated through a long article neither outweighs a headline nor fills a record with quotations. What counted is the
 * evidence.
 */
final class Weighing {

    /** The most matches of one rule that count. */
    static final int COUNTED = 3;

    private static final double PRECISION = 10_000;

    private final Reading reading;
    private final List<Evidence> evidence = new ArrayList<>();
    private double doubt = 1;

    private Weighing(Reading reading) {
        this.reading = reading;
    }

    /** The tag's score, rounded to four decimals, with its evidence, whether or not it reaches the threshold. */
    static Verdict weigh(TagRules tag, Reading reading, Matching matching) {
        Weighing weighing = new Weighing(reading);
        for (Rule rule : tag.rules()) {
            weighing.count(rule, matching.matches(rule));
        }
        double score = Math.rint((1 - weighing.doubt) * PRECISION) / PRECISION;
        return new Verdict(
                tag, score, weighing.evidence.stream().sorted(Evidence.ORDER).toList());
    }

    private void count(Rule rule, Spans matches) {
        IntStream.range(0, matches.size())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -prominence(matches, i)))
                .limit(COUNTED)
                .forEach(i -> {
                    doubt *= 1 - rule.weight() * prominence(matches, i);
                    evidence.add(reading.quote(rule.id(), matches.first(i), matches.last(i)));
                });
    }

    private double prominence(Spans matches, int i) {
        return Prominence.of(reading.kindOf(matches.first(i)));
    }
}
