package wiredesk.ingest.copy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguagesTest {

    @ParameterizedTest
    @CsvSource({"fr,fr", "fr-CH,fr", "EN_gb,en", "pt-BR,pt", "deu,de", "ger,de", "fre,fr", "' nl ',nl", "zh-Hant-TW,zh"
    })
    void aValidDeclarationWins(String declared, String language) {
        assertThat(Languages.of(declared, List.of(new Zone(ZoneKind.LEDE, "Texte français de la rédaction du soir."))))
                .isEqualTo(language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "und", "mul", "english", "xx", "fr FR", "12", "f", "fr-"})
    void whatIsNoDeclarationLeavesItToTheText(String declared) {
        Zone lede = new Zone(ZoneKind.LEDE, "Le moulin rouvrira au mois de mai, a annoncé la commune mardi soir.");
        assertThat(Languages.of(declared, List.of(lede))).isEqualTo("fr");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    en | The old mill on the river will grind again in May, the town council said on Tuesday evening.
                    fr | Le vieux moulin au bord de la rivière tournera de nouveau en mai, a dit la commune mardi soir.
                    de | Die alte Mühle am Fluss wird im Mai wieder mahlen, teilte die Stadt am Dienstagabend mit.
                    es | El viejo molino junto al río volverá a moler en mayo, dijo el ayuntamiento el martes.
                    it | Il vecchio mulino sul fiume tornerà a macinare a maggio, ha detto il comune martedì sera.
                    nl | De oude molen aan de rivier zal in mei weer malen, zei de gemeente dinsdagavond.
                    pl | Stary młyn nad rzeką znów będzie mielił w maju, powiedziała gmina we wtorek wieczorem.
                    pt | O velho moinho junto ao rio voltará a moer em maio, disse a câmara na terça-feira à noite.
                    da | Den gamle mølle ved åen skal male igen til maj, sagde kommunen tirsdag aften i et opslag.
                    """)
    void theEightAreToldApartAndFromTheirNeighbours(String language, String text) {
        assertThat(Languages.of(null, List.of(new Zone(ZoneKind.LEDE, text)))).isEqualTo(language);
    }

    @Test
    void whatIsTooShortOrInNoLettersIsUndetermined() {
        assertThat(Languages.of(null, List.of())).isEqualTo("und");
        assertThat(Languages.of(null, List.of(new Zone(ZoneKind.HEADLINE, "Moulin"))))
                .isEqualTo("und");
        assertThat(Languages.of(null, List.of(new Zone(ZoneKind.LEDE, "12 34 56 78 90 12 34 56 78 90 12 34 56"))))
                .isEqualTo("und");
    }

    @Test
    void boxesCreditsAndSourcesAreNotRead() {
        Zone lede = new Zone(ZoneKind.LEDE, "De oude molen aan de rivier zal in mei weer malen, zei de gemeente.");
        Zone box = new Zone(ZoneKind.BOX, "The quick brown fox jumps over the lazy dog. ".repeat(40));
        assertThat(Languages.of(null, List.of(box, lede))).isEqualTo("nl");
    }
}
