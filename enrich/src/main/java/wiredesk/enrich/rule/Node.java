package wiredesk.enrich.rule;

import java.util.List;

/**
 * A piece of a YAML file and its place. Scalars stay text: in a list of terms {@code 2024} and {@code true} are words.
 */
sealed interface Node {

    /** Where the piece begins, line and column from 1. */
    Place place();

    record Place(int line, int column) {}

    record Text(Place place, String value) implements Node {}

    record Items(Place place, List<Node> items) implements Node {}

    record Fields(Place place, List<Field> fields) implements Node {}

    record Field(Place place, String name, Node value) {}
}
