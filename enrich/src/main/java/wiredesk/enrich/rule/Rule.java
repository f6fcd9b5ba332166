package wiredesk.enrich.rule;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import wiredesk.enrich.text.ZoneKind;

/**
 * One reason to give a tag, or not to.
 *
 * @param id names the rule in evidence; unique in its file
 * @param weight what a match adds to the logarithm of the odds when it is as prominent as can be, -10 to 10; below 0 it
 *     is counter-evidence
 * @param zones the kinds of zone that it looks at, all of which may earn
 */
public record Rule(String id, double weight, Pattern match, SortedSet<ZoneKind> zones) {
    public Rule {
        zones = Collections.unmodifiableSortedSet(new TreeSet<>(zones));
    }
}
