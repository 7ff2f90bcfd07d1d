/**
 * Servers on sockets of their own: {@link dev.gangway.standalone.HTTPServer} and its threading and encrypting kin.
 *
 * <pre>{@code
 * try (ThreadingHTTPServer server = new ThreadingHTTPServer(new InetSocketAddress(8000), MyHandler::new)) {
 *     server.serveForever();
 * }
 * }</pre>
 */
@NullMarked
package dev.gangway.standalone;

import org.jspecify.annotations.NullMarked;
