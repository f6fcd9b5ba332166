package wiredesk.ingest.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import wiredesk.ingest.copy.Block;

class FormatsTest {

    private static final String NINJS = "{\"uri\":\"urn:a\",\"headline\":\"Moulin à vent\"}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/ninjs+json; charset=utf-8",
                "APPLICATION/vnd.iptc.ninjs+json",
                "application/octet-stream",
                "application/x-www-form-urlencoded"
            })
    @NullSource
    void ninjsIsReadByItsTypeOrByItsLooks(@Nullable String mediaType) {
        assertThat(accepted("\uFEFF \n" + NINJS, mediaType).headline()).isEqualTo("Moulin à vent");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/octet-stream", ""})
    @NullSource
    void textIsReadByItsTypeOrByItsLooks(@Nullable String mediaType) {
        assertThat(accepted("One.\r\n\r\nTwo\r\nlines.", mediaType).body())
                .containsExactly(
                        new Block(Block.Hint.NONE, List.of("One.")),
                        new Block(Block.Hint.NONE, List.of("Two", "lines.")));
    }

    @Test
    void whereNoLineIsBlankEachIsABlockButForOneThatGoesOn() {
        assertThat(accepted("One\nTwo.\nThree goes\non here.", "text/plain").body())
                .extracting(Block::lines)
                .containsExactly(List.of("One"), List.of("Two."), List.of("Three goes", "on here."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void jsonMayBeInAnyUnicodeEncodingWithAMarkOrWithout(String charset) {
        for (String mark : List.of("", "\uFEFF")) {
            Read read = Formats.read((mark + NINJS).getBytes(Charset.forName(charset)), "application/json");
            assertThat(read).isInstanceOf(Read.Accepted.class);
        }
    }

    @Test
    void textIsDecodedAsDeclaredElseByItsMarkElseAsUtf8() {
        String text = "Où donc ? À Łódź.";
        assertThat(Formats.read("Où donc".getBytes(ISO_8859_1), "text/plain; charset=\"ISO-8859-1\""))
                .isEqualTo(Formats.read("Où donc".getBytes(UTF_8), "text/plain"));
        assertThat(Formats.read(("\uFEFF" + text).getBytes(UTF_16LE), "text/plain"))
                .isEqualTo(Formats.read(text.getBytes(UTF_8), "text/plain;charset=utf-8"))
                .isEqualTo(Formats.read(text.getBytes(UTF_16BE), "text/plain;charset=utf-16be"));
    }

    @Test
    void whatIsNotOfItsCharacterSetIsRefusedWithTheOffset() {
        Reason reason = refused("Moulin à vent".getBytes(ISO_8859_1), "text/plain; charset=utf-8");
        assertThat(reason.kind()).isEqualTo(Kind.BAD_CHARSET);
        assertThat(reason.detail()).contains("UTF-8").contains("offset 7");
        assertThat(refused(NINJS.getBytes(ISO_8859_1), "application/json").kind())
                .isEqualTo(Kind.BAD_CHARSET);
        assertThat(refused("Moulin à vent".getBytes(ISO_8859_1), "text/plain; charset=klingon")
                        .detail())
                .contains("klingon");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \r\n\t ", "\uFEFF", "\uFEFF \n"})
    void whatHasNothingInItIsEmpty(String payload) {
        for (String type : List.of("text/plain", "application/json", "application/octet-stream")) {
            assertThat(refused(payload.getBytes(UTF_8), type).kind()).as(type).isEqualTo(Kind.EMPTY);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/pdf", "image/png", "nonsense", "a/b/c", "text/plain charset", "/"})
    void otherTypesAreRefusedAndTheAcceptedOnesNamed(String mediaType) {
        Reason reason = refused("Text.".getBytes(UTF_8), mediaType);
        assertThat(reason.kind()).isEqualTo(Kind.UNSUPPORTED_MEDIA_TYPE);
        assertThat(reason.detail()).contains("text/plain").contains("application/ninjs+json");
    }

    @Test
    void markupWithoutATypeIsNotTakenForText() {
        assertThat(refused("<?xml version=\"1.0\"?><sitemap/>".getBytes(UTF_8), null)
                        .detail())
                .contains("<sitemap>")
                .contains("NITF");
        assertThat(accepted("[Agency] The mill turns.", null).body()).hasSize(1);
    }

    @Test
    void anArrayIsSeveralArticlesEachInAPayloadOfItsOwn() {
        // Given
        String two = "[" + NINJS + ", " + NINJS.replace("urn:a", "urn:b") + "]";

        // When
        List<Formats.Part> parts = Formats.parts(two.getBytes(UTF_8), null);

        // Then
        assertThat(parts).hasSize(2);
        for (Formats.Part part : parts) {
            assertThat(Formats.read(part.payload(), part.mediaType()))
                    .isEqualTo(part.read())
                    .isInstanceOf(Read.Accepted.class);
        }
        assertThat(accepted("[" + NINJS + "]", null).uri()).isEqualTo("urn:a");
        assertThat(refused("[]".getBytes(UTF_8), "application/json").kind()).isEqualTo(Kind.EMPTY);
    }

    @Test
    void aNulIsNoText() {
        assertThat(refused("a\0b".getBytes(UTF_8), "text/plain"))
                .isEqualTo(new Reason(Kind.MALFORMED, "a NUL character at offset 1: this is no text", null));
    }

    private static Draft accepted(String payload, @Nullable String mediaType) {
        Read read = Formats.read(payload.getBytes(UTF_8), mediaType);
        assertThat(read).isInstanceOf(Read.Accepted.class);
        return ((Read.Accepted) read).draft();
    }

    private static Reason refused(byte[] payload, @Nullable String mediaType) {
        Read read = Formats.read(payload, mediaType);
        assertThat(read).isInstanceOf(Read.Refused.class);
        return ((Read.Refused) read).reason();
    }
}
