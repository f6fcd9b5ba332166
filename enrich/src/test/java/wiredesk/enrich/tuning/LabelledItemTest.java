package wiredesk.enrich.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wiredesk.enrich.text.Zone;
import wiredesk.enrich.text.ZoneKind;

class LabelledItemTest {

    @Test
    void aLineOfJsonIsAnItem() {
        // When
        LabelledItem item = LabelledItem.parse("""
                {"id": "7", "language": "en", "headline": "A quay", "body": "It opens.\\n\\nSoon.",
                 "labels": ["harbour"], "borderline": ["wiredesk:sport"], "note": "more"}
                """, 3);

        // Then
        assertThat(item)
                .isEqualTo(new LabelledItem(
                        "7", "en", "A quay", "It opens.\n\nSoon.", Set.of("harbour"), Set.of("wiredesk:sport")));
        assertThat(item.zones())
                .containsExactly(
                        new Zone(ZoneKind.HEADLINE, "A quay"),
                        new Zone(ZoneKind.LEDE, "It opens."),
                        new Zone(ZoneKind.PARAGRAPH, "Soon."));
    }

    @Test
    void anItemWithoutAnIdIsCalledByItsLine() {
        assertThat(LabelledItem.parse("{\"language\": \"en\", \"headline\": \"\", \"body\": \"\", \"labels\": []}", 12))
                .isEqualTo(new LabelledItem("line 12", "en", "", "", Set.of(), Set.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{                                     | line 5: is not JSON",
                "hello                                 | line 5: is not JSON",
                "~~                                    | line 5: no text in `language`",
                "[]                                    | line 5: no text in `language`",
                "null                                  | line 5: no text in `language`",
                "{\"language\": \"en\", \"body\": \"\", \"labels\": []}  | line 5: no text in `headline`",
                "{\"language\": \"en\", \"headline\": 7, \"body\": \"\"} | line 5: no text in `headline`",
                "{\"language\": \"en\", \"headline\": \"\", \"body\": \"\"} | line 5: no list in `labels`; [] for no tag",
            })
    void whatIsNoItemIsToldSo(String line, String message) {
        assertThatThrownBy(() -> LabelledItem.parse(line, 5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }
}
