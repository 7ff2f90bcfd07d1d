package dev.gangway.files.dav;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * A lock.
 *
 * @param token what it is known by, a URI
 * @param path the file or directory
 * @param deep whether all that is below it is locked too
 * @param exclusive whether no other client may have one
 * @param owner who has it, as XML of the client's; empty if that was not said
 * @param timeout how long it lasts from when it is made or refreshed
 * @param expires when it ends
 */
public record Lock(
        String token, Path path, boolean deep, boolean exclusive, String owner, Duration timeout, Instant expires) {}
