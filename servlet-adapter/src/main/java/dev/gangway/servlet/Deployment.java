package dev.gangway.servlet;

import dev.gangway.handler.store.FileStore;
import dev.gangway.sight.SystemLog;
import jakarta.servlet.ServletContext;
import org.jspecify.annotations.Nullable;

/**
 * The state that the requests of one servlet or filter share.
 *
 * @param context the web application
 * @param isFilter whether other servlets stand behind
 * @param passesOnWithoutFile whether a request for which there is no file goes to them
 * @param sessionParameter what the container adds to paths
 * @param believesForwardedPrefix whether a proxy in front says what it has taken from the path
 * @param rewritesLocation whether a {@code Location} that is an absolute path gets the mount in front
 * @param timeoutNotice says once that time limits are the container's
 * @param fileStore the files that are kept between requests
 * @param log the application's log in the container
 * @param sight the counters, and whether the application is about to stop
 * @param systemLog the logger that the log goes to; null if it goes to the container's
 * @param fileCopy sends files
 * @param sendfile has Tomcat send them
 * @param bufferWriter writes to the container's streams
 */
record Deployment(
        ServletContext context,
        boolean isFilter,
        boolean passesOnWithoutFile,
        SessionParameter sessionParameter,
        boolean believesForwardedPrefix,
        boolean rewritesLocation,
        TimeoutNotice timeoutNotice,
        FileStore fileStore,
        ContextLog log,
        WebappSight sight,
        @Nullable SystemLog systemLog,
        FileCopy fileCopy,
        TomcatSendfile sendfile,
        BufferWriter bufferWriter) {}
