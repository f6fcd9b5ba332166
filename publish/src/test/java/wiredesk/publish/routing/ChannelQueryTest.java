package wiredesk.publish.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChannelQueryTest {

    private static final Incoming ARTICLE = new Incoming(
            "1",
            "hash",
            Incoming.Status.USABLE,
            "fr",
            "agency",
            true,
            Map.of("wiredesk:regulation", 0.5, "wiredesk:data-residency", 0.9),
            null);

    @Test
    void aQueryWithoutConditionsMatchesAll() {
        assertThat(query("", 0, "", "").matches(ARTICLE)).isTrue();
        assertThat(query("", 1, "", "").matches(ARTICLE))
                .as("a least score is of the tags that are asked for")
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "wiredesk:regulation,                  0,    '', '',     true",
        "wiredesk:regulation,                  0.5,  '', '',     true",
        "wiredesk:regulation,                  0.51, '', '',     false",
        "wiredesk:other,                       0,    '', '',     false",
        "wiredesk:other wiredesk:regulation,   0,    '', '',     true",
        "wiredesk:regulation wiredesk:data-residency, 0.9, '', '', true",
        "wiredesk:regulation wiredesk:other,   0.9,  '', '',     false",
        "'',                                   0,    fr, '',     true",
        "'',                                   0,    de en, '',  false",
        "'',                                   0,    de fr, '',  true",
        "'',                                   0,    '', agency, true",
        "'',                                   0,    '', cms,    false",
        "wiredesk:regulation,                  0.5,  fr, agency, true",
        "wiredesk:other,                       0.5,  fr, agency, false",
        "wiredesk:regulation,                  0.5,  de, agency, false",
        "wiredesk:regulation,                  0.5,  fr, cms,    false",
    })
    void eachConditionMustHoldAndOfItsValuesOne(
            String tags, double score, String languages, String sources, boolean matches) {
        assertThat(query(tags, score, languages, sources).matches(ARTICLE)).isEqualTo(matches);
    }

    @Test
    void whatIsNoNewsIsForChannelsThatAskForIt() {
        Incoming advisory = new Incoming("1", "hash", Incoming.Status.USABLE, "fr", "agency", false, Map.of(), null);
        ChannelQuery editors = new ChannelQuery("editors", "Editors", Set.of(), 0, Set.of(), Set.of(), true);
        assertThat(query("", 0, "", "").matches(advisory)).isFalse();
        assertThat(editors.matches(advisory)).isTrue();
        assertThat(editors.matches(ARTICLE)).isTrue();
    }

    private static ChannelQuery query(String tags, double score, String languages, String sources) {
        return new ChannelQuery("name", "title", set(tags), score, set(languages), set(sources), false);
    }

    private static Set<String> set(String words) {
        return words.isEmpty() ? Set.of() : Set.of(words.split(" ", -1));
    }
}
