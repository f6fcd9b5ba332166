package wiredesk.bench.stream;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.Locale;

/** One connection to a gateway, which it is asked over and over: no more than HTTP needs, so that little else is measured. */
public final class NewsroomSocket implements AutoCloseable {

    private static final String ACCEPTED = "\"status\":202";

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    public NewsroomSocket(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        out = socket.getOutputStream();
    }

    /** Sends one article; fails unless it is accepted. */
    public void post(String path, byte[] payload) throws IOException {
        request(path, payload);
        String status = line();
        body();
        if (!status.contains(" 202 ")) {
            throw new IOException("not accepted: " + status);
        }
    }

    /** Sends articles as a batch; returns how many they are, and fails unless all are accepted. */
    public int batch(List<byte[]> payloads) throws IOException {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (byte[] payload : payloads) {
            lines.write(payload);
            lines.write('\n');
        }
        request("/articles/batch", lines.toByteArray());
        line();
        long accepted = body().lines().filter(line -> line.contains(ACCEPTED)).count();
        if (accepted != payloads.size()) {
            throw new IOException("accepted " + accepted + " of " + payloads.size());
        }
        return payloads.size();
    }

    private void request(String path, byte[] body) throws IOException {
        String head = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/ninjs+json\r\n"
                + "Content-Length: " + body.length + "\r\n\r\n";
        out.write(head.getBytes(US_ASCII));
        out.write(body);
        out.flush();
    }

    /** What follows the status line: the headers, passed over, and the body. */
    private String body() throws IOException {
        int length = -1;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(
                        lower.substring("content-length:".length()).strip());
            }
        }
        if (length >= 0) {
            return new String(in.readNBytes(length), US_ASCII);
        }
        StringBuilder body = new StringBuilder();
        for (int chunk = chunk(); chunk > 0; chunk = chunk()) {
            body.append(new String(in.readNBytes(chunk), US_ASCII));
            line();
        }
        line();
        return body.toString();
    }

    private int chunk() throws IOException {
        return Integer.parseInt(line(), 16);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("the gateway has hung up");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
