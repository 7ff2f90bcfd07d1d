package dev.gangway.examples.pydoc;

import dev.gangway.standalone.HTTPServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.function.BinaryOperator;

/** Serves pages until it is told to quit (pydoc's {@code DocServer}). */
public class DocServer extends HTTPServer {
    private volatile boolean quit;

    /**
     * Makes a server that listens.
     *
     * @param address where to listen
     * @param urlhandler makes the pages
     * @throws IOException if the address cannot be bound
     */
    @SuppressWarnings("this-escape") // As the server that it extends.
    public DocServer(InetSocketAddress address, BinaryOperator<String> urlhandler) throws IOException {
        super(address, () -> new DocHandler(urlhandler));
        timeout(Duration.ofMillis(100));
    }

    /** Serves one connection after the other until {@link #quit()}, and closes ("serve_until_quit"). */
    public void serveUntilQuit() throws IOException {
        while (!quit) {
            handleRequest(); // gives up at the timeout, to look at the flag
        }
        close();
    }

    /** Makes {@link #serveUntilQuit()} return, from any thread. */
    public void quit() {
        quit = true;
    }
}
