package wiredesk.ingest.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wiredesk.ingest.copy.Block;
import wiredesk.ingest.copy.Block.Hint;

/** What a page says of its article beside the article. */
class PageSaysTest {

    private static final String WORDS =
            "The mill at Porto will reopen in May, its owners said on Tuesday, after eleven years of silence by the river.";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    <link rel=canonical href='/mill?id=7'><meta property='og:url' content='https://paper.example/x/y'> | https://paper.example/mill?id=7
                    <base href='https://paper.example/news/'><link rel=canonical href='mill'>                 | https://paper.example/news/mill
                    <link rel=canonical href='//paper.example/mill'><base href='https://www.paper.example/'>  | https://paper.example/mill
                    <link rel=canonical href='/'><meta property='og:url' content='https://paper.example/mill'> | https://paper.example/mill
                    <link rel=canonical href='https://a b/'><meta property='og:url' content='https://paper.example/mill'> | https://paper.example/mill
                    <link rel=canonical href='/mill'>                                                         |
                    <link rel=canonical href='/mill'><base href='file:///home/'>                              |
                    """)
    void aRelativeAddressIsMadeAbsoluteByWhatElseThePageSays(String head, @Nullable String uri) {
        assertThat(accepted(head).uri()).isEqualTo(uri);
    }

    @Test
    void subjectsAreTheSectionAndTheKeywordsEachOnce() {
        Draft draft = accepted("""
                <script type="application/ld+json">{"@type":"NewsArticle","headline":"H","articleSection":["Business","Industry"],
                "keywords":"mills, Porto,,business"}</script><meta property="article:tag" content="Water, wind">
                <meta property="article:tag" content="porto"><meta name=keywords content="%s">""".formatted("long ".repeat(20)));
        assertThat(draft.subjects())
                .containsExactly(
                        new Subject(null, "Business"),
                        new Subject(null, "Industry"),
                        new Subject(null, "Water, wind"),
                        new Subject(null, "porto"),
                        new Subject(null, "mills"));
    }

    @Test
    void noPageHasSubjectsWithoutEnd() {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < 1_000; i++) {
            words.append("word ").append(i).append(',');
        }
        assertThat(accepted("<meta name=keywords content='" + words + "'>").subjects())
                .hasSize(50);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "copyrightNotice":"© Mill Press, no reuse","license":"https://l.example/by"    | © Mill Press, no reuse
                    "license":"https://l.example/by","copyrightHolder":{"name":"Mill Press"}      | https://l.example/by
                    "copyrightHolder":{"@type":"Organization","name":"Mill Press"},"copyrightYear":2026 | © 2026 Mill Press
                    "copyrightHolder":"Mill Press"                                                | © Mill Press
                    "author":"A. Meunier"                                                         |
                    """)
    void rightsAreTermsElseALicenceElseTheHolders(String data, @Nullable String rights) {
        String script = "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"H\"," + data
                + "}</script>";
        assertThat(accepted(script).rightsInfo()).isEqualTo(rights);
    }

    @Test
    void theLaterOfTwoTimesIsTheVersions() {
        Draft draft = accepted("<meta property='article:published_time' content='2026-03-02T10:00:00Z'>"
                + "<meta property='article:modified_time' content='2026-03-01T10:00:00Z'>");
        assertThat(draft.versionCreated()).isEqualTo(Instant.parse("2026-03-02T10:00:00Z"));
        assertThat(draft.firstCreated()).isEqualTo(Instant.parse("2026-03-02T10:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    <div class='publish-date'> Published 11:11 PM EST Nov 19, 2019 </div>             | 2019-11-20T04:11:00Z | 0
                    <span class='datetime'>Monday, November 18, 2019</span>                           | 2019-11-18T00:00:00Z | 1
                    <p class='post-date'>Posted on: 3 March 2026 10:00 CET</p>                        | 2026-03-03T09:00:00Z | 0
                    <p class='update'>Ten new mills</p><p class='date'>2026-03-03</p>                 | 2026-03-03T00:00:00Z | 1
                    <p class='date'>2026</p><p class='calendar-date'>November 20</p>                  |                      | 0
                    <p>3 March 2026</p>                                                               |                      | 0
                    """)
    void aDateThatOnlyReadersSeeIsReadWhereItsNameSaysSo(String html, @Nullable Instant time, int warnings) {
        Draft draft = accepted("</head><body>" + html);
        assertThat(draft.firstCreated()).isEqualTo(time);
        assertThat(draft.warnings()).hasSize(warnings);
    }

    @Test
    void aBoxOfFactsIsOneBlockAndNotOfTheStory() {
        Read read = Formats.read(
                ("<h1>Mill</h1><article><p>" + WORDS
                                + "</p><aside class='fact-box'><h3>The mill</h3><ul><li>Built in 1871</li>"
                                + "<li>Shut in 2015</li></ul></aside><aside class='promo'><p>Ten mills to see</p></aside><p>"
                                + WORDS.replace("Tuesday", "Friday") + "</p></article>")
                        .getBytes(UTF_8),
                "text/html");
        assertThat(read)
                .isInstanceOfSatisfying(
                        Read.Accepted.class,
                        accepted -> assertThat(accepted.draft().body())
                                .containsExactly(
                                        new Block(Hint.PARAGRAPH, List.of(WORDS)),
                                        new Block(Hint.BOX, List.of("The mill", "Built in 1871", "Shut in 2015")),
                                        new Block(Hint.PARAGRAPH, List.of(WORDS.replace("Tuesday", "Friday")))));
    }

    private static Draft accepted(String head) {
        Read read = Formats.read(
                ("<html><head>" + head + "</head><body><h1>Mill</h1><p>" + WORDS).getBytes(UTF_8), "text/html");
        assertThat(read).isInstanceOf(Read.Accepted.class);
        return ((Read.Accepted) read).draft();
    }
}
