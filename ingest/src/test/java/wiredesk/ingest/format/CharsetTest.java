package wiredesk.ingest.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One rule for the characters of every format. */
class CharsetTest {

    private static final String FRENCH = "Le moulin à café rouvrira bientôt près de l’hôtel, a annoncé Zoé.";
    private static final String POLISH = "Stary młyn nad rzeką znów będzie mielił zboże, powiedział wójt gminy.";
    private static final String GERMAN = "Die Mühle öffnet für Gäste, die süßes „Brot“ mögen – täglich.";
    private static final String SPANISH = "El año próximo abrirá también el molino: ¿cuándo?, preguntó él.";

    private static final List<String> FORMATS = List.of("text/plain", "text/html", "application/xml", "text/xml");

    @ParameterizedTest
    @CsvSource({
        "windows-1252,windows-1252",
        "windows-1252,iso-8859-1",
        "windows-1252,us-ascii",
        "windows-1252,latin1",
        "windows-1252,ANSI",
        "x-MacRoman,macintosh",
        "UTF-8,utf8",
        "UTF-16LE,utf-16le",
        "UTF-16BE,UTF-16"
    })
    void eachFormatIsReadAsItIsDeclared(String charset, String declared) {
        for (String type : FORMATS) {
            Draft draft = read(document(type, FRENCH).getBytes(Charset.forName(charset)), type, declared);
            assertThat(text(draft)).as(type).isEqualTo(FRENCH);
            assertThat(draft.warnings()).as(type).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE", "UTF-8"})
    void unicodeIsKnownByItsMarkOrItsZerosWhateverIsDeclared(String charset) {
        for (String type : FORMATS) {
            for (String mark : List.of("", "\uFEFF")) {
                byte[] bytes = (mark + document(type, POLISH)).getBytes(Charset.forName(charset));
                for (String declared : new String[] {null, "utf-8", "iso-8859-1", "utf-16"}) {
                    assertThat(text(read(bytes, type, declared)))
                            .as("%s, %s, marked: %s", type, declared, !mark.isEmpty())
                            .isEqualTo(POLISH);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "windows-1252,FRENCH",
        "windows-1252,GERMAN",
        "windows-1252,SPANISH",
        "x-MacRoman,FRENCH",
        "x-MacRoman,GERMAN",
        "IBM850,SPANISH",
        "windows-1250,POLISH",
        "iso-8859-2,POLISH",
        "x-MacCentralEurope,POLISH"
    })
    void whatDeclaresNothingOrLiesIsReadAsItLooksAndThatIsTold(String charset, String language) {
        String text = inLanguage(language);
        for (String type : FORMATS) {
            byte[] bytes = document(type, text).getBytes(Charset.forName(charset));
            for (String declared : new String[] {null, "utf-8", "klingon"}) {
                Draft draft = read(bytes, type, declared);
                assertThat(text(draft)).as("%s, %s", type, declared).isEqualTo(text);
                assertThat(draft.warnings()).singleElement().asString().contains("; read as ");
            }
        }
    }

    @Test
    void latinOneIsNotBelievedOfWhatReadsAsNonsenseInIt() {
        for (String charset : List.of("windows-1250", "iso-8859-2", "UTF-8")) {
            Draft draft = read(POLISH.getBytes(Charset.forName(charset)), "text/plain", "iso-8859-1");
            assertThat(text(draft)).as(charset).isEqualTo(POLISH);
            assertThat(draft.warnings()).singleElement().asString().contains("said to be windows-1252");
        }
        for (String text : List.of(FRENCH, GERMAN, SPANISH, "CAFÉ»", "«CAFÉ»", "Ærø og Åland, smörgås", "™ ± × µ ¶")) {
            Draft draft = read(text.getBytes(Charset.forName("windows-1252")), "text/plain", "iso-8859-1");
            assertThat(text(draft)).isEqualTo(text);
            assertThat(draft.warnings()).isEmpty();
        }
    }

    @Test
    void whatADocumentSaysInsideIsBelievedWhenWhatWasSaidOnTheWayIsWrong() {
        byte[] page = "<html><meta charset='windows-1251'><h1>Мельница</h1><p>Откроется в мае.</p></html>"
                .getBytes(Charset.forName("windows-1251"));
        assertThat(read(page, "text/html", "utf-8").headline()).isEqualTo("Мельница");
        byte[] feed = ("<?xml version='1.0' encoding='windows-1251'?><rss><channel><item><guid>urn:a</guid>"
                        + "<title>Мельница</title></item></channel></rss>")
                .getBytes(Charset.forName("windows-1251"));
        assertThat(read(feed, "application/rss+xml", "utf-8").headline()).isEqualTo("Мельница");
    }

    @Test
    void aCutInTheMiddleOfACharacterCostsThatCharacterAndIsTold() {
        byte[] whole = POLISH.substring(0, POLISH.lastIndexOf('ó') + 1).getBytes(UTF_8);
        byte[] cut = Arrays.copyOf(whole, whole.length - 1);
        Draft draft = read(cut, "text/plain", "utf-8");
        assertThat(POLISH).startsWith(text(draft));
        assertThat(draft.warnings()).singleElement().asString().contains("1 broken");
    }

    @Test
    void whatLooksLikeNothingIsRefusedAndNeverReplaced() {
        byte[] cyrillic = "Мельница откроется в мае, сообщили власти.".getBytes(Charset.forName("windows-1251"));
        byte[] binary = new byte[300];
        for (int i = 0; i < binary.length; i++) {
            binary[i] = (byte) (i * 37 + 1);
        }
        for (byte[] bytes : List.of(cyrillic, binary, new byte[] {'a', (byte) 0xC3, '('})) {
            for (String type : List.of("text/plain", "text/plain; charset=utf-8")) {
                assertThat(Formats.read(bytes, type)).isInstanceOf(Read.Refused.class);
            }
        }
    }

    @Test
    void whatWasDamagedBeforeItCameIsTold() {
        String twice = new String(FRENCH.getBytes(UTF_8), Charset.forName("windows-1252"));
        assertThat(read(twice.getBytes(UTF_8), "text/plain", null).warnings())
                .singleElement()
                .asString()
                .contains("encoded twice");
        String latin = new String(POLISH.getBytes(UTF_8), ISO_8859_1);
        assertThat(read(latin.getBytes(UTF_8), "text/plain", null).warnings())
                .singleElement()
                .asString()
                .contains("encoded twice");
        String ninjs = "{\"uri\":\"urn:a\",\"headline\":\"Le caf\uFFFD ferme\"}";
        assertThat(read(ninjs.getBytes(UTF_8), "application/json", null).warnings())
                .singleElement()
                .asString()
                .contains("1 characters were lost");
        for (String sound : List.of(FRENCH, POLISH, "São Paulo: AÇÃO POPULAR, «CAFÉ»", "Écrivez « Ã© » pour voir.")) {
            assertThat(read(sound.getBytes(UTF_8), "text/plain", null).warnings())
                    .isEmpty();
        }
    }

    private static String document(String type, String text) {
        return switch (type) {
            case "text/html" ->
                "<html><head><title>H</title></head><body><article><p>" + text + "</p></article></body>";
            case "text/plain" -> text;
            default ->
                "<rss><channel><item><guid>urn:a</guid><title>H</title><description>" + text
                        + "</description></item></channel></rss>";
        };
    }

    private static String inLanguage(String language) {
        return switch (language) {
            case "FRENCH" -> FRENCH;
            case "GERMAN" -> GERMAN;
            case "SPANISH" -> SPANISH;
            default -> POLISH;
        };
    }

    private static Draft read(byte[] bytes, String type, @Nullable String declared) {
        Read read = Formats.read(bytes, declared == null ? type : type + "; charset=" + declared);
        assertThat(read).as("%s %s", type, declared).isInstanceOf(Read.Accepted.class);
        return ((Read.Accepted) read).draft();
    }

    private static String text(Draft draft) {
        return draft.body().getLast().lines().getLast();
    }
}
