/** The classes that touch a connection's streams: what a handler reads is bounded here, what it writes is framed here. */
@NullMarked
package dev.gangway.handler.io;

import org.jspecify.annotations.NullMarked;
