package wiredesk.enrich.rule;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import wiredesk.enrich.text.ZoneKind;

/**
 * One reason to give a tag.
 *
 * @param id names the rule in evidence; unique in its file
 * @param weight what one match in a headline adds, 0 to 1
 * @param zones the kinds of zone that it looks at, all of which may earn
 * @param unless what drops a match, in the order of {@link Unless.Scope}
 */
public record Rule(String id, double weight, Pattern match, SortedSet<ZoneKind> zones, List<Unless> unless) {
    public Rule {
        zones = Collections.unmodifiableSortedSet(new TreeSet<>(zones));
        unless = List.copyOf(unless);
    }
}
