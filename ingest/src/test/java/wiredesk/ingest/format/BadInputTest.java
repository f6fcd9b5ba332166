package wiredesk.ingest.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wiredesk.ingest.copy.Languages;
import wiredesk.ingest.copy.Zone;
import wiredesk.ingest.copy.Zoning;

/**
 * The same bad input for every format: whatever comes, the answer is a value, takes less than a second of processor
 * time and less memory than a bound. Time is the thread's own, the least of a few tries, for other processes slow down
 * the clock on the wall; memory is all that the thread allocates, also what is free again at once, and so is an upper
 * bound of what it holds.
 */
class BadInputTest {

    private static final long SECOND = 1_000_000_000L;

    /** Beyond a multiple of what comes. */
    private static final long MEGABYTES = 64L << 20;

    /**
     * Decoded, a byte of ASCII is two of a buffer, one of a string and one of its copy; a document is decoded again for
     * the parser, cut into lines, each cleaned in two strings; a tree's node takes a hundred bytes for four of a tag.
     */
    private static final int MULTIPLE = 64;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static final List<String> TIMES = List.of(
            "0000-01-01T00:00:00Z",
            "9999-12-31T23:59:59Z",
            "2026-02-31T10:00:00Z",
            "-9999999999-01-01T00:00:00Z",
            "2026-03-01T25:61:61+99:99",
            "Sun, 31 Feb 2026 09:30:00 +9999",
            "99999999999999999999",
            "");

    /** One document of a format, {@code %s} where its text is, {@code @@} where its time is. */
    enum Format {
        TEXT("text/plain", "Mühle öffnet\n\n@@\n\n%s © dpa\n\nRad\n • dreht\n9 / 10\n\nQuelle : Bote\r\n"),
        NINJS("application/json", """
                {"uri":"urn:a","version":"7","versioncreated":"@@","pubstatus":"usable","urgency":3,"headline":"Mühle",
                "body_text":"%s","subject":[{"code":"medtop:1","name":"x"}],"place":[{"name":"Porto"}]}"""),
        RSS("application/rss+xml", """
                <?xml version="1.0"?><rss version="2.0"><channel><item><guid>urn:a</guid><title>Mühle</title>
                <pubDate>@@</pubDate><description>%s</description></item></channel></rss>"""),
        ATOM("application/atom+xml", """
                <feed xmlns="http://www.w3.org/2005/Atom"><entry><id>urn:a</id><title>Mühle</title><updated>@@</updated>
                <content type="html">%s</content></entry></feed>"""),
        NITF("text/xml", """
                <nitf><head><docdata><doc-id id-string="urn:a"/><date.issue norm="@@"/></docdata></head><body><body.head>
                <hedline><hl1>Mühle</hl1></hedline></body.head><body.content><p>%s</p></body.content></body></nitf>"""),
        G2("application/vnd.iptc.g2.newsitem+xml", """
                <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:a" version="7"><itemMeta>
                <itemClass qcode="ninat:text"/><versionCreated>@@</versionCreated></itemMeta><contentMeta><headline>Mühle</headline>
                </contentMeta><contentSet><inlineXML contenttype="application/xhtml+xml"><html><body><p>%s</p></body></html>
                </inlineXML></contentSet></newsItem>"""),
        PAGE("text/html", """
                <!DOCTYPE html><html><head><title>Mühle</title><meta property="article:published_time" content="@@"></head>
                <body><article><h1>Mühle</h1><p>%s</p></article></body></html>""");

        private final String type;
        private final String document;

        Format(String type, String document) {
            this.type = type;
            this.document = document;
        }

