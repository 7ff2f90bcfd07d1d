/**
 * The state of one server's files between requests ({@link dev.gangway.handler.store.FileStore}), and the buffers
 * through which it sends them. A host need not know of any of it.
 */
@NullMarked
package dev.gangway.handler.store;

import org.jspecify.annotations.NullMarked;
