/**
 * Event loops: connections that need no thread while they wait for a request, and whose requests are answered by the thread that
 * sees them come. {@link dev.gangway.standalone.loop.EventLoops} is the door.
 */
@NullMarked
package dev.gangway.standalone.loop;

import org.jspecify.annotations.NullMarked;
