package wiredesk.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

    @Test
    void whatStandsAroundAnArticleIsNoPartOfIt() {
        Draft draft = accepted("""
                <html><body><header class="site-menu"><p>%1$s</p></header><article class="post tag-ships category-news">
                <h1>Mill to reopen</h1><div class="newsletter-signup"><p>Our best stories, each morning, in your mail box.</p></div>
                <p>%1$s</p><figure><img><figcaption>The mill in 1931</figcaption></figure>
                <p>Read more: <a href="/x">The mills of the north</a></p><aside>A box that says something else</aside>
                <p>%2$s</p><ul><li>Forty jobs</li></ul>
                <h3>3 Comments</h3><div><p>%1$s I do not believe it, and I have lived here for all of my life.</p></div>
                </article></body></html>""".formatted(FIRST, SECOND));

        assertThat(draft.body())
                .containsExactly(
                        new Block(Hint.PARAGRAPH, List.of(FIRST)),
                        new Block(Hint.CAPTION, List.of("The mill in 1931")),
                        new Block(Hint.PARAGRAPH, List.of(SECOND)),
                        new Block(Hint.LIST_ITEM, List.of("Forty jobs")));
    }

    @Test
    void aTextInPiecesIsReadWhole() {
        String piece = "<div><div class=\"article-body chunk\"><p>%s</p></div><div class=\"ad-slot\">Buy!</div></div>";
        Draft draft = accepted("<body><h1>Mill</h1><div class=x>%s%s</div><div><p>Other things of no matter</p></div>"
                .formatted(piece.formatted(FIRST), piece.formatted(SECOND)));
        assertThat(draft.body())
                .containsExactly(new Block(Hint.PARAGRAPH, List.of(FIRST)), new Block(Hint.PARAGRAPH, List.of(SECOND)));
    }

    @Test
    void linkedDataThatIsNotQuiteJsonIsRead() {
        Draft draft = accepted("""
                <script type="application/ld+json">{"@type":"NewsArticle","headline":"Mill "at last" to reopen" oops,
                "datePublished":"2026-03-01T10:00:00Z"}</script><p>%s</p>""".formatted(FIRST));
        assertThat(draft.firstCreated()).isEqualTo(Instant.parse("2026-03-01T10:00:00Z"));
    }

    @Test
    void aTimeWithoutAZoneMakesWayForOneWithAZone() {
        String zoneless = "<meta property=\"article:published_time\" content=\"2026-03-01 10:00\">";
        Draft left = accepted("<head>" + zoneless + "</head><p>" + FIRST);
        assertThat(left.firstCreated()).isEqualTo(Instant.parse("2026-03-01T10:00:00Z"));
        assertThat(left.warnings()).singleElement().asString().contains("datePublished");

        Draft taken = accepted(
                "<head>" + zoneless + "<meta name=date content=\"2026-03-01 10:00:00 +0100\"></head><p>" + FIRST);
        assertThat(taken.firstCreated()).isEqualTo(Instant.parse("2026-03-01T09:00:00Z"));
        assertThat(taken.warnings()).isEmpty();
    }

    @Test
    void aPageIsDecodedAsItDeclaresElseAsItLooks() {
        byte[] latin = "<meta charset=iso-8859-1><h1>Café “où”</h1>".getBytes(Charset.forName("windows-1252"));
        assertThat(accepted(latin, null).headline()).isEqualTo("Café “où”");
        assertThat(accepted(latin, null).warnings()).isEmpty();

        Draft guessed = accepted(latin, "utf-8");
        assertThat(guessed.headline()).isEqualTo("Café “où”");
        assertThat(guessed.warnings()).singleElement().asString().contains("not UTF-8");
    }

    @Test
    void aPageThatSaysNothingIsRefused() {
        assertThat(HtmlReader.read(new byte[] {' ', '\n'}, null))
                .isInstanceOfSatisfying(
                        Read.Refused.class,
                        refused -> assertThat(refused.reason().kind()).isEqualTo(Kind.EMPTY));
        assertThat(HtmlReader.read("<html><body></body></html>".getBytes(StandardCharsets.UTF_8), null))
                .isInstanceOfSatisfying(
                        Read.Refused.class,
                        refused -> assertThat(refused.reason().kind()).isEqualTo(Kind.INVALID));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<div>", "<b>", "<table><tr><td>", "<ul><li>", "<", "[{", "<script type=application/ld+json>[[["
            })
    void noNestingIsTooDeep(String opening) {
        assertThat(HtmlReader.read(("<p>" + FIRST + opening.repeat(100_000)).getBytes(StandardCharsets.UTF_8), null))
                .isNotNull();
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
