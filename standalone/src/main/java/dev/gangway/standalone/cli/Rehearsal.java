package dev.gangway.standalone.cli;

import dev.gangway.files.FileHTTPRequestHandler;
import dev.gangway.handler.SimpleHTTPRequestHandler;
import dev.gangway.host.Handler;
import dev.gangway.host.HandlerFactory;
import dev.gangway.host.MemoryHost;
import java.net.InetAddress;
import java.nio.channels.spi.SelectorProvider;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Answers a request in memory on a second processor, while the first one reads the command line and opens the socket. The first real
 * request then finds its classes loaded. Nothing is logged or counted.
 */
final class Rehearsal extends Thread implements HandlerFactory {
    private final boolean forServe;

    Rehearsal(boolean forServe) {
        super("gangway-rehearsal");
        this.forServe = forServe;
    }

    /**
     * Begins, if there is a second processor.
     *
     * @param forServe whether with the handler of the word {@code serve}
     */
    static void inBackground(boolean forServe) {
        if (Runtime.getRuntime().availableProcessors() > 1) {
            Rehearsal rehearsal = new Rehearsal(forServe);
            rehearsal.setDaemon(true);
            rehearsal.start();
        }
    }

    @Override
    public Handler get() {
        Path java = Path.of(System.getProperty("java.home"));
        if (forServe) {
            return new FileHTTPRequestHandler(java);
        }
        return new SimpleHTTPRequestHandler(java);
    }

    @Override
    public void run() {
        // First what the other processor needs soon, and takes a while: addresses read a long file of Java's, and
        // channels look for services.
        InetAddress.getLoopbackAddress();
        SelectorProvider.provider();
        answer();
    }

    /** Returns the response. Each Java has a file of this name; without it the answer is 404, which does almost as well. */
    byte[] answer() {
        return new MemoryHost(this).exchange("GET /release HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
    }
}
