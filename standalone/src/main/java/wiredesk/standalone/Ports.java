package wiredesk.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import wiredesk.runtime.PlatformException;

/** The TCP ports of everything, all on loopback. */
public record Ports(
        int gateway, int enrich, int publish, int kafka, int controller, int registry, int registryManagement) {

    /** The ports that the README names. */
    public static final Ports DEFAULT = new Ports(8080, 8082, 8083, 9092, 9093, 8081, 8084);

    /** Ports that were free a moment ago. */
    public static Ports free() {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < 7; i++) {
                sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            int[] p = sockets.stream().mapToInt(ServerSocket::getLocalPort).toArray();
            return new Ports(p[0], p[1], p[2], p[3], p[4], p[5], p[6]);
        } catch (IOException e) {
            throw new PlatformException("No free ports on loopback: " + e.getMessage(), e);
        } finally {
            sockets.forEach(Ports::close);
        }
    }

    private Map<String, Integer> byOption() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put("--gateway-port", gateway);
        ports.put("--enrich-port", enrich);
        ports.put("--publish-port", publish);
        ports.put("--kafka-port", kafka);
        ports.put("--controller-port", controller);
        ports.put("--registry-port", registry);
        ports.put("--registry-management-port", registryManagement);
        return ports;
    }

    /**
     * Looks at every port before anything is started: the broker would end the whole JVM over a taken one.
     *
     * @throws PlatformException naming the first taken port and the option that moves it
     */
    void requireFree() {
        byOption().forEach((option, port) -> {
            try (ServerSocket socket = new ServerSocket()) {
                socket.setReuseAddress(true);
                socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            } catch (IOException e) {
                throw new PlatformException(
                        "Port " + port + " on 127.0.0.1 is taken. Stop what listens there, or choose"
                                + " another port with " + option,
                        e);
            }
        });
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new PlatformException("A port cannot be closed: " + e.getMessage(), e);
        }
    }
}
