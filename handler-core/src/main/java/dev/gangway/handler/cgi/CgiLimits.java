package dev.gangway.handler.cgi;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long a script may take.
 *
 * @param total from its start to its end; null for no limit
 * @param idle without output and without taking input; null for no limit
 */
public record CgiLimits(@Nullable Duration total, @Nullable Duration idle) {}
