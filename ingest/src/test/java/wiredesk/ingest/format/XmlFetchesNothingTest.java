package wiredesk.ingest.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every way in which XML asks its reader to fetch or to expand something, and a server that nobody must call. */
class XmlFetchesNothingTest {

    private static final String SECRET = "the-secret-of-the-mill";

    private final AtomicInteger connections = new AtomicInteger();

    @TempDir
    private Path folder;

    private ServerSocket server;
    private Thread accepting;

    XmlFetchesNothingTest() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        accepting = new Thread(this::accept);
    }

    @BeforeEach
    void listen() {
        accepting.setDaemon(true);
        accepting.start();
    }

    @AfterEach
    void hangUp() throws Exception {
        server.close();
        accepting.join();
    }

    private void accept() {
        while (true) {
            try (var _ = server.accept()) {
                connections.incrementAndGet();
            } catch (IOException _) {
                return;
            }
        }
    }

    @Test
    void noTrickConnectsReadsAFileOrTakesLong() throws Exception {
        Path file = Files.writeString(folder.resolve("secret.txt"), SECRET);
        Map<String, String> tricks =
                tricks("http://127.0.0.1:" + server.getLocalPort(), file.toUri().toString());
        assertThat(tricks).hasSizeGreaterThanOrEqualTo(40);
        tricks.forEach((name, xml) -> {
            Xml answer = Assertions.assertTimeoutPreemptively(
                    Duration.ofSeconds(1), () -> Xml.parse(xml.getBytes(UTF_8), null), name);
            switch (answer) {
                case Xml.Failed(Reason reason) ->
                    assertThat(reason.detail()).as(name).doesNotContain(SECRET);
                case Xml.Tree(var document) ->
                    assertThat(document.getDocumentElement().getTextContent())
                            .as(name)
                            .doesNotContain(SECRET)
                            .hasSizeLessThan(1_000);
            }
        });
        assertThat(connections).hasValue(0);
    }

    @Test
    void theServerWouldNoticeACall() throws Exception {
        new Socket(InetAddress.getLoopbackAddress(), server.getLocalPort()).close();
        while (connections.get() == 0) {
            Thread.onSpinWait();
        }
        assertThat(connections).hasValue(1);
    }

    private static Map<String, String> tricks(String http, String file) {
        Map<String, String> tricks = new LinkedHashMap<>();
        List<String> targets = new ArrayList<>(
                List.of(http + "/a", file, http.replace("http:", "ftp:") + "/a", "jar:" + http + "/a.jar!/a"));
        targets.forEach(target -> pointingAt(target, tricks));
        expanding(tricks);
        return tricks;
    }

    private static void pointingAt(String target, Map<String, String> tricks) {
        String[] documents = {
            "<!DOCTYPE a SYSTEM '%s'><a>x</a>",
            "<!DOCTYPE a PUBLIC '-//A//B' '%s'><a>&mill;</a>",
            "<!DOCTYPE a [<!ENTITY b SYSTEM '%s'>]><a>&b;</a>",
            "<!DOCTYPE a [<!ENTITY b PUBLIC '-//A//B' '%s'>]><a>&b;</a>",
            "<!DOCTYPE a [<!ENTITY b SYSTEM '%s'>]><a c='&b;'/>",
            "<!DOCTYPE a [<!ENTITY %% b SYSTEM '%s'> %%b;]><a/>",
            "<!DOCTYPE a [<!ENTITY %% b PUBLIC '-//A//B' '%s'> %%b; %%c;]><a>&d;</a>",
            "<!DOCTYPE a SYSTEM '%s' [<!ENTITY b 'c'>]><a>&b;</a>",
            "<!DOCTYPE a [<!NOTATION n SYSTEM '%s'><!ENTITY b SYSTEM 'c' NDATA n>]><a b='b'/>",
            "<?xml version='1.0' standalone='no'?><!DOCTYPE a SYSTEM '%s'><a>x</a>",
            "<a xmlns:xi='http://www.w3.org/2001/XInclude'><xi:include href='%s'/></a>",
            "<a xmlns:xi='http://www.w3.org/2001/XInclude'><xi:include parse='text' href='%s'/></a>",
            "<?xml-stylesheet type='text/xsl' href='%s'?><a>x</a>",
            "<?xml-model href='%s'?><a>x</a>",
            "<a xmlns:i='http://www.w3.org/2001/XMLSchema-instance' i:noNamespaceSchemaLocation='%s'>x</a>",
            "<a xmlns='urn:a' xmlns:i='http://www.w3.org/2001/XMLSchema-instance' i:schemaLocation='urn:a %s'>x</a>",
            "<a xmlns='%s' xml:base='%<s'>x</a>",
            "<html xmlns='http://www.w3.org/1999/xhtml'><img src='%s'/><link href='%<s'/></html>"
        };
        for (int i = 0; i < documents.length; i++) {
            tricks.put(i + " at " + target, documents[i].formatted(target));
        }
    }

    private static void expanding(Map<String, String> tricks) {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE a [<!ENTITY l0 'ha'>");
        for (int i = 1; i < 20; i++) {
            laughs.append(
                    "<!ENTITY l%d '%s'>".formatted(i, "&l%d;".formatted(i - 1).repeat(10)));
        }
        tricks.put("a billion laughs", laughs + "]><a>&l19;</a>");
        tricks.put("laughs in an attribute", laughs + "]><a b='&l19;'/>");
        tricks.put(
                "quadratic blow-up",
                "<!DOCTYPE a [<!ENTITY b '" + "x".repeat(50_000) + "'>]><a>" + "&b;".repeat(50_000) + "</a>");
        tricks.put("an entity of itself", "<!DOCTYPE a [<!ENTITY b '&b;'>]><a>&b;</a>");
        tricks.put("two of each other", "<!DOCTYPE a [<!ENTITY b '&c;'><!ENTITY c '&b;'>]><a>&b;</a>");
        tricks.put("parameters of themselves", "<!DOCTYPE a [<!ENTITY % b '%b;'> %b;]><a/>");
        tricks.put("a default attribute", "<!DOCTYPE a [<!ATTLIST a b CDATA 'the default'>]><a/>");
        tricks.put("a predefined entity, redefined", "<!DOCTYPE a [<!ENTITY lt '&#38;#60;b>'>]><a>&lt;</a>");
        tricks.put("one declaration without an end", "<!DOCTYPE a [" + "<!ENTITY b 'c'>".repeat(20_000));
        tricks.put("a document type without an end", "<!DOCTYPE a " + " ".repeat(500_000));
        tricks.put("a comment without an end", "<!DOCTYPE a [<!--" + "- ".repeat(200_000));
        tricks.put("many attributes of one hash", "<a " + "AaAa='' BBBB='' AaBB='' BBAa=''".repeat(10_000) + "/>");
        tricks.put("elements without an end", "<a>".repeat(300_000));
        tricks.put("prefixes without an end", "<a" + " xmlns:p='u'>" + "<b xmlns='u'>".repeat(50_000));
    }
}
