/**
 * The handlers that users extend, named as in Python's {@code http.server}.
 *
 * <pre>{@code
 * public class Hello extends BaseHTTPRequestHandler {
 *     public void do_GET() throws IOException {
 *         sendResponse(200);
 *         sendHeader("Content-Type", "text/plain");
 *         endHeaders();
 *         wfile().write("hi".getBytes(UTF_8));
 *     }
 * }
 * }</pre>
 */
@NullMarked
package dev.gangway.handler;

import org.jspecify.annotations.NullMarked;
