/**
 * Ports of the legacy handlers in {@code src/main/python/legacy}, one idiom each, line by line. A test sends the same
 * requests to each pair and compares the bytes.
 */
@NullMarked
package dev.gangway.examples;

import org.jspecify.annotations.NullMarked;