        String with(String text) {
            return document.replace("@@", "2026-03-01T09:30:00Z").replace("%s", text);
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    record Case(Format format, String what, byte[] payload) {

        @Override
        public String toString() {
            return format + ", " + what;
        }
    }

    static Stream<Case> hostile() {
        return Arrays.stream(Format.values()).flatMap(BadInputTest::hostile);
    }

    private static Stream<Case> hostile(Format format) {
        boolean json = format == Format.NINJS;
        String opener = json ? "[" : "<div>";
        Stream<Case> texts = Stream.of(
                        new String[] {"one long line", "x".repeat(8_000_000)},
                        new String[] {"one long line of letters beyond ASCII", "é".repeat(4_000_000)},
                        new String[] {"one long line of words", "Foto: Źródło © a ".repeat(400_000)},
                        new String[] {"many lines", (json ? "a\\n" : "a\n").repeat(2_000_000)},
                        new String[] {"many entities", (json ? "\\u00e9" : "&amp;").repeat(1_000_000)},
                        new String[] {"nesting", opener.repeat(100_000)},
                        new String[] {"nesting, escaped", "&lt;p&gt;&lt;b&gt;".repeat(100_000)},
                        new String[] {"marks of direction", "\u202E\u200F\u2066 a".repeat(500_000)},
                        new String[] {"NULs", "a\0".repeat(1_000_000)})
                .map(text -> new Case(format, text[0], format.with(text[1]).getBytes(UTF_8)));
        byte[] nul = new byte[8_000_000];
        byte[] broken = new byte[8_000_000];
        Arrays.fill(broken, (byte) 0xED);
        return Stream.concat(texts, Stream.of(new Case(format, "zeros", nul), new Case(format, "no text", broken)));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void isAnsweredInASecondAndInBoundedMemory(Case hostile) {
        long least = Long.MAX_VALUE;
        long allocated = 0;
        for (int tries = 0; tries < 6 && least > SECOND / 2; tries++) {
            long thread = Thread.currentThread().threadId();
            long time = THREADS.getThreadCpuTime(thread);
            long memory = THREADS.getThreadAllocatedBytes(thread);
            readAll(hostile.payload, hostile.format.type);
            allocated = THREADS.getThreadAllocatedBytes(thread) - memory;
            least = Math.min(least, THREADS.getThreadCpuTime(thread) - time);
        }
        assertThat(least).as("nanoseconds of %s", hostile).isLessThan(SECOND);
        assertThat(allocated)
                .as("bytes of %s", hostile)
                .isLessThan(MEGABYTES + (long) MULTIPLE * hostile.payload.length);
    }

    @Test
    void cutAnywhereAndUnderAnyNameItIsAnswered() {
        for (Format format : Format.values()) {
            byte[] whole = format.with("Im Mai. ĘÓ „so“").getBytes(UTF_8);
            assertThat(Formats.read(whole, format.type)).as(format.type).isInstanceOf(Read.Accepted.class);
            for (int length = 0; length < whole.length; length++) {
                for (String charset : List.of("", "; charset=iso-8859-1", "; charset=utf-16", "; charset=klingon")) {
                    byte[] cut = Arrays.copyOf(whole, length);
                    String type = format.type + charset;
                    assertThatCode(() -> readAll(cut, type))
                            .as("%s, cut at %d", type, cut.length)
                            .doesNotThrowAnyException();
                }
            }
        }
    }

    @Test
    void timesThatAreNoneAreAnsweredAndNoneIsInvented() {
        for (Format format : Format.values()) {
            for (String time : TIMES) {
                String document = format.document.replace("@@", time).replace("%s", "Im Mai.");
                for (Read read : Formats.readAll(document.getBytes(UTF_8), format.type)) {
                    if (read instanceof Read.Accepted(Draft draft) && draft.versionCreated() != null) {
                        assertThat(time).as(format.type).matches("(?:0000|9999).*");
                    }
                }
            }
        }
    }

    @Test
    void halvesOfCharactersNeverComeThrough() {
        byte[] cesu = {(byte) 0xED, (byte) 0xA0, (byte) 0xBD, (byte) 0xED, (byte) 0xB8, (byte) 0x80};
        for (Format format : Format.values()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            String[] around = format.with("#").split("#", 2);
            out.writeBytes(around[0].getBytes(UTF_8));
            out.writeBytes(cesu);
            out.writeBytes(around[1].getBytes(UTF_8));
            assertNoHalves(format, out.toByteArray());
            for (String half : List.of("\\ud83d", "\\ude00\\ud83d", "&#xD83D;", "&#55357;", "&#0;", "&#x110000;")) {
                assertNoHalves(format, format.with(half).getBytes(UTF_8));
            }
        }
    }

    private static void assertNoHalves(Format format, byte[] payload) {
        for (Read read : Formats.readAll(payload, format.type)) {
            if (read instanceof Read.Accepted(Draft draft)) {
                for (Zone zone : Zoning.zones(draft.headline(), draft.body())) {
                    assertThat(UTF_8.newEncoder().canEncode(zone.text()))
                            .as("%s: %s", format, zone.text())
                            .isTrue();
                }
            }
        }
    }

    @Test
    void mutationsOfEveryFormatAreAnswered() {
        Charset[] charsets = {UTF_8, Charset.forName("windows-1252"), Charset.forName("UTF-16LE")};
        for (long seed = 0; seed < 4_000; seed++) {
            Random random = new Random(seed);
            Format format = Format.values()[random.nextInt(Format.values().length)];
            byte[] payload = Mutator.mutated(
                    format.with("Im Mai. ó „so“").getBytes(charsets[random.nextInt(charsets.length)]), random);
            String type = random.nextBoolean() ? format.type : "";
            assertThatCode(() -> readAll(payload, type))
                    .as("seed %d, %s %s", seed, format, type)
                    .doesNotThrowAnyException();
        }
    }

    private static void readAll(byte[] payload, String type) {
        for (Read read : Formats.readAll(payload, type)) {
            if (read instanceof Read.Accepted(Draft draft)) {
                Languages.of(draft.language(), Zoning.zones(draft.headline(), draft.body()));
            }
        }
    }
}
