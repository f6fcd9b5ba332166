package wiredesk.enrich.rule;

import java.util.List;

/** What reading a rule file comes to: its rules, or all that is wrong with it. */
public sealed interface Parsed {

    /** The file is sound. */
    record Valid(TagRules rules) implements Parsed {}

    /** The file is refused as a whole; its problems in the order of their places, at least one. */
    record Invalid(List<Problem> problems) implements Parsed {
        public Invalid {
            problems = problems.stream().sorted().toList();
        }
    }
}
