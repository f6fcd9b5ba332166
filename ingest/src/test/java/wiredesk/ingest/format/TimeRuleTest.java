package wiredesk.ingest.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@link Moment} states of times without an offset from UTC, in each format. */
class TimeRuleTest {

    private static final Instant AS_UTC = Instant.parse("2026-03-01T10:00:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    <newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='a'><itemMeta><versionCreated>2026-03-01T10:00:00</versionCreated></itemMeta><contentMeta><headline>H</headline></contentMeta></newsItem>
                    <nitf><head><title>H</title><docdata><date.issue norm='20260301T100000'/></docdata></head></nitf>
                    <rss><channel><item><guid>a</guid><title>H</title><pubDate>1 Mar 2026 10:00:00</pubDate></item></channel></rss>
                    <feed xmlns='http://www.w3.org/2005/Atom'><entry><id>a</id><title>H</title><updated>2026-03-01T10:00:00</updated></entry></feed>
                    <html><head><title>H</title><meta name='date' content='2026-03-01T10:00:00'></head></html>
                    """)
    void theTimeOfAVersionIsReadAsUtcAndToldOf(String payload) {
        Draft draft = accepted(payload);
        assertThat(draft.versionCreated()).isEqualTo(AS_UTC);
        assertThat(draft.warnings()).anyMatch(warning -> warning.contains("no offset") && warning.contains("UTC"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"uri":"a","headline":"H","embargoed":"2026-03-01T10:00:00"}
                    {"uri":"a","headline":"H","embargoedUntil":"20260301T1000"}
                    <newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='a'><itemMeta><embargoed>2026-03-01T10:00:00</embargoed></itemMeta><contentMeta><headline>H</headline></contentMeta></newsItem>
                    <nitf><head><title>H</title><docdata><date.release norm='20260301T100000'/></docdata></head></nitf>
                    <rss xmlns:p='http://prismstandard.org/namespaces/basic/2.0/'><channel><item><guid>a</guid><title>H</title><p:embargoDate>2026-03-01T10:00</p:embargoDate></item></channel></rss>
                    """)
    void anEmbargoIsOverWhenItsTimeHasComeEverywhere(String payload) {
        Draft draft = accepted(payload);
        assertThat(draft.embargo()).isEqualTo(new Embargo.Until(AS_UTC.plusSeconds(12 * 3600)));
        assertThat(draft.warnings())
                .singleElement()
                .asString()
                .contains("no offset")
                .contains("2026-03-01T22:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({"versionCreated", "firstCreated", "versioncreated"})
    void ninjsDemandsAnOffsetOfTheTimeOfAVersion(String field) {
        String json = "{\"uri\":\"a\",\"headline\":\"H\",\"" + field + "\":\"2026-03-01T10:00:00\"}";
        assertThat(Formats.read(json.getBytes(UTF_8), null)).isInstanceOfSatisfying(Read.Refused.class, refused -> {
            assertThat(refused.reason().pointer()).isEqualTo("/" + field);
            assertThat(refused.reason().detail()).contains("no offset");
        });
    }

    private static Draft accepted(String payload) {
        Read read = Formats.read(payload.getBytes(UTF_8), null);
        assertThat(read).isInstanceOf(Read.Accepted.class);
        return ((Read.Accepted) read).draft();
    }
}
