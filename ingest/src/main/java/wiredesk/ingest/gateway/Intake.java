package wiredesk.ingest.gateway;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wiredesk.ingest.format.Draft;
import wiredesk.ingest.format.Formats;
import wiredesk.ingest.format.Kind;
import wiredesk.ingest.format.PubStatus;
import wiredesk.ingest.format.Read;
import wiredesk.ingest.format.Reason;

/** What the gateway makes of a payload before it writes anything: its articles by their ids, or why not. */
sealed interface Intake {

    int LONGEST_URI = 2_048;

    /** All of the payload's articles, one at least. */
    record Taken(List<Article> articles) implements Intake {}

    /** One article is refused, and so is the payload. */
    record Refused(Problem problem) implements Intake {}

    record Article(String uri, @Nullable String version, Formats.Part part) {}

    /**
     * What is no article (a package, a plan) is passed over where others are.
     *
     * @param asked the id of the request, for the one article that has none of its own; the two must not differ
     */
    static Intake of(List<Formats.Part> parts, @Nullable String asked, Sender sender) {
        if (asked != null && parts.size() > 1) {
            String detail = "?uri= is the id of one article, and the payload has " + parts.size();
            return new Refused(new Problem(422, "id-for-several", "Which article?", detail, null));
        }
        List<Article> articles = new ArrayList<>();
        Problem notNews = null;
        for (int i = 0; i < parts.size(); i++) {
            Formats.Part part = parts.get(i);
            Problem problem = problem(part.read(), asked, sender);
            if (problem == null && part.read() instanceof Read.Accepted(Draft draft)) {
                articles.add(new Article(uri(part, draft, asked), draft.version(), part));
            } else if (problem != null && problem.type().equals(Kind.NOT_NEWS.slug())) {
                notNews = problem;
            } else if (problem != null) {
                return new Refused(problem.within(i, parts.size()));
            }
        }
        return articles.isEmpty() && notNews != null ? new Refused(notNews) : new Taken(articles);
    }

    /** Why an article cannot be taken; null when it can. */
    private static @Nullable Problem problem(Read read, @Nullable String asked, Sender sender) {
        return switch (read) {
            case Read.Refused(Reason reason) -> Problem.of(reason);
            case Read.Accepted(Draft draft) -> problem(draft, asked, sender);
        };
    }

    private static @Nullable Problem problem(Draft draft, @Nullable String asked, Sender sender) {
        String own = draft.uri();
        if (own != null && asked != null && !asked.equals(own)) {
            return unclear("two-ids", "Two ids", "?uri= is " + asked + ", but the payload's is " + own);
        }
        String uri = own == null ? asked : own;
        if (uri == null && draft.pubStatus() == PubStatus.CANCELED) {
            return unclear("kill-without-id", "Which article?", "A kill names its article: uri, or ?uri=");
        }
        if (uri != null && uri.length() > LONGEST_URI) {
            return unclear("too-long", "Too long", "An id may have " + LONGEST_URI + " characters");
        }
        return draft.pubStatus() == PubStatus.CANCELED ? sender.refusesKill() : null;
    }

    private static String uri(Formats.Part part, Draft draft, @Nullable String asked) {
        String uri = draft.uri() == null ? asked : draft.uri();
        return uri == null ? hashUri(part.payload()) : uri;
    }

    private static Problem unclear(String type, String title, String detail) {
        return new Problem(422, type, title, detail, "/uri");
    }

    private static String hashUri(byte[] payload) {
        return "urn:sha256:" + HexFormat.of().formatHex(Sha256.of(payload));
    }
}
