/**
 * What it takes to run CGI scripts: which file a path means, its environment and arguments (RFC 3875), its process, and
 * the header section it prints. Nothing here knows a handler.
 */
@NullMarked
package dev.gangway.handler.cgi;

import org.jspecify.annotations.NullMarked;
