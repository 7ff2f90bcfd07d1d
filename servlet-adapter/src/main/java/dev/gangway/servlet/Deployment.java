package dev.gangway.servlet;

import jakarta.servlet.ServletContext;

/**
 * What the requests of one servlet share.
 *
 * @param context the web application
 * @param rewritesLocation whether a {@code Location} that is an absolute path gets the mount in front
 * @param timeoutNotice says once that time limits are the container's
 * @param fileCopy sends files
 * @param bufferWriter writes to the container's streams
 */
record Deployment(
        ServletContext context,
        boolean rewritesLocation,
        TimeoutNotice timeoutNotice,
        FileCopy fileCopy,
        BufferWriter bufferWriter) {}
