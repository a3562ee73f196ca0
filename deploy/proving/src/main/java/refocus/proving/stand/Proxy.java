package refocus.proving.stand;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Stands between a server and its clients on the loopback interface, so that their connections can be broken.
///
/// A *dropped* connection is reset on both sides. A *half-open* one is gone for the server, while the client hears
/// nothing of it and speaks into the void, until it gives up by itself.
public final class Proxy implements AutoCloseable {

    private static final int BUFFER = 64 * 1024;

    private final ServerSocket door;
    private final int target;
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private final Set<Link> halfOpen = ConcurrentHashMap.newKeySet();

    private record Link(Socket client, Socket server) {

        void reset() {
            for (var side : new Socket[] {client, server}) {
                abort(side);
            }
        }

        static void abort(Socket socket) {
            try {
                socket.setSoLinger(true, 0);
                socket.close();
            } catch (IOException _) {
                // closed already
            }
        }
    }

    private Proxy(ServerSocket door, int target) {
        this.door = door;
        this.target = target;
    }

    /// Listens on one port and passes on to another.
    public static Proxy between(int port, int target) throws IOException {
        var proxy = new Proxy(new ServerSocket(port, 200, InetAddress.getLoopbackAddress()), target);
        Thread.ofVirtual().name("proxy-" + port).start(proxy::accept);
        return proxy;
    }

    /// Resets every connection there is; new ones pass.
    ///
    /// @return how many
    public int drop() {
        var open = Set.copyOf(links);
        open.forEach(Link::reset);
        return open.size();
    }

    /// Leaves every client alone with its connection; new ones pass.
    ///
    /// @return how many
    public int abandon() {
        var open = Set.copyOf(links);
        halfOpen.addAll(open);
        open.forEach(link -> Link.abort(link.server()));
        return open.size();
    }

    @Override
    public void close() throws IOException {
        door.close();
        drop();
        Set.copyOf(halfOpen).forEach(Link::reset);
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                pass(door.accept());
            } catch (IOException _) {
                // the door was closed
            }
        }
    }

    private void pass(Socket client) {
        try {
            client.setTcpNoDelay(true);
            var server = new Socket(InetAddress.getLoopbackAddress(), target);
            server.setTcpNoDelay(true);
            var link = new Link(client, server);
            links.add(link);
            Thread.ofVirtual().start(() -> pump(link, client, server));
            Thread.ofVirtual().start(() -> pump(link, server, client));
        } catch (IOException _) {
            Link.abort(client);
        }
    }

    private void pump(Link link, Socket from, Socket to) {
        var buffer = new byte[BUFFER];
        try {
            var in = from.getInputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                passOn(link, to, buffer, read);
            }
        } catch (IOException _) {
            // one side has gone, the other goes below
        }
        links.remove(link);
        if (from == link.client() || !halfOpen.contains(link)) {
            halfOpen.remove(link);
            link.reset();
        }
    }

    private void passOn(Link link, Socket to, byte[] bytes, int count) throws IOException {
        try {
            if (!halfOpen.contains(link)) {
                to.getOutputStream().write(bytes, 0, count);
            }
        } catch (IOException gone) {
            if (!halfOpen.contains(link)) {
                throw gone;
            }
        }
    }
}
