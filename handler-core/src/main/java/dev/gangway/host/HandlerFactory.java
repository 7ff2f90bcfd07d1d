package dev.gangway.host;

/**
 * Makes a new handler for each connection, or for each request on a host that has no connections of its own.
 *
 * <p>The port of Python's {@code RequestHandlerClass} argument: a constructor reference ({@code MyHandler::new}) or a
 * lambda that passes arguments ({@code () -> new MyHandler(database)}). It is called from many threads at once.
 */
@FunctionalInterface
public interface HandlerFactory {
    /**
     * Makes a handler.
     *
     * @return a handler that has served nothing yet, never the same one twice
     * @throws Exception if no handler can be made; the host reports it with
     *     {@link HandlerServer#handleError(HandlerConnection, Throwable)} and ends the connection
     */
    Handler get() throws Exception;
}
