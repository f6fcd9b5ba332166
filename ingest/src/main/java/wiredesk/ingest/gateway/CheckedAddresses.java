package wiredesk.ingest.gateway;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;
import org.jspecify.annotations.Nullable;

/**
 * Looks hosts up for the HTTP client, which connects to the addresses that it gets from here and looks nothing up itself. A
 * host one of whose addresses is refused is refused: which of them is taken would be chance.
 */
record CheckedAddresses(FeedClient.Judge judge, FeedClient.Lookup lookup) implements DnsResolver {

    static final class RefusedException extends UnknownHostException {
        RefusedException(String message) {
            super(message);
        }
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] found = lookup.find(host);
        for (InetAddress address : found) {
            String what = judge.notPublic(address);
            if (what != null) {
                throw new RefusedException(
                        host + " has the address " + address.getHostAddress() + ", which is " + what);
            }
        }
        return found;
    }

    @Override
    public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
        return Arrays.stream(resolve(host))
                .map(address -> new InetSocketAddress(address, port))
                .toList();
    }

    /** Would be a second look-up; only Kerberos asks for it. */
    @Override
    public @Nullable String resolveCanonicalHostname(String host) {
        return host;
    }
}
