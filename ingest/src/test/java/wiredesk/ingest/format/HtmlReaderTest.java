package wiredesk.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import wiredesk.ingest.copy.Block;
import wiredesk.ingest.copy.Block.Hint;

class HtmlReaderTest {

    private static final String FIRST =
            "The mill at Porto will reopen in May, its owners said on Tuesday, after eleven years of silence by the river.";

    private static final String SECOND =
            "Some forty people are to work there at first, and the town hopes that the number will double within the year.";

    @Test
    void aPageSaysItsArticleInLinkedData() {
        Draft draft = accepted("""
                <html lang="en"><head><title>Mill to reopen in May | The Porto Paper</title>
                <link rel="canonical" href="https://paper.example/mill">
                <script type="application/ld+json">{"@context":"https://schema.org","@graph":[
                  {"@type":"WebSite","name":"The Porto Paper"},
                  {"@type":["NewsArticle"],"headline":"Mill to reopen in May","author":[{"@type":"Person","name":"H. Quill"}],
                   "datePublished":"2026-03-01T10:00:00+01:00","dateModified":"2026-03-01T11:00:00+01:00"}]}</script>
                </head><body><nav><a href="/">Home</a></nav><h1>Mill to reopen in May</h1>
                <div class="article-body"><p>%s</p><h2>Jobs</h2><p>%s</p></div></body></html>""".formatted(FIRST, SECOND));

        assertThat(draft.headline()).isEqualTo("Mill to reopen in May");
        assertThat(draft.byline()).isEqualTo("H. Quill");
        assertThat(draft.language()).isEqualTo("en");
        assertThat(draft.uri()).isEqualTo("https://paper.example/mill");
        assertThat(draft.firstCreated()).isEqualTo(Instant.parse("2026-03-01T09:00:00Z"));
        assertThat(draft.versionCreated()).isEqualTo(Instant.parse("2026-03-01T10:00:00Z"));
        assertThat(draft.body())
                .containsExactly(
                        new Block(Hint.PARAGRAPH, List.of(FIRST)),
                        new Block(Hint.HEADING, List.of("Jobs")),
                        new Block(Hint.PARAGRAPH, List.of(SECOND)));
        assertThat(draft.warnings()).isEmpty();
    }

    private static Draft accepted(String html) {
        return accepted(html.getBytes(StandardCharsets.UTF_8), null);
    }

    private static Draft accepted(byte[] page, @Nullable String charset) {
        Read read = HtmlReader.read(page, charset);
        assertThat(read).isInstanceOf(Read.Accepted.class);
        return ((Read.Accepted) read).draft();
    }
}
