package wiredesk.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Answers over HTTP in the gateway's words, as a test tells it to. */
final class FakeGateway implements AutoCloseable {

    private final HttpServer server;
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private volatile Function<Request, Reply> answers = request -> accepted();

    record Request(
            String body,
            @Nullable String query,
            @Nullable String type,
            @Nullable String authorization,
            @Nullable String key) {}

    record Reply(int status, String body, @Nullable Integer retryAfter) {}

    FakeGateway() throws IOException {
        this(0);
    }

    FakeGateway(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/articles", this::serve);
        server.start();
    }

    static Reply accepted() {
        return new Reply(202, """
                {"uri": "urn:mill:1", "version": null, "trace": "0af7651916cd43dd8448eb211c80319c"}""", null);
    }

    static Reply problem(int status, String type, String detail, @Nullable Integer retryAfter) {
        return new Reply(status, """
                {"type": "urn:wiredesk:problem:%s", "title": "No", "status": %d, "detail": "%s"}""".formatted(type, status, detail), retryAfter);
    }

    void answers(Function<Request, Reply> answers) {
        this.answers = answers;
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            Request request = new Request(
                    new String(exchange.getRequestBody().readAllBytes(), UTF_8),
                    exchange.getRequestURI().getRawQuery(),
                    exchange.getRequestHeaders().getFirst("Content-Type"),
                    exchange.getRequestHeaders().getFirst("Authorization"),
                    exchange.getRequestHeaders().getFirst("Idempotency-Key"));
            requests.add(request);
            Reply reply = answers.apply(request);
            if (reply.retryAfter() != null) {
                exchange.getResponseHeaders()
                        .add("Retry-After", reply.retryAfter().toString());
            }
            byte[] body = reply.body().getBytes(UTF_8);
            exchange.sendResponseHeaders(reply.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    List<Request> requests() {
        return requests;
    }

    List<String> bodies() {
        return requests.stream().map(Request::body).toList();
    }

    String url() {
        return "http://127.0.0.1:" + port();
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
