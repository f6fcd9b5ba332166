package wiredesk.runtime;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpServerTest {

    private static final Duration WITHIN = Duration.ofSeconds(2);

    private Metrics metrics;
    private HttpServer server;

    @BeforeEach
    void start() {
        metrics = new Metrics("test");
        server = HttpServer.start("127.0.0.1", 0, new Health(), metrics, WITHIN, config -> {});
    }

    @AfterEach
    void stop() {
        server.close();
        metrics.close();
    }

    @Test
    void aClientThatNeverEndsItsHeadersIsCutOff() throws Exception {
        try (Socket socket = connect()) {
            send(socket, "GET /healthz HTTP/1.1\r\nHost: x\r\nX-Slow: ");
            assertThat(socket.getInputStream().read())
                    .as("closed without an answer")
                    .isNegative();
        }
    }

    @Test
    void aClientThatSaysNothingIsCutOff() throws Exception {
        try (Socket socket = connect()) {
            assertThat(socket.getInputStream().read()).isNegative();
        }
    }

    @Test
    void oneThatHasAskedOnceMayStayAndAskAgainLater() throws Exception {
        try (Socket socket = connect();
                Socket silent = connect()) {
            send(socket, "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(until(socket, "true}")).startsWith("HTTP/1.1 200");
            // When the time of a later one is over, that of this one is too
            assertThat(silent.getInputStream().read()).isNegative();
            send(socket, "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(until(socket, "true}")).startsWith("HTTP/1.1 200");
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        socket.setSoTimeout(20_000);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(US_ASCII));
        socket.getOutputStream().flush();
    }

    private static String until(Socket socket, String end) throws IOException {
        StringBuilder read = new StringBuilder();
        InputStream in = socket.getInputStream();
        while (read.indexOf(end) < 0) {
            int next = in.read();
            assertThat(next).as(read.toString()).isNotNegative();
            read.append((char) next);
        }
        return read.toString();
    }
}
