/**
 * Where the client is, if proxies stand between it and the server: the PROXY protocol, {@code Forwarded} and {@code X-Forwarded-For}.
 * Pure functions of bytes and text; no name is looked up.
 */
@NullMarked
package dev.gangway.standalone.proxy;

import org.jspecify.annotations.NullMarked;
