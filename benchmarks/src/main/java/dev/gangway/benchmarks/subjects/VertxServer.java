package dev.gangway.benchmarks.subjects;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.FileSystemAccess;
import io.vertx.ext.web.handler.StaticHandler;
import java.nio.file.Path;

/** Vert.x with the system's own epoll, a server on each processor, and its own handler for files. */
public final class VertxServer {
    private VertxServer() {}

    /**
     * Serves until the process is ended.
     *
     * @param arguments port, directory
     */
    public static void main(String[] arguments) {
        Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
        if (!vertx.isNativeTransportEnabled()) {
            throw new IllegalStateException("no native transport", vertx.unavailableNativeTransportCause());
        }
        int port = Integer.parseInt(arguments[0]);
        String directory = Path.of(arguments[1]).toAbsolutePath().toString();
        vertx.deployVerticle(
                        () -> new Server(port, directory),
                        new DeploymentOptions()
                                .setInstances(Runtime.getRuntime().availableProcessors()))
                .onFailure(fault -> {
                    fault.printStackTrace();
                    System.exit(1);
                });
    }

    /** One event loop's server. */
    private static final class Server extends AbstractVerticle {
        private final int port;
        private final String directory;

        Server(int port, String directory) {
            this.port = port;
            this.directory = directory;
        }

        @Override
        public void start(Promise<Void> started) {
            Buffer hello = Buffer.buffer(Content.HELLO);
            Router router = Router.router(vertx);
            router.get("/*")
                    .handler(StaticHandler.create(FileSystemAccess.ROOT, directory)
                            .setDirectoryListing(true));
            // Code is asked past the router, which costs a third of such an answer.
            vertx.createHttpServer(new HttpServerOptions()
                            .setHost("127.0.0.1")
                            .setPort(port)
                            .setAcceptBacklog(1024)
                            .setTcpNoDelay(true))
                    .requestHandler(request -> {
                        if (request.path().equals(Content.HELLO_PATH)) {
                            request.response()
                                    .putHeader("Content-Type", "text/plain")
                                    .end(hello);
                        } else {
                            router.handle(request);
                        }
                    })
                    .listen()
                    .<Void>mapEmpty()
                    .onComplete(started);
        }
    }
}
