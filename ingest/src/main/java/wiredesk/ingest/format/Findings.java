package wiredesk.ingest.format;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wiredesk.ingest.copy.Block;

/** What was found wrong in one article of an XML format, and so whether it is accepted. */
final class Findings {

    /** Characters. The uri becomes a record's key. */
    private static final int LONGEST_URI = 2048;

    private static final int LONGEST_VERSION = 128;

    private static final int MOST_LINES = 100_000;

    private record Fault(Reason reason, boolean vital) {}

    private final List<Fault> faults = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    /** Something impossible. It refuses the article, but not a kill. */
    void fault(String path, String problem) {
        faults.add(new Fault(invalid(path, problem), false));
    }

    /** Something impossible in what says which article this is. */
    private void vital(String path, String problem) {
        faults.add(new Fault(invalid(path, problem), true));
    }

    void warn(String warning) {
        if (!warnings.contains(warning)) {
            warnings.add(warning);
        }
    }

    /**
     * An id as a uri. Many real ones have spaces inside ({@code 12 at http://news.example}); they are written as a uri
     * writes them, since an id is the same from one version to the next and so must its reading be.
     */
    @Nullable
    String uri(@Nullable String written, String path) {
        if (written == null) {
            return null;
        }
        StringBuilder uri = new StringBuilder(written.length());
        written.strip()
                .codePoints()
                .forEach(c -> uri.append(
                        Character.isWhitespace(c) || Character.isSpaceChar(c) ? "%20" : Character.toString(c)));
        if (uri.length() > LONGEST_URI) {
            vital(path, "must have at most %d characters".formatted(LONGEST_URI));
            return null;
        }
        return uri.isEmpty() ? null : uri.toString();
    }

    /** The same where nothing else says which article this is. */
    @Nullable
    String requiredUri(@Nullable String written, String path, String problem) {
        if (written == null) {
            vital(path, problem);
        }
        return uri(written, path);
    }

    @Nullable
    String version(@Nullable String written, String path) {
        if (written != null && written.length() > LONGEST_VERSION) {
            vital(path, "must have at most %d characters".formatted(LONGEST_VERSION));
            return null;
        }
        return written;
    }

    /**
     * The decision.
     *
     * @param path of the article's element
     */
    Read decide(Draft draft, String path) {
        boolean kill = draft.pubStatus() == PubStatus.CANCELED;
        for (Fault fault : faults) {
            if (!kill || fault.vital()) {
                return fault.reason().refused();
            }
            warn(fault.reason().detail());
        }
        if (!kill && draft.headline() == null && draft.body().isEmpty()) {
            return invalid(path, "has neither a headline nor a body with words in it: there is nothing to publish")
                    .refused();
        }
        if (draft.body().stream().map(Block::lines).mapToLong(List::size).sum() > MOST_LINES) {
            return invalid(path, PlainText.TOO_MANY_LINES).refused();
        }
        return new Read.Accepted(draft.withWarnings(warnings));
    }

    private static Reason invalid(String path, String problem) {
        return new Reason(Kind.INVALID, path + " " + problem, path);
    }
}
