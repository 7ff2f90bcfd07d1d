/**
 * Runs CGI scripts: finds the file for a path, makes its environment and arguments (RFC 3875), starts its process, and
 * the header section it prints. Nothing here knows a handler.
 */
@NullMarked
package dev.gangway.handler.cgi;

import org.jspecify.annotations.NullMarked;
