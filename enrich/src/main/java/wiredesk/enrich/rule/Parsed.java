package wiredesk.enrich.rule;

import java.util.List;

/** What reading files comes to: what they say, or all that is wrong with them. */
public sealed interface Parsed<T> {

    /** The files are sound. */
    record Valid<T>(T value) implements Parsed<T> {}

    /** They are refused as a whole; their problems in the order of their places, at least one. */
    record Invalid<T>(List<Problem> problems) implements Parsed<T> {
        public Invalid {
            problems = problems.stream().sorted().toList();
        }
    }
}
