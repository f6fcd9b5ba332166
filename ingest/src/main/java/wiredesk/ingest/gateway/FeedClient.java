package wiredesk.ingest.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import wiredesk.ingest.gateway.FeedAnswer.Failed;

/**
 * Asks for one feed over HTTP, as one who trusts neither it nor where it leads: every address that is connected to has been
 * checked, on every redirect, and it is the checked one that is connected to, since the name is looked up once.
 */
final class FeedClient implements AutoCloseable {

    private static final int MOST_REDIRECTS = 5;
    private static final int LONGEST_HEADER_LINE = 16 << 10;
    private static final int MOST_HEADERS = 200;

    private final Feed feed;
    private final Limits limits;
    private final InstantSource clock;
    private final CloseableHttpClient http;

    /**
     * What asking may cost.
     *
     * @param silence that an answer may be interrupted by, and that a connection may take
     * @param whole time, with all redirects, measured by the machine and not by the clock that is handed in
     * @param body its bytes unpacked, its time and rate by the clock that is handed in
     */
    record Limits(Duration silence, Duration whole, Bounds body) {
        static final Limits USUAL = new Limits(
                Duration.ofSeconds(20),
                Duration.ofSeconds(90),
                new Bounds(4 << 20, Duration.ofSeconds(60), Duration.ofSeconds(10), 1_000, 100));
    }

    /** Finds a host's addresses. */
    interface Lookup {
        InetAddress[] find(String host) throws UnknownHostException;
    }

    /** Says what kind of address it is where it is not public. */
    interface Judge {
        @Nullable
        String notPublic(InetAddress address);
    }

    FeedClient(Feed feed, Lookup lookup, Judge judge, Limits limits, InstantSource clock) {
        this.feed = feed;
        this.limits = limits;
        this.clock = clock;
        Timeout silence = Timeout.of(limits.silence());
        Http1Config headers = Http1Config.custom()
                .setMaxLineLength(LONGEST_HEADER_LINE)
                .setMaxHeaderCount(MOST_HEADERS)
                .build();
        http = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new CheckedAddresses(feed.allowPrivate() ? _ -> null : judge, lookup))
                        .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                                .http1Config(headers)
                                .build())
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(silence)
                                .setSocketTimeout(silence)
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(silence)
                        .setProtocolUpgradeEnabled(false)
                        .build())
                // A connection that is left open would be used again without a look at its address.
                .setConnectionReuseStrategy((_, _, _) -> false)
                .setUserAgent("Wiredesk feed poller")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression() // Unpacked by PayloadStream, which has a bound.
                .build();
    }

    /**
     * Asks once, with at most five redirects.
     *
     * @param etag of the answer that is already known; null for none. So with {@code lastModified}.
     */
    FeedAnswer get(@Nullable String etag, @Nullable String lastModified) {
        Deadline deadline = new Deadline(limits.whole());
        URI at = feed.url();
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            HttpGet request = request(at, etag, lastModified);
            deadline.covers(request);
            Step step = ask(request, at, deadline);
            switch (step) {
                case Step.Done(FeedAnswer answer) -> {
                    return answer;
                }
                case Step.Onward(URI next) -> at = next;
            }
        }
        return new Failed(
                "bad-redirect", "it leads on more than " + MOST_REDIRECTS + " times", "open its url in a browser");
    }

    private sealed interface Step {
        record Done(FeedAnswer answer) implements Step {}

        record Onward(URI next) implements Step {}
    }

    private static HttpGet request(URI at, @Nullable String etag, @Nullable String lastModified) {
        HttpGet request = new HttpGet(at);
        request.setHeader(
                "Accept",
                "application/atom+xml, application/rss+xml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.1");
        request.setHeader("Accept-Encoding", "gzip");
        if (etag != null) {
            request.setHeader("If-None-Match", etag);
        }
        if (lastModified != null) {
            request.setHeader("If-Modified-Since", lastModified);
        }
        return request;
    }

    private Step ask(HttpGet request, URI at, Deadline deadline) {
        ClassicHttpResponse response = null;
        try {
            response = http.executeOpen(null, request, null);
            return read(response, at);
        } catch (CheckedAddresses.RefusedException e) {
            return failed(
                    "refused-address",
                    e.getMessage(),
                    "if it is meant to be there, let its entry say allow-private: true");
        } catch (UnknownHostException e) {
            return failed(
                    "unreachable", "its host is not known: " + at.getHost(), "look at its url, and at the DNS here");
        } catch (PayloadStream.RefusedException e) {
            return failed(e.problem().type(), said(e.problem()), "tell its publisher");
        } catch (SSLException e) {
            return failed("unreachable", "its certificate or TLS is not good: " + e.getMessage(), "tell its publisher");
        } catch (IOException e) {
            String what = deadline.isOver() ? "it takes too long" : "it does not answer: " + e;
            return failed("unreachable", what, "nothing to do here, unless it lasts");
        } catch (
                RuntimeException
                        e) { // What a stranger sends must not end the service, whatever the library makes of it.
            return failed("broken", "its answer cannot be read: " + e, "tell its publisher");
        } finally {
            request.cancel(); // What is left of a body is not read, however long it is.
            close(response);
        }
    }

    private static void close(@Nullable ClassicHttpResponse response) {
        try {
            if (response != null) {
                response.close();
            }
        } catch (IOException e) {
            // It was cut off in the middle, as was meant.
        }
    }

    private static String said(Problem problem) {
        return switch (problem.type()) {
            case "too-slow" -> "its answer comes in too slowly";
            default -> problem.detail();
        };
    }

    private static Step failed(String reason, @Nullable String detail, String advice) {
        return new Step.Done(new Failed(reason, String.valueOf(detail), advice));
    }

    private Step read(ClassicHttpResponse response, URI at) throws IOException {
        return switch (response.getCode()) {
            case 200 -> new Step.Done(body(response));
            case 304 -> new Step.Done(new FeedAnswer.Unchanged());
            case 301, 302, 303, 307, 308 ->
                switch (FeedUrl.redirected(at, value(response, "Location"))) {
                    case FeedUrl.Good(URI url) -> new Step.Onward(url);
                    case FeedUrl.Bad(String why) ->
                        failed("bad-redirect", "it is somewhere else: " + why, "mend its url in the list of feeds");
                };
            default ->
                new Step.Done(Failed.status(
                        response.getCode(), RetryAfter.read(value(response, "Retry-After"), clock.instant())));
        };
    }

    private FeedAnswer body(ClassicHttpResponse response) throws IOException {
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return new Failed("no-feed", "its answer is empty", "open its url in a browser");
        }
        InputStream content = entity.getContent();
        byte[] bytes = PayloadStream.open(content, entity.getContentEncoding(), limits.body(), clock)
                .readNBytes(limits.body().bytes() + 1);
        if (bytes.length > limits.body().bytes()) {
            String detail = "it has more than " + limits.body().bytes() + " bytes";
            return new Failed("too-large", detail, "ask its publisher for a shorter one");
        }
        return new FeedAnswer.Body(
                bytes, entity.getContentType(), value(response, "ETag"), value(response, "Last-Modified"));
    }

    private static @Nullable String value(ClassicHttpResponse response, String name) {
        Header header = response.getFirstHeader(name);
        return header == null ? null : header.getValue();
    }

    @Override
    public void close() throws IOException {
        http.close();
    }
}
