package wiredesk.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wiredesk.ingest.format.Formats;
import wiredesk.ingest.format.Read;
import wiredesk.ingest.format.Reason;

/** What ingest makes of a file, which may hold several articles, some of them good and some refused. */
record ParsedFile(String name, List<ParsedArticle> articles, List<Refusal> refusals) {

    /**
     * Why a file or an article in it is refused.
     *
     * @param kind as in the gateway's problem types, or {@link #UNREADABLE}
     * @param pointer to the place at fault, where there is one
     */
    record Refusal(String kind, String detail, @Nullable String pointer) {

        /** There was nothing that ingest could have looked at. */
        static final String UNREADABLE = "unreadable";

        static Refusal of(Reason reason) {
            return new Refusal(reason.kind().slug(), reason.detail(), reason.pointer());
        }
    }

    static ParsedFile of(String name, byte[] payload, String mediaType) {
        List<ParsedArticle> articles = new ArrayList<>();
        List<Refusal> refusals = new ArrayList<>();
        for (Read read : Formats.readAll(payload, mediaType)) {
            switch (read) {
                case Read.Accepted(var draft) -> articles.add(ParsedArticle.of(draft));
                case Read.Refused(var reason) -> refusals.add(Refusal.of(reason));
            }
        }
        return new ParsedFile(name, List.copyOf(articles), List.copyOf(refusals));
    }

    static ParsedFile unreadable(String name, String detail) {
        return new ParsedFile(name, List.of(), List.of(new Refusal(Refusal.UNREADABLE, detail, null)));
    }
}
