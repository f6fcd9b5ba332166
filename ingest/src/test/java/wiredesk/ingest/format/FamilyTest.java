package wiredesk.ingest.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FamilyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"uri\": 1}                                         | NINJS",
                "[ {\"uri\": 1} ]                                     | NINJS",
                "[Agency] The mill turns.                             | TEXT",
                "<3 from the mill                                     | TEXT",
                "<b>The mill</b> turns.                               | TEXT",
                "A < b > c                                            | TEXT",
                "<!DOCTYPE html><html><p>x                            | HTML",
                "<!-- a page --> <HTML lang='fr'>                     | HTML",
                "<?xml version='1.0'?><!DOCTYPE html PUBLIC 'x'><html>| HTML",
                "<?xml version='1.0'?><anything/>                     | XML",
                "<?xml version='1.0'?>                                | XML",
                "<rss version='2.0'>                                  | XML",
                "<a:feed xmlns:a='http://www.w3.org/2005/Atom'>       | XML",
                "<!DOCTYPE nitf SYSTEM 'nitf.dtd'><nitf>              | XML",
                "<newsItem>                                           | XML",
                "<newsItemised>                                       | TEXT"
            })
    void aPayloadIsKnownByHowItBeginsInAnyCharacterSet(String start, Family family) {
        for (String charset : new String[] {"UTF-8", "ISO-8859-1", "UTF-16LE", "UTF-16BE"}) {
            boolean wide = charset.startsWith("UTF-16");
            byte[] bytes = ((wide ? "\uFEFF \n" : "\n") + start).getBytes(Charset.forName(charset));
            assertThat(Family.ofLooks(bytes)).as(charset).isEqualTo(family);
        }
    }

    @Test
    void aBeginningWithoutEndIsLookedAtInNoTime() {
        assertThat(Family.ofLooks("<!--".repeat(1_000_000).getBytes(UTF_8))).isEqualTo(Family.TEXT);
        assertThat(Family.ofLooks("<?x>".repeat(1_000_000).getBytes(UTF_8))).isEqualTo(Family.TEXT);
    }
}
