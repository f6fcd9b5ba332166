package wiredesk.ingest.format;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

class XmlTest {

    @Test
    void namespacesPrefixesAttributesAndTextAreKept() {
        Element root = root("""
                <?xml version="1.0"?><!-- no --><?go away?>
                <a:mill xmlns:a="urn:mills" xmlns="urn:rivers" a:kind="water" age="7">Mü<!-- no -->hle
                <river><![CDATA[<Douro> & Sousa]]></river></a:mill>""");

        assertThat(root.getNamespaceURI()).isEqualTo("urn:mills");
        assertThat(root.getLocalName()).isEqualTo("mill");
        assertThat(root.getAttributeNS("urn:mills", "kind")).isEqualTo("water");
        assertThat(root.getAttribute("age")).isEqualTo("7");
        assertThat(root.getTextContent().strip()).startsWith("Mühle").endsWith("<Douro> & Sousa");
        assertThat(root.getElementsByTagNameNS("urn:rivers", "river").getLength())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"iso-8859-15", "windows-1251", "UTF-8", "utf-16be", "utf-16le", "shift_jis"})
    void theDeclarationSaysTheCharacterSet(String charset) {
        String word = charset.equals("windows-1251") ? "мельница" : charset.equals("shift_jis") ? "水車" : "moulin";
        String xml = "<?xml version='1.0' encoding='%s'?><a>%s</a>".formatted(charset, word);
        assertThat(rootOf(xml.getBytes(Charset.forName(charset)), null).getTextContent())
                .isEqualTo(word);
    }

    @Test
    void theByteOrderMarkComesBeforeTheMediaTypeAndThatBeforeTheDeclaration() {
        String cyrillic = "<?xml version='1.0' encoding='iso-8859-1'?><a>мельница</a>";
        assertThat(rootOf(cyrillic.getBytes(Charset.forName("windows-1251")), "windows-1251")
                        .getTextContent())
                .isEqualTo("мельница");
        assertThat(rootOf(("\uFEFF" + cyrillic).getBytes(UTF_8), "windows-1251").getTextContent())
                .isEqualTo("мельница");
        assertThat(rootOf(("\uFEFF" + cyrillic).getBytes(UTF_16LE), "utf-8").getTextContent())
                .isEqualTo("мельница");
        assertThat(rootOf("<a>мельница</a>".getBytes(UTF_16BE), null).getTextContent())
                .isEqualTo("мельница");
    }

    @Test
    void bytesThatAreNoTextAreRefusedAndNotReplaced() {
        byte[] latin = "<a>Mühle</a>".getBytes(Charset.forName("iso-8859-1"));
        Reason reason = refused(Xml.parse(latin, "utf-8"));
        assertThat(reason.kind()).isEqualTo(Kind.BAD_CHARSET);
        assertThat(reason.detail()).contains("UTF-8").contains("offset 4");
        assertThat(refused(Xml.parse(latin, "klingon")).detail()).contains("klingon");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<a>\n<b></a>", "<a>\n<a b='1' b='2'/></a>", "<a>\n<p:b/></a>", "<a>\n &mill; </a>"})
    void whatIsNotXmlIsRefusedWithItsPlace(String xml) {
        Reason reason = refused(parse(xml));
        assertThat(reason.kind()).isEqualTo(Kind.MALFORMED);
        assertThat(reason.detail()).contains("line 2, column ").doesNotContain("row,col");
    }

    @Test
    void anEmptyLineBeforeTheDeclarationIsForgivenAndCounted() {
        assertThat(root("\n\n<?xml version='1.0'?><a>x</a>").getTextContent()).isEqualTo("x");
        assertThat(refused(parse("\n\n<?xml version='1.0'?><a>x</b>")).detail()).contains("line 3, ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a>",
                "<!DOCTYPE a SYSTEM 'a-[1].dtd'>",
                "<!DOCTYPE a PUBLIC \"-//X//DTD a b//EN\" \"http://x/a>b.dtd\">"
            })
    void aPlainDocumentTypeIsSkipped(String type) {
        assertThat(root(type + "<a>x</a>").getTextContent()).isEqualTo("x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<!DOCTYPE a []>", "<!DOCTYPE a SYSTEM 'x' [<!ENTITY b 'c'>]>", "<!DOCTYPE a[<!ENTITY b 'c'>]>"})
    void aDocumentTypeThatDeclaresSomethingIsRefusedForThat(String type) {
        assertThat(refused(parse(type + "<a>&b;</a>")).detail()).contains("document type declaration");
    }

    @Test
    void namedCharactersOfHtmlAreReadAndOthersRefusedByName() {
        assertThat(root("<a t='&eacute;'>M&uuml;hle&nbsp;&euro;&#x20AC;&amp;&lt;</a>")
                        .getTextContent())
                .isEqualTo("Mühle\u00A0€€&<");
        assertThat(root("<a t='&eacute;'/>").getAttribute("t")).isEqualTo("é");
        assertThat(refused(parse("<a>&mill;</a>")).detail()).contains("mill");
        // In HTML it is a '<'; read as such here, it would open a tag.
        assertThat(refused(parse("<a>&LT;b></a>")).detail()).contains("LT");
    }

    @Test
    void whatIsTooDeepTooWideOrTooMuchIsRefusedSayingSo() {
        int depth = XmlParser.DEEPEST;
        assertThat(parse("<a>".repeat(depth) + "</a>".repeat(depth))).isInstanceOf(Xml.Tree.class);
        assertThat(refused(parse("<a>".repeat(depth + 1) + "</a>".repeat(depth + 1)))
                        .detail())
                .containsIgnoringCase("depth");
        StringBuilder wide = new StringBuilder("<a");
        for (int i = 0; i <= XmlParser.MOST_ATTRIBUTES; i++) {
            wide.append(" a").append(i).append("=''");
        }
        assertThat(refused(parse(wide + "/>")).detail()).containsIgnoringCase("attribute");
        assertThat(refused(parse("<a>" + "<b/>".repeat(XmlParser.MOST_ELEMENTS) + "</a>"))
                        .detail())
                .containsIgnoringCase("element");
        assertThat(refused(parse("<a b='" + "x".repeat(XmlParser.LONGEST_ATTRIBUTE + 1) + "'/>"))
                        .detail())
                .containsIgnoringCase("attribute");
        assertThat(refused(parse("<a>" + "x".repeat(XmlParser.LONGEST_TEXT + 1) + "</a>"))
                        .detail())
                .containsIgnoringCase("text");
    }

    @Test
    void aDocumentCutShortAnywhereIsRefused() {
        byte[] whole =
                "<?xml version='1.0'?><!DOCTYPE a><a b='c'>&eacute;<![CDATA[d]]><!-- e --><?f g?></a>".getBytes(UTF_8);
        for (int length = 0; length < whole.length; length++) {
            assertThat(Xml.parse(Arrays.copyOf(whole, length), null))
                    .as("cut at %d", length)
                    .isInstanceOf(Xml.Failed.class);
        }
        assertThat(Xml.parse(whole, null)).isInstanceOf(Xml.Tree.class);
    }

    @Test
    void randomMutationsNeverThrow() {
        byte[] whole =
                "<?xml version='1.1' encoding='utf-8'?><!DOCTYPE a><p:a xmlns:p='u' p:b='c'>&eacute;<![CDATA[d]]></p:a>"
                        .getBytes(UTF_8);
        for (long seed = 0; seed < 4_000; seed++) {
            Random random = new Random(seed);
            byte[] mutated = whole.clone();
            for (int i = random.nextInt(4); i >= 0; i--) {
                mutated[random.nextInt(mutated.length)] = (byte) random.nextInt(256);
            }
            assertThatCode(() -> Xml.parse(mutated, null)).as("seed %d", seed).doesNotThrowAnyException();
        }
    }

    private static Xml parse(String xml) {
        return Xml.parse(xml.getBytes(UTF_8), null);
    }

    private static Element root(String xml) {
        return rootOf(xml.getBytes(UTF_8), null);
    }

    private static Element rootOf(byte[] xml, @Nullable String charset) {
        return switch (Xml.parse(xml, charset)) {
            case Xml.Tree(var document) -> document.getDocumentElement();
            case Xml.Failed(Reason reason) -> throw new AssertionError(reason);
        };
    }

    private static Reason refused(Xml xml) {
        return switch (xml) {
            case Xml.Failed(Reason reason) -> reason;
            case Xml.Tree _ -> throw new AssertionError("was accepted");
        };
    }
}
