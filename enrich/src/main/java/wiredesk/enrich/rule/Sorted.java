package wiredesk.enrich.rule;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Copies of maps whose order is that of their keys on every machine; {@link Map#copyOf}'s order changes with each run.
 */
final class Sorted {

    private Sorted() {}

    static <V> SortedMap<String, V> copyOf(Map<String, V> map) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }
}
