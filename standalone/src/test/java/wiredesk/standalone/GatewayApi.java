package wiredesk.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A client of one gateway that holds every answer against the document at {@code /openapi.json}. */
final class GatewayApi implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String url;
    private final @Nullable String key;
    private final JsonNode document;

    GatewayApi(String url, @Nullable String key) throws IOException, InterruptedException {
        this.url = url;
        this.key = key;
        URI document = URI.create(url + "/openapi.json");
        this.document =
                JSON.readTree(http.send(HttpRequest.newBuilder(document).build(), HttpResponse.BodyHandlers.ofString())
                        .body());
    }

    /** What the gateway answered; {@code body} is a JSON array of the lines where the answer is of many. */
    record Reply(int status, JsonNode body, HttpResponse<String> response) {

        String problem() {
            return body.path("type").asText().replace("urn:wiredesk:problem:", "");
        }
    }

    JsonNode document() {
        return document;
    }

    Reply post(String query, byte[] body, String... headers) throws IOException, InterruptedException {
        return send("POST", "/articles", "/articles" + query, body, headers);
    }

    Reply ninjs(String json, String... headers) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("Content-Type", "application/vnd.iptc.ninjs+json"));
        all.addAll(List.of(headers));
        return post("", json.getBytes(StandardCharsets.UTF_8), all.toArray(String[]::new));
    }

    Reply put(String uri, String text, String... headers) throws IOException, InterruptedException {
        return send(
                "PUT", "/articles/{uri}", "/articles/" + encoded(uri), text.getBytes(StandardCharsets.UTF_8), headers);
    }

    Reply kill(String uri, String query, String... headers) throws IOException, InterruptedException {
        return send("DELETE", "/articles/{uri}", "/articles/" + encoded(uri) + query, new byte[0], headers);
    }

    Reply batch(byte[] lines, String... headers) throws IOException, InterruptedException {
        return send("POST", "/articles/batch", "/articles/batch", lines, headers);
    }

    Reply get(String path) throws IOException, InterruptedException {
        return send("GET", path, path, new byte[0]);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private Reply send(String method, String template, String path, byte[] body, String... headers)
            throws IOException, InterruptedException {
        BodyPublisher publisher =
                body.length == 0 ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofByteArray(body);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofSeconds(60))
                .method(method, publisher);
        if (key != null) {
            request.header("Authorization", "Bearer " + key);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Reply(response.statusCode(), checked(method, template, response), response);
    }

    /** The answer's body, once it is what the document says that this operation answers with this status. */
    private JsonNode checked(String method, String template, HttpResponse<String> response) throws IOException {
        String what = method + " " + template + " answered " + response.statusCode() + " " + response.body();
        JsonNode operation = document.path("paths").path(template).path(method.toLowerCase(Locale.ROOT));
        JsonNode answer = resolved(operation.path("responses").path(Integer.toString(response.statusCode())));
        assertThat(answer.isObject())
                .as(what + ", which the document does not know")
                .isTrue();
        answer.path("headers")
                .fieldNames()
                .forEachRemaining(header -> assertThat(response.headers().firstValue(header))
                        .as(what + ": " + header)
                        .isPresent());
        String type = response.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
        JsonNode schema = answer.path("content").path(type).path("schema");
        assertThat(schema.isObject())
                .as(what + " as " + type + ", which the document does not know")
                .isTrue();
        if (type.equals("application/x-ndjson")) {
            List<JsonNode> lines = new ArrayList<>();
            for (String line : response.body().lines().toList()) {
                lines.add(JSON.readTree(line));
                valid(schema, lines.getLast(), what);
            }
            return JSON.createArrayNode().addAll(lines);
        }
        JsonNode body = type.endsWith("json")
                ? JSON.readTree(response.body())
                : JSON.getNodeFactory().textNode(response.body());
        valid(schema, body, what);
        return body;
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
    }

    private void valid(JsonNode schema, JsonNode body, String what) {
        ObjectNode whole = JSON.createObjectNode();
        whole.setAll((ObjectNode) schema);
        whole.set("components", document.path("components"));
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(whole)
                        .validate(body))
                .as(what)
                .isEmpty();
    }

    /** Every operation of the document: its method and path. */
    List<String> operations() {
        List<String> operations = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach((Map.Entry<String, JsonNode> path) -> List.of("get", "post", "put", "delete")
                        .forEach(method -> {
                            if (path.getValue().has(method)) {
                                operations.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey());
                            }
                        }));
        return operations;
    }

    @Override
    public void close() {
        http.close();
    }
}
