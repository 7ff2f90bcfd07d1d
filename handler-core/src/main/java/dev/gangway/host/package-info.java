/**
 * The interfaces that a host implements to run handlers ({@link dev.gangway.host.HandlerConnection},
 * {@link dev.gangway.host.HandlerServer}), and the host that lives in memory.
 */
@NullMarked
package dev.gangway.host;

import org.jspecify.annotations.NullMarked;
