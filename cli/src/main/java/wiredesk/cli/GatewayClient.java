package wiredesk.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import wiredesk.runtime.PlatformException;

/** Sends payloads to a gateway. */
final class GatewayClient implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(30);
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,6}");
    private static final String PROBLEM_TYPES = "urn:wiredesk:problem:";
    private static final String DEFAULT_SOURCE = "cli";
    private static final int ACCEPTED = 202;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI articles;
    private final @Nullable String key;

    GatewayClient(String gateway) {
        this(gateway, null, null);
    }

    /**
     * A client.
     *
     * @param key null: none is sent
     * @param source null: the key's first, or {@code cli} where there is no key
     */
    GatewayClient(String gateway, @Nullable String key, @Nullable String source) {
        String named = source == null && key == null ? DEFAULT_SOURCE : source;
        String query = named == null ? "" : "?source=" + URLEncoder.encode(named, StandardCharsets.UTF_8);
        this.articles = URI.create(gateway + "/articles" + query);
        this.key = key;
    }

    /** What the gateway answered. */
    sealed interface Answer {
        /** The id of each article of the payload, and the trace id to follow them by. */
        record Accepted(List<String> uris, String trace) implements Answer {}

        /**
         * Not taken.
         *
         * @param status 0 where it was not sent at all
         * @param detail what is wrong and what to do, for people
         * @param problem the gateway's problem document
         * @param retryAfter when the gateway said to come again; null where it did not
         */
        record Refused(
                int status,
                String detail,
                ObjectNode problem,
                @Nullable Duration retryAfter) implements Answer {

            /** Refused here, before it was sent. */
            static Refused unsent(String type, String title, String detail) {
                ObjectNode problem = JSON.createObjectNode();
                problem.put("type", PROBLEM_TYPES + type).put("title", title).put("detail", detail);
                return new Refused(0, detail, problem, null);
            }

            /** The last part of the problem's type, a stable word. */
            String type() {
                return problem.path("type").asText().replace(PROBLEM_TYPES, "");
            }

            /** Whether it was not for what was sent: the same payload may be accepted another time. */
            boolean mayPass() {
                return switch (status) {
                    case 401, 408, 409, 429 -> true;
                    case 403 -> type().equals("not-your-source");
                    default -> status >= 500 || retryAfter != null;
                };
            }
        }
    }

    Answer send(byte[] payload, String mediaType) throws InterruptedException {
        return send(payload, mediaType, null);
    }

    /**
     * Sends one payload.
     *
     * @param idempotencyKey by which the gateway knows a payload that it has accepted already; null for none
     * @throws PlatformException when the gateway does not answer
     */
    Answer send(byte[] payload, String mediaType, @Nullable String idempotencyKey) throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(articles)
                .timeout(ANSWERS_WITHIN)
                .header("Content-Type", mediaType)
                .POST(HttpRequest.BodyPublishers.ofByteArray(payload));
        if (key != null) {
            request.header("Authorization", "Bearer " + key);
        }
        if (idempotencyKey != null) {
            request.header("Idempotency-Key", idempotencyKey);
        }
        try {
            return answer(http.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (JsonProcessingException e) {
            throw new PlatformException("What answers at " + articles + " is no Wiredesk gateway", e);
        } catch (IOException e) {
            throw new PlatformException("No gateway answers at " + articles + ". Is it up (./wiredesk up)?", e);
        }
    }

    private Answer answer(HttpResponse<String> response) throws JsonProcessingException {
        JsonNode body = JSON.readTree(response.body());
        if (response.statusCode() == ACCEPTED) {
            return new Answer.Accepted(
                    body.findValuesAsText("uri"), body.findPath("trace").asText());
        }
        Duration retryAfter = response.headers()
                .firstValue("Retry-After")
                .filter(value -> SECONDS.matcher(value).matches())
                .map(value -> Duration.ofSeconds(Long.parseLong(value)))
                .orElse(null);
        ObjectNode problem = body instanceof ObjectNode object ? object : JSON.createObjectNode();
        String detail = problem.path("detail").asText() + advice(response.statusCode(), retryAfter);
        return new Answer.Refused(response.statusCode(), detail, problem, retryAfter);
    }

    private String advice(int status, @Nullable Duration retryAfter) {
        return switch (status) {
            case 401 ->
                key == null
                        ? " (give a key: --key, or WIREDESK_KEY in the environment)"
                        : " (the key of --key or WIREDESK_KEY is not one of its gateway.keys)";
            case 403 -> " (another --key, or another --source)";
            case 429, 503 -> retryAfter == null ? "" : " (again in " + retryAfter.toSeconds() + " s)";
            default -> "";
        };
    }

    @Override
    public void close() {
        http.close();
    }
}
