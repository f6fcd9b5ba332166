package wiredesk.ingest.format;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import wiredesk.ingest.copy.Block;

/** Reads a publisher's page: the article in it, by what the page says of it and by how it is built. It fetches nothing. */
final class HtmlReader {

    /** Elements. Pages nest some dozens deep; what is nested deeper is read as if it were not. */
    private static final int DEEPEST = 200;

    /** Characters: a bound on time. Pages have a tenth of it, and their articles stand before what makes some longer. */
    private static final int LONGEST = 2_000_000;

    /** Tags, of which comes the time that a page takes. Long pages have a tenth of it. */
    private static final int MOST_TAGS = 60_000;

    private HtmlReader() {}

    /** @param charset as declared by the media type, if it was */
    static Read read(byte[] payload, @Nullable String charset) {
        return switch (Decoding.ofPage(payload, charset)) {
            case Decoding.Failed(Reason reason) -> reason.refused();
            case Decoding.Text(String text, List<String> warnings) -> read(text, warnings);
        };
    }

    private static Read read(String html, List<String> told) {
        if (html.isBlank()) {
            return Reason.of(Kind.EMPTY, "there is nothing in it").refused();
        }
        List<String> warnings = new ArrayList<>(told);
        int end = end(html);
        if (end < html.length()) {
            warnings.add("the page has more than %,d characters or %,d tags: what comes after them is not read"
                    .formatted(LONGEST, MOST_TAGS));
        }
        String read = html.substring(0, end);
        Document page = Parser.htmlParser().setMaxDepth(DEEPEST).parseInput(read, "");
        LinkedData data = LinkedData.of(page);
        PageMetadata metadata = new PageMetadata(page, data, warnings);
        String headline = metadata.headline();
        List<Block> body = PageBody.of(page, headline == null ? "" : headline, data.articleBody());
        if (headline == null && body.isEmpty()) {
            return Reason.of(Kind.INVALID, "neither a headline nor a text in it: there is nothing to publish")
                    .refused();
        }
        return new Read.Accepted(draft(metadata, headline, body).withWarnings(warnings));
    }

    private static Draft draft(PageMetadata metadata, @Nullable String headline, List<Block> body) {
        Instant published = metadata.published();
        Instant modified = metadata.modified();
        boolean changed = modified != null && (published == null || modified.isAfter(published));
        return new Draft(
                metadata.uri(),
                null,
                changed ? modified : published,
                published,
                headline,
                null,
                metadata.byline(),
                metadata.language(),
                null,
                PubStatus.USABLE,
                new Embargo.None(),
                null,
                metadata.subjects(),
                List.of(),
                metadata.rights(),
                null,
                null,
                body,
                List.of());
    }

    private static int end(String html) {
        int most = Math.min(html.length(), LONGEST);
        int tags = 0;
        for (int i = 0; i < most; i++) {
            if (html.charAt(i) == '<' && ++tags > MOST_TAGS) {
                return i;
            }
        }
        return most;
    }
}
