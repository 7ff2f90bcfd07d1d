package @package@;

import dev.gangway.standalone.ThreadingHTTPServer;
import java.io.IOException;
import java.net.InetSocketAddress;

/** Serves {@link Hello} until the process is ended: {@code java -jar target/@artifact@.jar [port]}. */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws IOException {
        int port = args.length == 0 ? 8000 : Integer.parseInt(args[0]);
        try (ThreadingHTTPServer server = new ThreadingHTTPServer(new InetSocketAddress(port), Hello::new)) {
            System.out.println("Serving http://localhost:" + server.serverPort() + "/ - Ctrl-C ends it");
            server.serveForever();
        }
    }
}
