/**
 * The parts of {@code SimpleHTTPRequestHandler}: request paths to files, files to responses. Not exported.
 *
 * <p>Nothing here knows a handler or a connection, except that {@link dev.gangway.handler.files.FileBody} hands an open
 * file to a stream that can send it whole.
 */
@NullMarked
package dev.gangway.handler.files;

import org.jspecify.annotations.NullMarked;
