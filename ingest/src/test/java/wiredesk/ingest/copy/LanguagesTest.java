package wiredesk.ingest.copy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguagesTest {

    private static final Zone FRENCH = new Zone(ZoneKind.LEDE, """
            Le vieux moulin au bord de la rivière tournera de nouveau en mai, a annoncé la commune mardi soir, et
            la roue sera refaite par deux charpentiers du village qui n'avaient plus travaillé depuis l'hiver.""");

    @ParameterizedTest
    @CsvSource({"fr,fr", "fr-CH,fr", "EN_gb,en", "pt-BR,pt", "deu,de", "ger,de", "fre,fr", "' nl ',nl", "zh-Hant-TW,zh"
    })
    void aValidDeclarationWins(String declared, String language) {
        assertThat(language(declared, List.of(new Zone(ZoneKind.LEDE, "Texte français de la rédaction du soir."))))
                .isEqualTo(language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "und", "mul", "english", "xx", "fr FR", "12", "f", "fr-"})
    void whatIsNoDeclarationLeavesItToTheText(String declared) {
        Zone lede = new Zone(ZoneKind.LEDE, "Le moulin rouvrira au mois de mai, a annoncé la commune mardi soir.");
        assertThat(language(declared, List.of(lede))).isEqualTo("fr");
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
        assertThat(language(null, List.of(new Zone(ZoneKind.LEDE, text)))).isEqualTo(language);
    }

    @Test
    void whatIsTooShortOrInNoLettersIsUndetermined() {
        assertThat(language(null, List.of())).isEqualTo("und");
        assertThat(language(null, List.of(new Zone(ZoneKind.HEADLINE, "Moulin"))))
                .isEqualTo("und");
        assertThat(language(null, List.of(new Zone(ZoneKind.LEDE, "12 34 56 78 90 12 34 56 78 90 12 34 56"))))
                .isEqualTo("und");
    }

    @Test
    void boxesCreditsAndSourcesAreNotRead() {
        Zone lede = new Zone(ZoneKind.LEDE, "De oude molen aan de rivier zal in mei weer malen, zei de gemeente.");
        Zone box = new Zone(ZoneKind.BOX, "The quick brown fox jumps over the lazy dog. ".repeat(40));
        assertThat(language(null, List.of(box, lede))).isEqualTo("nl");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "en-US", "de", "es", "it", "nl", "pl", "pt-BR"})
    void aDeclarationThatTheTextSurelyContradictsIsOverruledAndTold(String declared) {
        Languages.Found found = Languages.of(declared, List.of(FRENCH));
        assertThat(found.language()).isEqualTo("fr");
        assertThat(found.overruled()).isEqualTo(declared.substring(0, 2));
        assertThat(found.notice()).contains("'fr'").contains("'" + declared.substring(0, 2) + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ca", "sv", "oc", "br", "gl", "eu", "zh", "lb"})
    void aDeclarationBeyondTheEightStands(String declared) {
        assertThat(Languages.of(declared, List.of(FRENCH))).isEqualTo(new Languages.Found(declared, null));
    }

    @Test
    void aTextOfFewWordsOrInALongQuotationOverrulesNothing() {
        Zone few = new Zone(ZoneKind.HEADLINE, "Le moulin rouvrira au mois de mai, a annoncé la commune mardi soir.");
        assertThat(Languages.of("en", List.of(few))).isEqualTo(new Languages.Found("en", null));

        Zone quoting = new Zone(ZoneKind.LEDE, """
                The mayor of the small town on the river told reporters on Tuesday evening that nobody had asked her, and
                read from the letter that the owner had sent her: “Le vieux moulin au bord de la rivière tournera de
                nouveau, nous en avons la certitude, et la commune n'aura rien à payer pour la roue.” She will answer him
                this week, she said, and the council would then vote on the money for the road.""");
        assertThat(Languages.of("en", List.of(quoting))).isEqualTo(new Languages.Found("en", null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    pt | O concelho de Ponte da Barca abriu concurso para restaurar o moinho, cujo custo total ascende a cem mil euros, e espera propostas até maio.
                    es | El ayuntamiento aprobó restaurar el molino, cuyo coste total asciende a cien mil euros, y espera recibir propuestas hasta mayo.
                    nl | De gemeente laat de oude molen restaureren voor honderdduizend euro en verwacht de eerste offertes in mei, zei de wethouder.
                    de | Die Gemeinde lässt die alte Mühle für hunderttausend Euro instand setzen und erwartet die ersten Angebote im Mai, sagte die Rätin.
                    """)
    void relativesAreNotTakenForEachOther(String language, String text) {
        assertThat(Languages.of(language, List.of(new Zone(ZoneKind.LEDE, text))))
                .isEqualTo(new Languages.Found(language, null));
        for (String relative : List.of("pt", "es", "nl", "de")) {
            assertThat(Languages.of(relative, List.of(new Zone(ZoneKind.LEDE, text)))
                            .language())
                    .as("declared as %s", relative)
                    .isEqualTo(language);
        }
    }

    private static String language(@Nullable String declared, List<Zone> zones) {
        return Languages.of(declared, zones).language();
    }
}
