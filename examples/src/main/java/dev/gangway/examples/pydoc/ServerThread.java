package dev.gangway.examples.pydoc;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.function.BinaryOperator;

/**
 * Runs a {@link DocServer} on a thread of its own (pydoc's {@code ServerThread}).
 *
 * <pre>{@code
 * ServerThread thread = ServerThread.start(address, (url, type) -> "the URL sent was: " + url);
 * Desktop.getDesktop().browse(URI.create(thread.url()));
 * thread.stop();
 * }</pre>
 */
public final class ServerThread {
    private final DocServer docserver;
    private final Thread thread;

    private ServerThread(DocServer docserver) {
        this.docserver = docserver;
        this.thread = new Thread(this::run, "pydoc");
    }

    /**
     * Starts a server; it serves when this returns.
     *
     * @param address where to listen; port 0 picks one
     * @param urlhandler gets the path and the media type that is wanted, and returns the page
     * @return the running server
     * @throws IOException if the address cannot be bound
     */
    public static ServerThread start(InetSocketAddress address, BinaryOperator<String> urlhandler) throws IOException {
        ServerThread started = new ServerThread(new DocServer(address, urlhandler));
        started.thread.start();
        return started;
    }

    /** Returns the address of the first page. */
    public String url() {
        return "http://" + docserver.serverAddress().getHostString() + ":" + docserver.serverPort() + "/";
    }

    /** Stops the server and waits until its thread has ended. */
    public void stop() throws InterruptedException {
        docserver.quit();
        thread.join();
    }

    private void run() {
        try {
            docserver.serveUntilQuit();
        } catch (IOException e) {
            docserver.close();
        }
    }
}
