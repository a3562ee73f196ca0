package refocus.eventsourcing.servers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/// A port that was free a moment ago on the loopback interface.
public final class FreePort {

    private FreePort() {}

    public static int pick() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
