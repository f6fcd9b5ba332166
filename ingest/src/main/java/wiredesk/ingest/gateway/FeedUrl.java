package wiredesk.ingest.gateway;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Where a feed may be asked for: over HTTP, at a host, with no password in sight. */
sealed interface FeedUrl {

    record Good(URI url) implements FeedUrl {}

    record Bad(String why) implements FeedUrl {}

    int LARGEST_PORT = 65_535;

    static FeedUrl of(String text) {
        try {
            return of(new URI(text.strip().replace(" ", "%20")));
        } catch (URISyntaxException e) {
            return new Bad("it is no URL: " + e.getReason());
        }
    }

    private static FeedUrl of(URI url) {
        if (!"https".equalsIgnoreCase(url.getScheme()) && !"http".equalsIgnoreCase(url.getScheme())) {
            return new Bad("it begins with https:// or http://");
        }
        if (url.getHost() == null) {
            return new Bad("it names a host, in ASCII");
        }
        if (url.getRawUserInfo() != null) {
            return new Bad("it has no user or password in it");
        }
        if (url.getPort() == 0 || url.getPort() > LARGEST_PORT) {
            return new Bad("its port is from 1 to " + LARGEST_PORT);
        }
        String ascii = url.toASCIIString();
        int fragment = ascii.indexOf('#');
        return new Good(URI.create(fragment < 0 ? ascii : ascii.substring(0, fragment)));
    }

    /**
     * Where a redirect leads.
     *
     * @param location the header of that name, which may be relative; null where it is missing
     */
    static FeedUrl redirected(URI from, @Nullable String location) {
        if (location == null) {
            return new Bad("it does not say where to");
        }
        try {
            FeedUrl to = of(from.resolve(new URI(location.strip().replace(" ", "%20"))));
            boolean open = to instanceof Good(URI url) && "http".equalsIgnoreCase(url.getScheme());
            return open && "https".equalsIgnoreCase(from.getScheme())
                    ? new Bad("it leads from https to http, where anyone on the way could change the news")
                    : to;
        } catch (URISyntaxException e) {
            return new Bad("where it leads is no URL: " + e.getReason());
        }
    }
}
