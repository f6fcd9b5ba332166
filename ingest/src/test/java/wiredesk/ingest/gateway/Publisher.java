package wiredesk.ingest.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A web server that publishes what a test tells it to. */
final class Publisher implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Page> pages = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    /** Answers a request. */
    interface Page {
        void answer(HttpExchange exchange) throws IOException, InterruptedException;
    }

    record Asked(
            String path,
            @Nullable String etag,
            @Nullable String modifiedSince,
            @Nullable String encoding) {}

    Publisher() throws IOException {
        this("127.0.0.1", 0);
    }

    Publisher(String address, int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName(address), port), 0);
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    private void serve(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        asked.add(new Asked(
                path,
                exchange.getRequestHeaders().getFirst("If-None-Match"),
                exchange.getRequestHeaders().getFirst("If-Modified-Since"),
                exchange.getRequestHeaders().getFirst("Accept-Encoding")));
        try (exchange) {
            pages.getOrDefault(path, status(404)).answer(exchange);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void put(String path, Page page) {
        pages.put(path, page);
    }

    List<Asked> asked() {
        return asked;
    }

    int port() {
        return server.getAddress().getPort();
    }

    URI url(String host, String path) {
        return URI.create("http://" + host + ":" + port() + path);
    }

    /** A status and headers, by name and value. */
    static Page status(int status, String... headers) {
        return exchange -> {
            headers(exchange, headers);
            exchange.sendResponseHeaders(status, -1);
        };
    }

    static Page body(String body, String... headers) {
        return bytes(body.getBytes(StandardCharsets.UTF_8), headers);
    }

    static Page bytes(byte[] body, String... headers) {
        return exchange -> {
            headers(exchange, headers);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        };
    }

    /** A body that does not change until it is replaced, and is not sent to who has it. */
    static Page tagged(String etag, String body) {
        return exchange -> {
            boolean known = etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
            (known ? status(304, "ETag", etag) : body(body, "ETag", etag, "Content-Type", "application/rss+xml"))
                    .answer(exchange);
        };
    }

    /** Never ends. */
    static Page endless(int status) {
        return exchange -> {
            exchange.sendResponseHeaders(status, 0);
            byte[] chunk = new byte[4_096];
            while (true) {
                exchange.getResponseBody().write(chunk);
            }
        };
    }

    static void headers(HttpExchange exchange, String... headers) {
        for (int i = 0; i < headers.length; i += 2) {
            exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
