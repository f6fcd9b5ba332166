package wiredesk.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import wiredesk.runtime.PlatformException;

/** Sends payloads to a gateway. */
final class GatewayClient implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(30);
    private static final int ACCEPTED = 202;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI articles;

    GatewayClient(String gateway) {
        this.articles = URI.create(gateway + "/articles?source=cli");
    }

    /** What the gateway answered. */
    sealed interface Answer {
        /** The id of each article of the payload, and the trace id to follow them by. */
        record Accepted(List<String> uris, String trace) implements Answer {}

        record Refused(int status, String detail) implements Answer {}
    }

    /**
     * Sends one payload.
     *
     * @throws PlatformException when the gateway does not answer
     */
    Answer send(byte[] payload, String mediaType) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(articles)
                .timeout(ANSWERS_WITHIN)
                .header("Content-Type", mediaType)
                .POST(HttpRequest.BodyPublishers.ofByteArray(payload))
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            JsonNode body = JSON.readTree(response.body());
            return response.statusCode() == ACCEPTED
                    ? new Answer.Accepted(
                            body.findValuesAsText("uri"), body.findPath("trace").asText())
                    : new Answer.Refused(
                            response.statusCode(), body.path("detail").asText());
        } catch (JsonProcessingException e) {
            throw new PlatformException("What answers at " + articles + " is no Wiredesk gateway", e);
        } catch (IOException e) {
            throw new PlatformException("No gateway answers at " + articles + ". Is it up (./wiredesk up)?", e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
