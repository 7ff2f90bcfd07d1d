package dev.gangway.servlet;

import dev.gangway.handler.store.FileStore;
import dev.gangway.handler.store.FileStoreOwner;
import dev.gangway.handler.text.EscapedThrowable;
import dev.gangway.host.ClientGoneException;
import dev.gangway.host.HandlerConnection;
import dev.gangway.host.HandlerServer;
import dev.gangway.sight.Metrics;
import dev.gangway.sight.MetricsOwner;
import dev.gangway.sight.SystemLog;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRequest;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/** The web application as the server that a handler sees; its name and port are those the client asked for. */
record ContextServer(
        ServletContext context,
        FileStore fileStore,
        ContextLog log,
        WebappSight sight,
        @Nullable SystemLog systemLog,
        String serverName,
        int serverPort)
        implements HandlerServer, FileStoreOwner, MetricsOwner {
    /** Returns the server as a request sees it. */
    static ContextServer of(Deployment deployment, ServletRequest request) {
        return new ContextServer(
                deployment.context(),
                deployment.fileStore(),
                deployment.log(),
                deployment.sight(),
                deployment.systemLog(),
                request.getServerName(),
                request.getServerPort());
    }

    @Override
    public @Nullable Object attribute(String name) {
        return context.getAttribute(name);
    }

    @Override
    public void attribute(String name, @Nullable Object value) {
        if (value == null) {
            context.removeAttribute(name);
        } else {
            context.setAttribute(name, value);
        }
    }

    @Override
    public @Nullable Metrics counts() {
        return sight.counts();
    }

    @Override
    public void log(String line) {
        log(Level.INFO, line);
    }

    @Override
    public void log(Level level, String line) {
        if (systemLog == null) {
            log.log(line);
        } else {
            systemLog.log(level, line);
        }
    }

    @Override
    public void handleError(HandlerConnection connection, Throwable error) {
        if (error instanceof ClientGoneException) {
            return;
        }
        if (systemLog == null) {
            context.log("a handler failed", EscapedThrowable.of(error));
        } else {
            systemLog.failed("a handler failed", EscapedThrowable.of(error));
        }
    }
}
