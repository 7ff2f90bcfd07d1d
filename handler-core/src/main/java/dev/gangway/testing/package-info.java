/**
 * A kit to test handlers in memory: {@link dev.gangway.testing.HandlerTester} sends requests to a handler and shows its
 * responses, without a port or a thread.
 */
@NullMarked
package dev.gangway.testing;

import org.jspecify.annotations.NullMarked;
