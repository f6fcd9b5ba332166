package wiredesk.ingest.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is no news by its format's own signal. */
class NotNewsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    <signal qcode='sig:advisory'/>      |                                 | /newsItem/itemMeta/signal
                    <itemClass qcode='plinat:newscoverage'/> |                            | /newsItem/itemMeta/itemClass
                                                        | <genre qcode='genre:Daybook'/>  | /newsItem/contentMeta/genre
                    """)
    void anItemOfNewsMlG2(@Nullable String itemMeta, @Nullable String contentMeta, String path) {
        isNoNews(
                "<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='a'><itemMeta>%s</itemMeta><contentMeta>%s"
                                .formatted(text(itemMeta), text(contentMeta))
                        + "<headline>H</headline></contentMeta></newsItem>",
                path);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    <tobject tobject.type='Advisory'/><docdata/>                                          | /nitf/head/tobject/@tobject.type
                    <tobject><tobject.property tobject.property.type='Daybook'/></tobject><docdata/>      | /nitf/head/tobject/tobject.property/@tobject.property.type
                    <docdata><ed-msg msg-type='Advisory' info='Copy follows'/></docdata>                  | /nitf/head/docdata/ed-msg/@msg-type
                    <docdata management-status='advisory'/>                                               | /nitf/head/docdata/@management-status
                    """)
    void aDocumentOfNitf(String head, String path) {
        isNoNews("<nitf><head><title>H</title>" + head + "</head></nitf>", path);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "type":"planning"                            | /type
                    "genres":[{"name":"Advisory"}]               | /genres/0/name
                    "genre":[{"code":"daybook","scheme":"x"}]    | /genre/0/code
                    "genres":[{"uri":"http://a.example/genre/advisory"}] | /genres/0/uri
                    """)
    void anItemOfNinjs(String field, String pointer) {
        isNoNews("{\"uri\":\"urn:a\",\"headline\":\"H\"," + field + "}", pointer);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"uri":"urn:a","headline":"H","genres":[{"name":"Advice"}]}
                    {"uri":"urn:a","headline":"H","pubstatus":"canceled","genres":[{"name":"Advisory"}]}
                    {"uri":"urn:a","headline":"H","pubstatus":"withheld","type":"planning"}
                    <nitf><head><title>H</title><docdata management-status='advance'/></head></nitf>
                    """)
    void adviceAndAdvancesAreNewsAndNoKillIsLostForASignal(String payload) {
        assertThat(Formats.read(payload.getBytes(UTF_8), null)).isInstanceOf(Read.Accepted.class);
    }

    private static String text(@Nullable String cell) {
        return cell == null ? "" : cell;
    }

    private static void isNoNews(String payload, String path) {
        assertThat(Formats.read(payload.getBytes(UTF_8), null))
                .isInstanceOfSatisfying(Read.Accepted.class, accepted -> {
                    assertThat(accepted.draft().notNews()).isNotNull();
                    assertThat(accepted.draft().warnings())
                            .anySatisfy(warning -> assertThat(warning).startsWith(path + " says that this is no news"));
                });
    }
}
