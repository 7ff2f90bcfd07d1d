package dev.gangway.handler.cgi;

import org.jspecify.annotations.Nullable;

/**
 * The user that a host has authenticated, if any.
 *
 * @param scheme the scheme, for {@code AUTH_TYPE}; null if no user was authenticated
 * @param user the user's name, for {@code REMOTE_USER}; null if no user was authenticated
 */
public record HostLogin(@Nullable String scheme, @Nullable String user) {}
