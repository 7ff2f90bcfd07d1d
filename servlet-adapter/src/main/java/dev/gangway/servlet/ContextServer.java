package dev.gangway.servlet;

import dev.gangway.handler.text.EscapedThrowable;
import dev.gangway.host.ClientGoneException;
import dev.gangway.host.HandlerConnection;
import dev.gangway.host.HandlerServer;
import jakarta.servlet.ServletContext;
import org.jspecify.annotations.Nullable;

/** The web application as the server that a handler sees; its name and port are those the client asked for. */
record ContextServer(ServletContext context, String serverName, int serverPort) implements HandlerServer {
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
