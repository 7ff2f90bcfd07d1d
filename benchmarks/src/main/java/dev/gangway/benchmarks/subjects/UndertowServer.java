package dev.gangway.benchmarks.subjects;

import io.undertow.Handlers;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpHandler;
import io.undertow.server.handlers.resource.PathResourceManager;
import io.undertow.server.handlers.resource.ResourceHandler;
import io.undertow.util.Headers;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** Undertow without servlets, with its own handler for files. */
public final class UndertowServer {
    private UndertowServer() {}

    /**
     * Serves until the process is ended.
     *
     * @param arguments port, directory
     */
    public static void main(String[] arguments) {
        ByteBuffer hello = ByteBuffer.allocateDirect(Content.HELLO.length)
                .put(Content.HELLO)
                .flip()
                .asReadOnlyBuffer();
        HttpHandler code = exchange -> {
            exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "text/plain");
            exchange.getResponseSender().send(hello.duplicate());
        };
        ResourceHandler files = new ResourceHandler(
                        new PathResourceManager(Path.of(arguments[1]).toAbsolutePath()))
                .setDirectoryListingEnabled(true);
        Undertow.builder()
                .addHttpListener(Integer.parseInt(arguments[0]), "127.0.0.1")
                .setServerOption(UndertowOptions.ALWAYS_SET_KEEP_ALIVE, false)
                .setHandler(Handlers.path(files).addExactPath(Content.HELLO_PATH, code))
                .build()
                .start();
    }
}
