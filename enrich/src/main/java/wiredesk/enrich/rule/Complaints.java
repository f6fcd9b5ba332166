package wiredesk.enrich.rule;

import java.util.ArrayList;
import java.util.List;

/** The problems found so far in one file; reading goes on after each, so that an editor sees all of them at once. */
final class Complaints {

    private final String file;
    private final List<Problem> problems = new ArrayList<>();

    Complaints(String file) {
        this.file = file;
    }

    void at(Node.Place place, String message) {
        problems.add(new Problem(file, place.line(), place.column(), message));
    }

    boolean any() {
        return !problems.isEmpty();
    }

    List<Problem> all() {
        return List.copyOf(problems);
    }
}
