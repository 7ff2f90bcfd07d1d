package dev.gangway.servlet;

import dev.gangway.handler.store.FileStore;
import dev.gangway.handler.store.FileStoreOwner;
import dev.gangway.handler.text.EscapedThrowable;
import dev.gangway.host.ClientGoneException;
import dev.gangway.host.HandlerConnection;
import dev.gangway.host.HandlerServer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRequest;
import org.jspecify.annotations.Nullable;

/** The web application as the server that a handler sees; its name and port are those the client asked for. */
record ContextServer(ServletContext context, FileStore fileStore, String serverName, int serverPort)
        implements HandlerServer, FileStoreOwner {
    /** Returns the server as a request sees it. */
    static ContextServer of(Deployment deployment, ServletRequest request) {
        return new ContextServer(
                deployment.context(), deployment.fileStore(), request.getServerName(), request.getServerPort());
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
    public void log(String line) {
        context.log(line);
    }

    @Override
    public void handleError(HandlerConnection connection, Throwable error) {
        if (!(error instanceof ClientGoneException)) {
            context.log("a handler failed", EscapedThrowable.of(error));
        }
    }
}
