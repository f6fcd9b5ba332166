package wiredesk.runtime;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.util.JavalinBindException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A service's HTTP side: {@code /healthz}, {@code /readyz}, {@code /metrics}, and what the service adds. */
final class HttpServer implements AutoCloseable {

    private static final int SERVICE_UNAVAILABLE = 503;

    private static final Duration FIRST_REQUEST_WITHIN = Duration.ofSeconds(20);

    private final Javalin javalin;

    private HttpServer(Javalin javalin) {
        this.javalin = javalin;
    }

    static HttpServer start(String host, int port, Health health, Metrics metrics, Consumer<JavalinConfig> more) {
        return start(host, port, health, metrics, FIRST_REQUEST_WITHIN, more);
    }

    static HttpServer start(
            String host,
            int port,
            Health health,
            Metrics metrics,
            Duration firstRequestWithin,
            Consumer<JavalinConfig> more) {
        Javalin javalin = Javalin.create(config -> {
            config.concurrency.useVirtualThreads = true;
            config.startup.showJavalinBanner = false;
            config.jetty.modifyServer(server -> {
                server.setStopTimeout(2_000);
                FirstRequestInTime.on(server, firstRequestWithin);
            });
            config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
            config.routes.get("/healthz", context -> answer(context, health.isLive(), Map.of("live", health.isLive())));
            config.routes.get("/readyz", context -> {
                Map<String, Boolean> conditions = health.conditions();
                answer(context, !conditions.containsValue(false), conditions);
            });
            config.routes.get(
                    "/metrics",
                    context -> context.contentType("text/plain; version=0.0.4; charset=utf-8")
                            .result(metrics.scrape()));
            more.accept(config);
        });
        try {
            return new HttpServer(javalin.start(host, port));
        } catch (JavalinBindException e) {
            throw new PlatformException(
                    "Port " + port + " on " + host + " is taken or not allowed; choose another with http.port", e);
        }
    }

    private static void answer(Context context, boolean good, Map<String, Boolean> conditions) {
        String body = conditions.entrySet().stream()
                .map(condition -> "\"" + condition.getKey() + "\":" + condition.getValue())
                .collect(Collectors.joining(",", "{", "}"));
        context.status(good ? 200 : SERVICE_UNAVAILABLE)
                .contentType("application/json")
                .result(body);
    }

    int port() {
        return javalin.port();
    }

    @Override
    public void close() {
        javalin.stop();
    }
}
