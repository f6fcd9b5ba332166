package wiredesk.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A newsroom's system: sends articles to a desk's gateway. */
public final class Newsroom {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Desk desk;

    public Newsroom(Desk desk) {
        this.desk = desk;
    }

    /** What the gateway said. */
    public record Reply(int status, String mediaType, JsonNode body) {

        public String uri() {
            return body.path("uri").asText();
        }
    }

    /** Sends a plain text under an id. */
    public Reply sendText(String uri, String text) throws IOException, InterruptedException {
        String query = "?uri=" + URLEncoder.encode(uri, StandardCharsets.UTF_8);
        return send(query, text.getBytes(StandardCharsets.UTF_8), "text/plain; charset=utf-8");
    }

    public Reply sendNinjs(String json) throws IOException, InterruptedException {
        return send("", json.getBytes(StandardCharsets.UTF_8), "application/ninjs+json");
    }

    public Reply send(String query, byte[] payload, @Nullable String mediaType)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(desk.gatewayUrl() + "/articles" + query))
                .timeout(Duration.ofSeconds(60))
                .expectContinue(payload.length > 1 << 20) // As curl does: a refusal need not wait for the whole body.
                .POST(HttpRequest.BodyPublishers.ofByteArray(payload));
        if (mediaType != null) {
            request.header("Content-Type", mediaType);
        }
        HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Reply(
                response.statusCode(),
                response.headers().firstValue("Content-Type").orElse(""),
                JSON.readTree(response.body()));
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(desk.gatewayUrl() + path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
